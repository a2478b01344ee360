import { objectKeyOf } from '../../objects/object-key.ts';
import type { DatasetVersion } from '../../ports/datasets.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { Dependencies } from '../dependencies.ts';
import { readItems } from './read-dataset.ts';

/** Reads all manifests, pictures and paintings of a version and compares them with their names.
 * Pictures that a retention policy removed (only what models learned by themselves names such) are counted apart.
 * @param onPicture - after each picture: how many were read, and how many of them are faulty
 * @returns digests of what is missing or damaged
 */
export async function verifyDataset(
  { store, objects }: Pick<Dependencies, 'store' | 'objects'>,
  version: DatasetVersion,
  onPicture?: (done: number, faulty: number) => Promise<void>,
): Promise<{ readonly pictures: number; readonly faulty: readonly string[]; readonly removed: number }> {
  const faulty: string[] = [];
  let pictures = 0;
  let removed = 0;
  for await (const { sha256, regions } of readItems(
    { objects },
    await store.rows.datasets.lineage(version.digest),
  )) {
    pictures += 1;
    if (!(await isIntact(objects, sha256))) {
      if ((await store.rows.retention.removedAmong([sha256])).length > 0) removed += 1;
      else faulty.push(sha256);
    }
    if (regions !== null && !(await isIntact(objects, regions.sha256))) faulty.push(regions.sha256);
    await onPicture?.(pictures, faulty.length);
  }
  return { pictures, faulty, removed };
}

async function isIntact(objects: ObjectStore, sha256: string): Promise<boolean> {
  try {
    for await (const _piece of objects.stream(objectKeyOf(sha256)));
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === 'object-not-found' || code === 'object-damaged') return false;
    throw error;
  }
}
