import type { PageRequest, Slice } from './page.ts';

/** A picture's painted regions: a picture of the same size, stored as an object. */
export interface PaintedRegions {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** In a manifest a pseudonym. */
  readonly paintedBy: string;
  readonly paintedAt: Date;
}

/** One labelled picture: its newest label, whoever gave it. */
export interface DatasetItem {
  readonly sha256: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Null in manifests of format 1, which did not tell. So are the other fields that may be null here. */
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  readonly fileName: string | null;
  readonly specimen: string | null;
  readonly heat: string | null;
  readonly widthMm: number | null;
  readonly pxPerMm: number | null;
  readonly labelId: string;
  readonly shearPercent: number;
  readonly decision: 'accepted' | 'corrected';
  /** Pseudonym, the same before and after an erasure. */
  readonly technician: string;
  readonly labelledAt: Date | null;
  readonly splitGroup: string;
  readonly heldOut: boolean;
  /** The newest painting of the picture; null without one. */
  readonly regions: PaintedRegions | null;
}

/** Which labels a version takes; all combine with AND. */
export interface DatasetFilter {
  readonly heat?: string | undefined;
  readonly specimen?: string | undefined;
  /** User name or pseudonym of who gave the newest label. */
  readonly technician?: string | undefined;
  /** When the newest label was given: not before, and before. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly shearMin?: number | undefined;
  readonly shearMax?: number | undefined;
  readonly widthMm?: number | undefined;
  readonly heldOut?: boolean | undefined;
}

/** Counts of what is in a version. */
export interface DatasetSummary {
  /** Labels of 0 to below 20, 20 to 80, and above 80 percent shear. */
  readonly bands: { readonly low: number; readonly middle: number; readonly high: number };
  /** Labels of each technician, by pseudonym. */
  readonly technicians: Readonly<Record<string, number>>;
  readonly accepted: number;
  readonly painted: number;
  readonly pictureBytes: number;
}

/** `labels`: what was labelled at a moment; `training`: exactly what one model learned, in the order of learning. */
export type DatasetKind = 'labels' | 'training';

export interface DatasetVersion {
  /** SHA-256 of the manifest, which is the object of that name. */
  readonly digest: string;
  readonly kind: DatasetKind;
  /** Made here, or brought from another installation. */
  readonly source: 'created' | 'imported';
  /** Format of the manifest. */
  readonly format: number;
  /** The version that this one continues: its lines come before those of this manifest. */
  readonly parentDigest: string | null;
  /** How many versions it continues. */
  readonly depth: number;
  /** Lines with those of all versions it continues. */
  readonly items: number;
  readonly heldOut: number;
  /** Of this manifest alone. */
  readonly sizeBytes: number;
  /** Null for versions that were made before summaries. */
  readonly summary: DatasetSummary | null;
  readonly description: string | null;
  readonly filter: Readonly<Record<string, string | number | boolean>> | null;
  readonly createdBy: string;
  readonly createdAt: Date;
}

export type NewDatasetVersion = Omit<DatasetVersion, 'createdAt'>;

/** A label of a manifest as it is to be stored here. */
export interface ImportedLabel {
  readonly analysisId: string;
  readonly item: DatasetItem;
  /** The split of this installation, where its group is known here already. */
  readonly heldOut: boolean;
}

/** A label that is here already. */
export interface KnownLabel {
  readonly labelId: string;
  readonly sha256: string;
  readonly shearPercent: number;
  readonly technician: string;
}

/** The analysis that a label judges. */
export interface JudgedFace {
  readonly labelId: string;
  readonly modelDigest: string;
  readonly featuresKey: string | null;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Corners in pixels of the picture; null when no face was found. */
  readonly outline: readonly (readonly [number, number])[] | null;
}

export interface DatasetRows {
  /** Labels that a version takes, in the order of arrival: the newest of every picture that is there, as of one moment. */
  select(filter: DatasetFilter): Promise<readonly string[]>;
  /** Those labels with their pictures, in the order given. */
  items(labelIds: readonly string[]): Promise<readonly DatasetItem[]>;
  /** The same data give the same version: a known one is found. */
  insertOrFind(version: NewDatasetVersion): Promise<{ version: DatasetVersion; created: boolean }>;
  /** By the digest or its beginning; null when none or several begin so. */
  find(digest: string): Promise<DatasetVersion | null>;
  /** The version and all that it continues, the oldest first. */
  lineage(digest: string): Promise<readonly DatasetVersion[]>;
  /** Newest first. @throws InvalidInput `cursor-invalid` */
  list(
    filter: { readonly kind?: DatasetKind | undefined },
    page: PageRequest,
  ): Promise<Slice<DatasetVersion>>;
  /** Labels that are here already under one of these ids, or about one of these pictures. */
  known(items: readonly Pick<DatasetItem, 'labelId' | 'sha256'>[]): Promise<readonly KnownLabel[]>;
  /** Which of these groups are labelled here already, and whether they are held out. */
  splits(groups: readonly string[]): Promise<ReadonlyMap<string, boolean>>;
  /** What these labels judge, in no order; those of unknown labels are missing. */
  faces(labelIds: readonly string[]): Promise<readonly JudgedFace[]>;
  /** Stores labels under their own ids; those that are here already stay. @returns how many were new */
  importLabels(digest: string, labels: readonly ImportedLabel[]): Promise<number>;
}

export interface RegionsRecord extends PaintedRegions {
  readonly id: string;
  readonly imageId: string;
}

/** Paintings of pictures; append-only, the newest of a picture counts. */
export interface RegionRows {
  insert(regions: RegionsRecord): Promise<void>;
  current(imageId: string): Promise<RegionsRecord | null>;
}
