import { DomainError, type Fault, Unavailable, Unprocessable } from '../../errors.ts';
import { objectKeyOf } from '../../objects/object-key.ts';
import type { Archiver } from '../../ports/archiver.ts';
import type { DatasetItem, ImportedLabel } from '../../ports/datasets.ts';
import type { Rows } from '../../ports/store.ts';
import { type CheckedArchive, checkArchive, kindOfEntry } from '../../stewardship/dataset-archive.ts';
import { DatasetCounter } from '../../stewardship/dataset-summary.ts';
import { FaultList } from '../../stewardship/fault-list.ts';
import type { Dependencies } from '../dependencies.ts';
import { forEachBounded } from '../for-each-bounded.ts';
import { enqueueLearning } from '../job-use-cases.ts';
import type { UseCases } from '../use-cases.ts';
import { recordDataset } from './freeze-dataset.ts';

export type ImportDependencies = Pick<
  Dependencies,
  'store' | 'objects' | 'codec' | 'clock' | 'ids' | 'traces' | 'batchConcurrency'
> & {
  readonly archiver: Archiver;
  readonly useCases: Pick<UseCases, 'uploadImage' | 'analyseImage'>;
};

export interface ImportOutcome {
  readonly digest: string;
  readonly items: number;
  /** Labels that are new here. */
  readonly added: number;
  /** Labels that were here already, under the same id. */
  readonly known: number;
  /** Pictures that have a label of this installation, which stays the current one. */
  readonly keptLocal: number;
}

const labelsPerStatement = 500;
const busyRetryMs = 200;

/** Reads an archive to its end and holds it against what is here; stores nothing.
 * @throws Unprocessable `archive-damaged | dataset-archive-invalid | dataset-labels-conflict`
 */
