import type { JobRecord } from '../../domain/records.ts';
import { NotFound, Unprocessable } from '../../errors.ts';
import { objectKeyOf } from '../../objects/object-key.ts';
import type { DatasetItem, DatasetVersion } from '../../ports/datasets.ts';
import { encodeRegions } from '../../stewardship/coco-regions.ts';
import { archiveEntries, type CheckedArchive } from '../../stewardship/dataset-archive.ts';
import { formatDatasetTable } from '../../stewardship/dataset-table.ts';
import { formatCoco } from '../../stewardship/format-coco.ts';
import { formatManifestLine } from '../../stewardship/manifest-line.ts';
import type { Dependencies } from '../dependencies.ts';
import { enqueue, findJob, newJob } from '../job-use-cases.ts';
import type { JobRun } from '../use-cases.ts';
import type { DatasetUseCases, ExportFormat } from './dataset-types.ts';
import { freezeLabels } from './freeze-dataset.ts';
import { checkImport, type ImportDependencies, importDataset } from './import-dataset.ts';
import { findRegions, paintRegions } from './paint-regions.ts';
import { findDataset, listItems, readItems } from './read-dataset.ts';
import { verifyDataset } from './verify-dataset.ts';

export type DatasetDependencies = ImportDependencies & Pick<Dependencies, 'store' | 'objects'>;

/** Presigned uploads end there. */
export const largestArchiveBytes = 5 * 1024 ** 3;
const uploadLifetimeSeconds = 6 * 3_600;
const announceIntervalMs = 500;

/** Versions of the labelled data. */
export function createDatasetUseCases(dependencies: DatasetDependencies): DatasetUseCases {
  const { store, objects, ids } = dependencies;
  const { transfers } = objects;
  return {
    listDatasets: (filter, page) => store.rows.datasets.list(filter, page),
    getDataset: (digest) => findDataset(dependencies, digest),
    createDataset: ({ filter, description, username }) =>
      freezeLabels(dependencies, { filter, description, by: username }),
    listDatasetItems: (digest, page) => listItems(dependencies, digest, page),
    async readManifest(digest) {
      const version = await findDataset(dependencies, digest);
      return { version, content: objects.stream(objectKeyOf(version.digest)) };
    },
    exportDataset: (request) => exportDataset(dependencies, request),
    startVerification: async ({ id, digest, username }) => {
      const version = await findDataset(dependencies, digest);
      return startJob(dependencies, 'dataset.verify.v1', {
        ...{ id, username },
        payload: { digest: version.digest },
        total: version.items,
      });
    },
    async startArchiveUpload({ sizeBytes }) {
      const uploadId = ids.next();
      const address = await transfers.uploadAddress(uploadId, {
        sizeBytes,
        lifetimeSeconds: uploadLifetimeSeconds,
      });
      return { uploadId, address };
    },
    startImport: (request) => startImport(dependencies, request),
    paintRegions: (request) => paintRegions(dependencies, request),
    findRegions: (imageId) => findRegions(dependencies, imageId),
    verifyDatasetJob: (run) => runVerification(dependencies, run),
    importDatasetJob: (run) => runImport(dependencies, run),
  };
}

async function exportDataset(
  { store, objects, archiver, codec }: DatasetDependencies,
  {
    digest,
    format,
    username,
  }: { readonly digest: string; readonly format: ExportFormat; readonly username: string },
): Promise<{
  version: DatasetVersion;
  sizeBytes: number | null;
  content: AsyncIterable<Uint8Array | string>;
}> {
  const version = await findDataset({ store }, digest);
  const lineage = await store.rows.datasets.lineage(version.digest);
  if (format === 'tar') await assertAllPicturesThere({ store, objects }, lineage);
  await store.rows.audit.append({
    action: 'dataset.exported',
    actor: username,
    subject: { kind: 'dataset', id: version.digest },
    details: { format, items: version.items },
  });
  const items = () => readItems({ objects }, lineage);
  switch (format) {
    case 'tar':
      return {
        version,
        sizeBytes: await archiver.sizeOf(sizesOf(archiveEntries(objects, lineage))),
        content: archiver.pack(archiveEntries(objects, lineage)),
      };
    case 'csv':
      return { version, sizeBytes: null, content: formatDatasetTable(items()) };
    case 'ndjson':
      return { version, sizeBytes: null, content: linesOf(items()) };
    case 'coco':
      return {
        version,
        sizeBytes: null,
        content: formatCoco({
          ...{ version, items },
          async facesOf(part) {
            const faces = await store.rows.datasets.faces(part.map(({ labelId }) => labelId));
            return new Map(faces.map((face) => [face.labelId, face]));
          },
          async regionsOf({ regions }) {
            if (regions === null) return [];
            return encodeRegions(await codec.decode(await objects.get(objectKeyOf(regions.sha256))));
          },
        }),
      };
  }
}

const itemsPerLook = 1_000;

/** Versions that people froze name only what is there; what a model learned may name what was removed since.
 * @throws NotFound `pictures-removed`
 */
async function assertAllPicturesThere(
  { store, objects }: Pick<DatasetDependencies, 'store' | 'objects'>,
  lineage: readonly DatasetVersion[],
): Promise<void> {
  let removed = 0;
  let named: string[] = [];
  const look = async () => {
    removed += (await store.rows.retention.removedAmong(named)).length;
    named = [];
  };
  for await (const { sha256 } of readItems({ objects }, lineage)) {
    named.push(sha256);
    if (named.length === itemsPerLook) await look();
  }
  await look();
  if (removed === 0) return;
  throw new NotFound(
    'pictures-removed',
    `${removed} of its pictures were removed by a retention policy, so the archive cannot be written. The labels can be had as csv, ndjson or coco.`,
  );
}

