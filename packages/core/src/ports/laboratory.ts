import type { AnalysisRecord, ImageRecord, LabelRecord } from '../domain/records.ts';
import type { ForceCurveRows } from '../laboratory/force-curves/force-curve-records.ts';
import type { LetterheadRows } from '../laboratory/letterhead/letterhead-records.ts';
import type {
  HeatRecord,
  RecordKind,
  RecordRevisionRecord,
  SeriesRecord,
  SpecimenImportRecord,
  SpecimenPictureRecord,
  SpecimenRecord,
  Stamp,
  TestMachineRecord,
} from '../laboratory/records.ts';
import type { PageRequest, Slice } from './page.ts';
import type { ReportRows } from './reports.ts';
import type { StudyRows } from './studies.ts';

/** Rows of one kind of record. */
export interface RecordRows<Record extends Stamp, Filter> {
  /** @throws Conflict `already-exists` when its name is taken */
  insert(record: Record): Promise<void>;
  find(id: string): Promise<Record | null>;
  /** By its name or identifier. */
  findByName(name: string): Promise<Record | null>;
  /** Newest first. @throws InvalidInput `cursor-invalid` */
  list(filter: Filter, page: PageRequest): Promise<Slice<Record>>;
  /** Replaces the row if it still has this revision. @returns whether it had */
  update(record: Record, replaces: number): Promise<boolean>;
  /** @returns whether it still had this revision. @throws Conflict `record-in-use` */
  remove(id: string, revision: number): Promise<boolean>;
}

export interface TextFilter {
  readonly text?: string | undefined;
}
export interface SeriesFilter extends TextFilter {
  readonly status?: SeriesRecord['status'] | undefined;
  /** Exactly this one. */
  readonly client?: string | undefined;
  readonly heatId?: string | undefined;
}
export interface SpecimenFilter extends TextFilter {
  readonly identifier?: string | undefined;
  readonly seriesId?: string | undefined;
  readonly heatId?: string | undefined;
  readonly machineId?: string | undefined;
  /** °C, both included. */
  readonly temperatureMin?: number | undefined;
  readonly temperatureMax?: number | undefined;
  readonly hasShear?: boolean | undefined;
}

export interface SpecimenRows extends RecordRows<SpecimenRecord, SpecimenFilter> {
  /** Which of these identifiers are taken. */
  taken(identifiers: readonly string[]): Promise<ReadonlySet<string>>;
  /** @returns false when somebody else has entered its identifier meanwhile */
  insertUnlessThere(record: SpecimenRecord): Promise<boolean>;
  insertMany(records: readonly SpecimenRecord[]): Promise<void>;
  /** Coldest first, then by identifier; at most `limit`. */
  ofSeries(seriesId: string, limit: number): Promise<readonly SpecimenRecord[]>;
}

export interface RevisionRows {
  append(revisions: readonly RecordRevisionRecord[]): Promise<void>;
  /** Newest first. */
  list(kind: RecordKind, recordId: string): Promise<readonly RecordRevisionRecord[]>;
  find(kind: RecordKind, recordId: string, revision: number): Promise<RecordRevisionRecord | null>;
}

/** A picture with everything that was read from it. */
export interface PictureOfSpecimen {
  readonly link: SpecimenPictureRecord;
  readonly image: ImageRecord;
  /** Newest first, each with its current label. */
  readonly analyses: readonly { readonly analysis: AnalysisRecord; readonly label: LabelRecord | null }[];
}

export interface SpecimenPictureRows {
  find(imageId: string): Promise<SpecimenPictureRecord | null>;
  /** Sets or replaces the link of a picture. */
  link(link: SpecimenPictureRecord): Promise<void>;
  unlink(imageId: string): Promise<void>;
  /** In the order in which they were linked. */
  ofSpecimen(specimenId: string): Promise<readonly PictureOfSpecimen[]>;
  /** Links pictures that were stored under these identifiers before the specimens were known.
   * @returns the links that were made
   */
  linkWaiting(
    specimens: readonly { readonly id: string; readonly identifier: string }[],
    by: string,
    at: Date,
  ): Promise<readonly SpecimenPictureRecord[]>;
}

export interface SpecimenImportRows {
  insert(record: SpecimenImportRecord): Promise<void>;
  find(id: string): Promise<SpecimenImportRecord | null>;
}

/** The records of a Charpy laboratory. */
export interface LaboratoryRows {
  readonly heats: RecordRows<HeatRecord, TextFilter>;
  readonly machines: RecordRows<TestMachineRecord, TextFilter>;
  readonly series: RecordRows<SeriesRecord, SeriesFilter>;
  readonly specimens: SpecimenRows;
  readonly pictures: SpecimenPictureRows;
  readonly imports: SpecimenImportRows;
  readonly revisions: RevisionRows;
  readonly studies: StudyRows;
  readonly reports: ReportRows;
  readonly forceCurves: ForceCurveRows;
  readonly letterheads: LetterheadRows;
}