export async function checkImport(
  { archiver, store, codec }: Pick<ImportDependencies, 'archiver' | 'store' | 'codec'>,
  content: AsyncIterable<Uint8Array>,
): Promise<CheckedArchive> {
  const archive = await checkArchive(archiver, content, (picture) => codec.inspect(picture));
  if (archive.faulty.length > 0) {
    throw new Unprocessable(
      'dataset-archive-invalid',
      `${archive.faulty.length} files of the archive are missing, damaged or unknown, e.g. ${archive.faulty[0]}.`,
      {
        faults: archive.faulty.slice(0, 100).map((name) => ({
          detail: name,
          pointer: `#/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        })),
      },
    );
  }
  const byLabel = new Map(archive.items.map((item, index) => [item.labelId, { item, row: index + 1 }]));
  const faults = new FaultList();
  for (const known of await store.rows.datasets.known(archive.items)) {
    const given = byLabel.get(known.labelId);
    if (given === undefined) continue;
    const { item, row } = given;
    const isSame =
      item.sha256 === known.sha256 &&
      item.shearPercent === known.shearPercent &&
      item.technician === known.technician;
    if (!isSame) faults.add('names a label that says something else here', 'rows', row, 'label_id');
  }
  faults.throwIfAny(
    'dataset-labels-conflict',
    'labels of the archive contradict labels of this installation',
  );
  return archive;
}

/** Takes a version of another installation in: pictures, labels under their own ids and pseudonyms, paintings, and the
 * version itself. Labels and version come as a whole or not at all. Repeating it adds nothing.
 * @param request.open - the archive, from its beginning, at each call
 * @throws as `checkImport`, before anything is stored; Unprocessable `dataset-pictures-refused`, without labels
 */
export async function importDataset(
  dependencies: ImportDependencies,
  request: {
    readonly open: () => AsyncIterable<Uint8Array>;
    readonly by: string;
    readonly signal: AbortSignal;
    readonly onProgress?: ((done: number, failed: number, total: number) => Promise<void>) | undefined;
  },
): Promise<ImportOutcome> {
  const { store } = dependencies;
  const { by, signal } = request;
  const archive = await checkImport(dependencies, request.open());
  signal.throwIfAborted();
  const { items, digest } = archive;
  const known = await store.rows.datasets.known(items);
  const knownIds = new Set(known.map(({ labelId }) => labelId));
  const labelledPictures = new Set(known.map(({ sha256 }) => sha256));
  const wanted = items.filter(
    ({ labelId, sha256 }) => !knownIds.has(labelId) && !labelledPictures.has(sha256),
  );
  await storeFiles(dependencies, request);
  // A version names pictures that are there: those that a policy had removed here come back.
  const gone = new Set(await store.rows.retention.removedAmong(items.map(({ sha256 }) => sha256)));
  const isWanted = new Set(wanted);
  const missing = items.filter((item) => isWanted.has(item) || gone.has(item.sha256));
  const analysisOf = await measurePictures(dependencies, { ...request, archive, wanted: missing });
  const splits = await store.rows.datasets.splits([...new Set(wanted.map(({ splitGroup }) => splitGroup))]);
  const labels = wanted.map((item): ImportedLabel => {
    const analysisId = analysisOf.get(item.sha256)!;
    return { item, analysisId, heldOut: splits.get(item.splitGroup) ?? item.heldOut };
  });
  signal.throwIfAborted();
  const added = await store.transaction(async (rows) => {
    await recordVersions(rows, archive, by);
    let count = 0;
    for (let start = 0; start < labels.length; start += labelsPerStatement) {
      count += await rows.datasets.importLabels(digest, labels.slice(start, start + labelsPerStatement));
    }
    if (count > 0) await enqueueLearning(dependencies, rows, by);
    return count;
  });
  return {
    ...{ digest, added },
    items: items.length,
    known: items.filter(({ labelId }) => knownIds.has(labelId)).length,
    keptLocal: items.filter(({ labelId, sha256 }) => !knownIds.has(labelId) && labelledPictures.has(sha256))
      .length,
  };
}

/** The version and those it continues, the oldest first, so that each finds its parent.
 * @throws Unavailable `object-removed-meanwhile` when a picture was removed in this very moment
 */
async function recordVersions(rows: Rows, { manifests }: CheckedArchive, by: string): Promise<void> {
  const named: string[] = [];
  let counter: DatasetCounter | undefined;
  for (const [depth, { digest, header, sizeBytes, items }] of manifests.entries()) {
    counter = counter === undefined ? new DatasetCounter() : new DatasetCounter(counter);
    for (const item of items) {
      counter.add(item);
      named.push(item.sha256);
    }
    await recordDataset(rows, {
      ...{ digest, depth, sizeBytes },
      ...{ kind: header.kind, format: header.format, parentDigest: header.parentDigest },
      source: 'imported',
      items: counter.items,
      heldOut: counter.heldOut,
      summary: counter.summary,
      description: null,
      filter: null,
      createdBy: by,
    });
    if (header.kind !== 'labels') continue;
    if ((await rows.retention.listDatasetPictures(digest, named)).length > 0) {
      throw new Unavailable('object-removed-meanwhile', 'A picture of the archive was being removed here.');
    }
  }
}

/** Second reading of the archive, at the speed of the store: manifests, pictures and paintings become objects. */
async function storeFiles(
  { archiver, objects }: ImportDependencies,
  { open, signal }: Parameters<typeof importDataset>[1],
): Promise<void> {
  for await (const entry of archiver.read(open())) {
    if (kindOfEntry(entry) !== 'table') await objects.putStream(entry.content, signal);
    else for await (const _piece of entry.content);
  }
}

/** Each new picture is stored, painted and measured. @returns the analyses by the picture's digest */
async function measurePictures(
  dependencies: ImportDependencies,
  {
    archive,
    wanted,
    ...request
  }: Parameters<typeof importDataset>[1] & {
    readonly archive: CheckedArchive;
    readonly wanted: readonly DatasetItem[];
  },
): Promise<ReadonlyMap<string, string>> {
  const rowOf = new Map(archive.items.map(({ sha256 }, index) => [sha256, index + 1]));
  const analysisOf = new Map<string, string>();
  const refused: Fault[] = [];
  await forEachBounded(wanted, dependencies.batchConcurrency, request.signal, async (item, signal) => {
    try {
      analysisOf.set(item.sha256, await storePicture(dependencies, { item, by: request.by, signal }));
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof DomainError) || error.retryable) throw error;
      // The picture's own fault: the others go on, so that all such are told at once.
      const row = rowOf.get(item.sha256)!;
      refused.push({ detail: `row ${row}: ${error.detail}`, pointer: `#/rows/${row}` });
    }
    await request.onProgress?.(analysisOf.size, refused.length, wanted.length);
  });
  if (refused.length > 0) {
    const some = refused.slice(0, 3).map(({ detail }) => detail);
    throw new Unprocessable(
      'dataset-pictures-refused',
      `${refused.length} of ${wanted.length} pictures cannot be taken, so no label was: ${some.join(' ')}`,
      { faults: refused.slice(0, 100) },
    );
  }
  return analysisOf;
}

/** @returns the analysis that the label is to judge */
async function storePicture(
  { store, objects, useCases, clock, ids }: ImportDependencies,
  { item, by, signal }: { readonly item: DatasetItem; readonly by: string; readonly signal: AbortSignal },
): Promise<string> {
  const { specimen, heat, widthMm, pxPerMm, regions } = item;
  const { image } = await useCases.uploadImage({
    bytes: await objects.get(objectKeyOf(item.sha256)),
    fileName: item.fileName ?? item.sha256.slice(0, 12),
    context: { specimen, heat, widthMm, pxPerMm },
    username: by,
  });
  if (regions !== null && (await store.rows.regions.current(image.id)) === null) {
    await store.rows.regions.insert({ ...regions, id: ids.next(), imageId: image.id });
  }
  for (;;) {
    try {
      const request = { imageId: image.id, username: by, isLive: false, signal };
      return (await useCases.analyseImage(request)).analysis.id;
    } catch (error) {
      if (!(error instanceof Unavailable) || error.code !== 'measurer-busy') throw error;
      await clock.sleep(busyRetryMs, signal);
    }
  }
}
