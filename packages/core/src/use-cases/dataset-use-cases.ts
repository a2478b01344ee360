import { NotFound } from '../errors.ts';
import { objectKeyOf } from '../objects/object-key.ts';
import type { DatasetVersion } from '../ports/datasets.ts';
import { formatManifestLine, manifestHeader, readManifest } from '../stewardship/dataset-manifest.ts';
import type { Dependencies } from './dependencies.ts';

const itemsPerRead = 500;

type DatasetDependencies = Pick<Dependencies, 'store' | 'objects'>;

/** Freezes the labels of now: the newest label of every picture, in order of the pictures' digests. */
export async function createDataset(
  { store, objects }: DatasetDependencies,
  by: string,
): Promise<{ version: DatasetVersion; created: boolean }> {
  const counts = { items: 0, heldOut: 0 };
  const upTo = await store.rows.datasets.newestArrival();
  async function* manifest() {
    yield Buffer.from(manifestHeader);
    let after = '';
    for (;;) {
      const items = await store.rows.datasets.items(after, upTo, itemsPerRead);
      if (items.length === 0) return;
      counts.items += items.length;
      counts.heldOut += items.filter(({ heldOut }) => heldOut).length;
      yield Buffer.from(items.map(formatManifestLine).join(''));
      after = items.at(-1)!.sha256;
    }
  }
  const { sha256, sizeBytes } = await objects.putStream(manifest());
  return store.transaction(async (rows) => {
    const result = await rows.datasets.insertOrFind({ digest: sha256, sizeBytes, createdBy: by, ...counts });
    if (result.created) {
      await rows.audit.append({
        action: 'dataset.created',
        actor: by,
        subject: { kind: 'dataset', id: sha256 },
        details: { items: counts.items, held_out: counts.heldOut },
      });
    }
    return result;
  });
}

/** @throws NotFound `dataset-not-found` */
export async function findDataset(
  { store }: Pick<DatasetDependencies, 'store'>,
  digest: string,
): Promise<DatasetVersion> {
  const version = await store.rows.datasets.find(digest);
  if (version !== null) return version;
  throw new NotFound('dataset-not-found', `There is not exactly one dataset version ${digest}.`);
}

/** Reads the manifest and every picture and compares them with their names.
 * @returns pictures that are missing or damaged
 */
export async function verifyDataset(
  { objects }: Pick<DatasetDependencies, 'objects'>,
  version: DatasetVersion,
): Promise<{ readonly pictures: number; readonly faulty: readonly string[] }> {
  const faulty: string[] = [];
  let pictures = 0;
  for await (const { sha256 } of readManifest(objects.stream(objectKeyOf(version.digest)))) {
    pictures += 1;
    try {
      for await (const _piece of objects.stream(objectKeyOf(sha256)));
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code !== 'object-not-found' && code !== 'object-damaged') throw error;
      faulty.push(sha256);
    }
  }
  return { pictures, faulty };
}
