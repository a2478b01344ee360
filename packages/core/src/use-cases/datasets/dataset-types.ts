import type { JobRecord } from '../../domain/records.ts';
import type {
  DatasetFilter,
  DatasetItem,
  DatasetKind,
  DatasetVersion,
  RegionsRecord,
} from '../../ports/datasets.ts';
import type { TransferAddress } from '../../ports/object-store.ts';
import type { PageRequest, Slice } from '../../ports/page.ts';
import type { JobRun } from '../use-cases.ts';

/** `tar`: manifest, table, pictures and paintings; `coco`, `csv`, `ndjson`: the labels alone. */
export type ExportFormat = 'tar' | 'coco' | 'csv' | 'ndjson';

/** What can be asked of versions of the labelled data. A digest may be shortened to its beginning. */
export interface DatasetUseCases {
  /** Newest first. @throws InvalidInput `cursor-invalid` */
  listDatasets(
    filter: { readonly kind?: DatasetKind | undefined },
    page: PageRequest,
  ): Promise<Slice<DatasetVersion>>;
  /** @throws NotFound `dataset-not-found` */
  getDataset(digest: string): Promise<DatasetVersion>;
  /** Freezes the labels of now. The same labels give the version that is there, with its first description. */
  createDataset(request: {
    readonly filter: DatasetFilter;
    readonly description: string | null;
    readonly username: string;
  }): Promise<{ version: DatasetVersion; created: boolean }>;
  /** In the order of learning. @throws NotFound `dataset-not-found`; InvalidInput `cursor-invalid` */
  listDatasetItems(digest: string, page: PageRequest): Promise<Slice<DatasetItem>>;
  /** The bytes whose SHA-256 is the version. @throws NotFound `dataset-not-found` */
  readManifest(digest: string): Promise<{ version: DatasetVersion; content: AsyncIterable<Uint8Array> }>;
  /** Piece by piece; fails in the middle when an object is missing or damaged. Recorded in the audit trail when it begins.
   * @returns `sizeBytes` where it is known before
   * @throws NotFound `dataset-not-found`
   */
  exportDataset(request: {
    readonly digest: string;
    readonly format: ExportFormat;
    readonly username: string;
  }): Promise<{
    version: DatasetVersion;
    sizeBytes: number | null;
    content: AsyncIterable<Uint8Array | string>;
  }>;
  /** @param request.id - UUID for the job; null: a new one. @throws NotFound `dataset-not-found` */
  startVerification(request: {
    readonly id: string | null;
    readonly digest: string;
    readonly username: string;
  }): Promise<JobRecord>;
  startArchiveUpload(request: {
    readonly sizeBytes: number;
  }): Promise<{ readonly uploadId: string; readonly address: TransferAddress }>;
  /** Reads the uploaded archive to its end before a job takes it in; one that is refused is discarded.
   * @throws NotFound `upload-not-found`; Unprocessable `archive-damaged | dataset-archive-invalid | dataset-labels-conflict`
   */
  startImport(request: {
    readonly id: string | null;
    readonly uploadId: string;
    readonly username: string;
  }): Promise<{ job: JobRecord; archive: { readonly digest: string } }>;

  /** The newest painting of a picture counts. @throws NotFound `image-not-found`; Unprocessable `regions-unfit`, or what is no picture */
  paintRegions(request: {
    readonly imageId: string;
    readonly bytes: Uint8Array;
    readonly username: string;
  }): Promise<{ regions: RegionsRecord; created: boolean }>;
  /** @throws NotFound `image-not-found | regions-not-found` */
  findRegions(imageId: string): Promise<RegionsRecord>;

  /** Worker side; each may be repeated. */
  verifyDatasetJob(request: JobRun): Promise<Readonly<Record<string, unknown>>>;
  importDatasetJob(request: JobRun): Promise<Readonly<Record<string, unknown>>>;
}
