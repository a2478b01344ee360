import type { DatasetFilter, DatasetVersion, NewDatasetVersion } from '../../ports/datasets.ts';
import type { Rows } from '../../ports/store.ts';
import { formatManifestHeader } from '../../stewardship/dataset-manifest.ts';
import { DatasetCounter } from '../../stewardship/dataset-summary.ts';
import { formatManifestLine } from '../../stewardship/manifest-line.ts';
import type { Dependencies } from '../dependencies.ts';
import { readItems } from './read-dataset.ts';
import type { TrainingSet } from './training-set.ts';

const itemsPerRead = 1_000;
/** A version that would continue more others than this is written out in full, so that reading one stays quick. */
export const longestLineage = 64;

type Writers = Pick<Dependencies, 'store' | 'objects'>;

/** Freezes the labels of now: the newest label of every picture that is there, in order of arrival. From then on no policy
 * removes these pictures.
 * @returns `created: false` with the version that is there when the same labels were frozen before
 */
export async function freezeLabels(
  dependencies: Writers,
  request: { filter: DatasetFilter; description: string | null; by: string },
): Promise<{ version: DatasetVersion; created: boolean }> {
  for (;;) {
    const frozen = await tryToFreeze(dependencies, request);
    if (frozen !== null) return frozen;
  }
}

/** Null when one of the pictures was removed meanwhile. */
async function tryToFreeze(
  { store, objects }: Writers,
  { filter, description, by }: { filter: DatasetFilter; description: string | null; by: string },
): Promise<{ version: DatasetVersion; created: boolean } | null> {
  const { datasets } = store.rows;
  const labelIds = await datasets.select(filter);
  const counter = new DatasetCounter();
  const named: string[] = [];
  async function* manifest() {
    yield Buffer.from(formatManifestHeader({ kind: 'labels', parentDigest: null }));
    for (let start = 0; start < labelIds.length; start += itemsPerRead) {
      const items = await datasets.items(labelIds.slice(start, start + itemsPerRead));
      for (const item of items) {
        counter.add(item);
        named.push(item.sha256);
      }
      yield Buffer.from(items.map(formatManifestLine).join(''));
    }
  }
  const { sha256, sizeBytes } = await objects.putStream(manifest());
  const told = Object.entries(filter).filter(([, value]) => value !== undefined);
  return store
    .transaction(async (rows) => {
      const frozen = await recordDataset(rows, {
        digest: sha256,
        kind: 'labels',
        source: 'created',
        format: 2,
        parentDigest: null,
        depth: 0,
        items: counter.items,
        heldOut: counter.heldOut,
        summary: counter.summary,
        sizeBytes,
        description,
        filter:
          told.length === 0
            ? null
            : Object.fromEntries(
                told.map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
              ),
        createdBy: by,
      });
      const removed = await rows.retention.listDatasetPictures(sha256, named);
      if (removed.length > 0) throw new PictureRemoved();
      return frozen;
    })
    .catch((error: unknown) => {
      if (error instanceof PictureRemoved) return null;
      throw error;
    });
}

/** Ends a transaction that would name what is not there any more. */
class PictureRemoved extends Error {}

/** Stores a version with what tells of it, in the caller's transaction; a known one is found and nothing is told. */
export async function recordDataset(
  rows: Pick<Rows, 'datasets' | 'audit' | 'events'>,
  version: NewDatasetVersion,
): Promise<{ version: DatasetVersion; created: boolean }> {
  const result = await rows.datasets.insertOrFind(version);
  if (!result.created) return result;
  const { digest, kind, items, heldOut, createdBy } = version;
  await rows.audit.append({
    action: version.source === 'imported' ? 'dataset.imported' : 'dataset.created',
    actor: createdBy,
    subject: { kind: 'dataset', id: digest },
    details: { kind, items, held_out: heldOut },
  });
  // What learning makes by itself is told of with the model.
  if (kind === 'labels') await rows.events.publish({ type: 'dataset.created', digest });
  return result;
}

/** Writes the manifest of what one model learns: the labels given, after those that its parent learned. It costs as much as
 * there is new, and once in a while as much as there is.
 * @param learnedBefore - version that the parent learned; null when learning starts over
 */
export async function writeTrainingSet(
  dependencies: Writers,
  { learnedBefore, labelIds, by }: { learnedBefore: string | null; labelIds: readonly string[]; by: string },
): Promise<TrainingSet> {
  const { datasets } = dependencies.store.rows;
  // A model that learns in the moment looks at percent shear alone; what was painted is no part of what it learned.
  const items = (await datasets.items(labelIds)).map((item) => ({ ...item, regions: null }));
  const parent = learnedBefore === null ? null : await datasets.find(learnedBefore);
  const counter = new DatasetCounter(
    parent === null || parent.summary === null ? undefined : { ...parent, summary: parent.summary },
  );
  for (const item of items) counter.add(item);
  const continues = parent !== null && parent.depth < longestLineage;
  const parentDigest = continues ? parent.digest : null;
  async function* manifest() {
    yield Buffer.from(formatManifestHeader({ kind: 'training', parentDigest }));
    if (parent !== null && !continues) {
      const lineage = await datasets.lineage(parent.digest);
      for await (const item of readItems(dependencies, lineage)) yield Buffer.from(formatManifestLine(item));
    }
    yield Buffer.from(items.map(formatManifestLine).join(''));
  }
  const { sha256, sizeBytes } = await dependencies.objects.putStream(manifest());
  return {
    items,
    version: {
      digest: sha256,
      kind: 'training',
      source: 'created',
      format: 2,
      parentDigest,
      depth: continues ? parent.depth + 1 : 0,
      items: counter.items,
      heldOut: counter.heldOut,
      summary: counter.summary,
      sizeBytes,
      description: null,
      filter: null,
      createdBy: by,
    },
  };
}
