import { Unavailable } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { ObjectStore, StoredObject } from '../ports/object-store.ts';
import type { Store } from '../ports/store.ts';
import { objectKeyOfBytes } from './object-key-of-bytes.ts';

/** Objects younger than this need no claim: removals spare whatever is younger than {@link shortestGraceMs}. */
const youngMs = 10 * 60_000;
/** Removals never touch an object that was stored within this time. */
export const shortestGraceMs = 60 * 60_000;

/** An object store whose writers cannot lose an old, unused object to a removal while they are about to use it again.
 * A fresh object is spared for its age. One that lies there already is claimed first: a removal under way is waited for, a
 * later one finds the claim.
 */
export function spareReusedObjects(
  objects: ObjectStore,
  { store, clock }: { readonly store: Pick<Store, 'rows'>; readonly clock: Clock },
): ObjectStore {
  const isOld = async (key: string) => {
    const found = await objects.head(key);
    return found !== null && found.storedAt.getTime() < clock.now().getTime() - youngMs;
  };
  return {
    async put(bytes) {
      const key = objectKeyOfBytes(bytes);
      if (await isOld(key)) await store.rows.objects.claim(key);
      return objects.put(bytes);
    },
    async putStream(content, signal): Promise<StoredObject> {
      const stored = await objects.putStream(content, signal);
      if (!(await isOld(stored.key))) return stored;
      await store.rows.objects.claim(stored.key);
      if ((await objects.head(stored.key)) !== null) return stored;
      throw new Unavailable('object-removed-meanwhile', 'The same file was being removed; send it again.');
    },
    get: (key) => objects.get(key),
    stream: (key) => objects.stream(key),
    getRange: (key, range) => objects.getRange(key, range),
    head: (key) => objects.head(key),
    list: (page) => objects.list(page),
    delete: (key) => objects.delete(key),
    check: () => objects.check(),
    transfers: objects.transfers,
    close: () => objects.close(),
  };
}
