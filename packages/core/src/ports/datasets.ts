/** One labelled picture: its newest label, whoever gave it. */
export interface DatasetItem {
  readonly sha256: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly labelId: string;
  readonly shearPercent: number;
  readonly decision: string;
  /** Pseudonym, the same before and after an erasure. */
  readonly technician: string;
  readonly splitGroup: string;
  readonly heldOut: boolean;
  readonly widthMm: number | null;
  readonly pxPerMm: number | null;
}

export interface DatasetVersion {
  /** SHA-256 of the manifest, which is the object of that name. */
  readonly digest: string;
  readonly items: number;
  readonly heldOut: number;
  readonly sizeBytes: number;
  readonly createdBy: string;
  readonly createdAt: Date;
}

export interface DatasetRows {
  /** Place of the newest label in the order of arrival, 0 without labels. */
  newestArrival(): Promise<number>;
  /** In order of SHA-256; only labels up to that arrival count. */
  items(after: string, upToArrival: number, limit: number): Promise<readonly DatasetItem[]>;
  /** The same data give the same version: a known one is found. */
  insertOrFind(
    version: Omit<DatasetVersion, 'createdAt'>,
  ): Promise<{ version: DatasetVersion; created: boolean }>;
  /** By the digest or its beginning; null when none or several begin so. */
  find(digest: string): Promise<DatasetVersion | null>;
  /** Newest first. */
  list(limit: number): Promise<readonly DatasetVersion[]>;
}
