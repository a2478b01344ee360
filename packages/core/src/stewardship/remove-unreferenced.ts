import type { Clock } from '../ports/clock.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { Store } from '../ports/store.ts';
import { shortestGraceMs } from './spare-reused-objects.ts';

/** Held by the locks of one transaction. */
const keysPerStep = 100;

/** Takes objects away that no row refers to. Each step locks its keys, looks at the rows again under the locks, and deletes
 * before it lets go: who stores the same bytes meanwhile waits, and finds them gone.
 * @param keys - what is younger than an hour, claimed or referred to stays
 * @returns how many are gone
 */
export async function removeUnreferenced(
  { store, objects, clock }: { readonly store: Store; readonly objects: ObjectStore; readonly clock: Clock },
  keys: readonly string[],
): Promise<{ readonly objects: number; readonly bytes: number }> {
  let count = 0;
  let bytes = 0;
  for (let start = 0; start < keys.length; start += keysPerStep) {
    const step = keys.slice(start, start + keysPerStep);
    const removed = await store.transaction(async (rows) => {
      let stepCount = 0;
      let stepBytes = 0;
      for (const key of await rows.objects.lockUnreferenced(step)) {
        const found = await objects.head(key);
        if (found === null || found.storedAt.getTime() > clock.now().getTime() - shortestGraceMs) continue;
        await objects.delete(key);
        stepCount += 1;
        stepBytes += found.sizeBytes;
      }
      if (stepCount > 0) {
        await rows.audit.append({
          action: 'objects.removed',
          actor: 'system',
          details: { objects: stepCount, bytes: stepBytes },
        });
      }
      return { stepCount, stepBytes };
    });
    count += removed.stepCount;
    bytes += removed.stepBytes;
  }
  return { objects: count, bytes };
}
