import { shortestGraceMs } from '../stewardship/spare-reused-objects.ts';
import type { Dependencies } from '../use-cases/dependencies.ts';
import { forEachBounded } from '../use-cases/for-each-bounded.ts';

const keysPerStep = 100;
const deletesAtOnce = 8;

/** Deletes objects that are written down as removed. Each step locks its keys and looks at the rows again under the locks: what
 * a row refers to again stays, and what somebody is about to use, or stored within the hour, waits for the next run.
 */
export async function carryOutRemovals(
  { store, objects, clock }: Pick<Dependencies, 'store' | 'objects' | 'clock'>,
  signal: AbortSignal,
): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const keys: readonly string[] = await store.rows.retention.waitingRemovals(after, keysPerStep);
    if (keys.length === 0) return;
    signal.throwIfAborted();
    await store.transaction(async (rows) => {
      const deleted: string[] = [];
      const free = await rows.retention.lockRemovals(keys);
      await forEachBounded(free, deletesAtOnce, signal, async (key) => {
        const found = await objects.head(key);
        if (found !== null && found.storedAt.getTime() > clock.now().getTime() - shortestGraceMs) return;
        if (found !== null) await objects.delete(key);
        deleted.push(key);
      });
      await rows.retention.finishRemovals(deleted, clock.now());
    });
    if (keys.length < keysPerStep) return;
    after = keys.at(-1)!;
  }
}