/** Streams that are only asked for their sizes are never opened. */
async function* sizesOf(entries: ReturnType<typeof archiveEntries>): AsyncGenerator<number> {
  for await (const { sizeBytes } of entries) yield sizeBytes;
}

async function* linesOf(items: AsyncIterable<DatasetItem>): AsyncGenerator<string> {
  for await (const item of items) yield formatManifestLine(item);
}

async function startJob(
  dependencies: DatasetDependencies,
  kind: 'dataset.verify.v1' | 'dataset.import.v1',
  {
    username,
    ...job
  }: {
    readonly id: string | null;
    readonly username: string;
    readonly payload: Readonly<Record<string, unknown>>;
    readonly total: number;
  },
): Promise<JobRecord> {
  const wanted = newJob(dependencies, kind, username, job);
  return dependencies.store.transaction(async (rows) => {
    const known = await rows.jobs.find(wanted.id);
    if (known !== null) return known;
    await rows.jobs.insert(wanted, []);
    await enqueue(rows, wanted);
    await rows.audit.append({
      action: 'job.started',
      actor: username,
      subject: { kind: 'job', id: wanted.id },
      details: { kind, total: wanted.progress.total },
    });
    return wanted;
  });
}

/** Looks through the whole archive first, so that a damaged or foreign one is refused at once and leaves nothing. */
async function startImport(
  dependencies: DatasetDependencies,
  {
    id,
    uploadId,
    username,
  }: { readonly id: string | null; readonly uploadId: string; readonly username: string },
): Promise<{ job: JobRecord; archive: Pick<CheckedArchive, 'digest'> }> {
  const { transfers } = dependencies.objects;
  const repeated = id === null ? null : await dependencies.store.rows.jobs.find(id);
  if (repeated !== null) return { job: repeated, archive: { digest: String(repeated.payload.digest) } };
  await requireUpload(dependencies, uploadId);
  try {
    const archive = await checkImport(dependencies, transfers.streamUpload(uploadId));
    const job = await startJob(dependencies, 'dataset.import.v1', {
      ...{ id, username },
      payload: { upload_id: uploadId, digest: archive.digest },
      total: archive.items.length,
    });
    return { job, archive };
  } catch (error) {
    if (error instanceof Unprocessable) await transfers.discardUpload(uploadId);
    throw error;
  }
}

async function requireUpload({ objects }: DatasetDependencies, uploadId: string): Promise<void> {
  if ((await objects.transfers.uploadSize(uploadId)) !== null) return;
  throw new NotFound('upload-not-found', 'Nothing was uploaded under this identifier, or it has expired.');
}

async function runImport(
  dependencies: DatasetDependencies,
  { jobId, signal }: JobRun,
): Promise<Readonly<Record<string, unknown>>> {
  const { store, objects, clock } = dependencies;
  const job = await findJob(store.rows, jobId);
  const uploadId = String(job.payload.upload_id);
  await requireUpload(dependencies, uploadId);
  let announcedAt = 0;
  const { digest, items, added, known, keptLocal } = await importDataset(dependencies, {
    open: () => objects.transfers.streamUpload(uploadId),
    by: job.createdBy,
    signal,
    async onProgress(done, failed, total) {
      const now = clock.now().getTime();
      if (now - announcedAt < announceIntervalMs) return;
      announcedAt = now;
      await store.rows.jobs.setProgress(jobId, {
        progress: { done, failed, total },
        stage: null,
        ifRun: job.runs,
      });
      await store.rows.events.publish({ type: 'job.changed', jobId });
    },
  });
  await store.rows.jobs.setProgress(jobId, {
    progress: { done: items, failed: 0, total: items },
    ...{ stage: null, ifRun: job.runs },
  });
  await objects.transfers.discardUpload(uploadId);
  return { digest, items, added, known, kept_local: keptLocal };
}

async function runVerification(
  dependencies: DatasetDependencies,
  { jobId, signal }: JobRun,
): Promise<Readonly<Record<string, unknown>>> {
  const { store, clock } = dependencies;
  const job = await findJob(store.rows, jobId);
  const version = await findDataset(dependencies, String(job.payload.digest));
  let announcedAt = 0;
  const { pictures, faulty, removed } = await verifyDataset(dependencies, version, async (done, failed) => {
    signal.throwIfAborted();
    const now = clock.now().getTime();
    if (now - announcedAt < announceIntervalMs) return;
    announcedAt = now;
    await store.rows.jobs.setProgress(jobId, {
      progress: { done: done - failed, failed, total: version.items },
      ...{ stage: null, ifRun: job.runs },
    });
    await store.rows.events.publish({ type: 'job.changed', jobId });
  });
  await store.rows.jobs.setProgress(jobId, {
    progress: { done: pictures - faulty.length, failed: faulty.length, total: version.items },
    ...{ stage: null, ifRun: job.runs },
  });
  await store.rows.audit.append({
    action: 'dataset.verified',
    actor: job.createdBy,
    subject: { kind: 'dataset', id: version.digest },
    details: { pictures, faulty: faulty.length, removed },
  });
  return { digest: version.digest, pictures, faulty: faulty.length, removed, examples: faulty.slice(0, 10) };
}
