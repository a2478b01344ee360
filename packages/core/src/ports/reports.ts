import type {
  ReportDiscardRecord,
  ReportRecord,
  ReportSignatureRecord,
  ReportStanding,
  ReportState,
} from '../laboratory/reports/report-records.ts';
import type { PageRequest, Slice } from './page.ts';

export interface ReportFilter {
  readonly state?: ReportState | undefined;
  /** Part of the name, client or project of the series, or the report's number. */
  readonly text?: string | undefined;
}

export interface ReportRows {
  /** A number and version that nobody else takes before the transaction ends. @param number - of a further version */
  nextPlace(number: number | null): Promise<{ readonly number: number; readonly version: number }>;
  /** @param imageIds - the pictures that it names */
  insert(report: ReportRecord, imageIds: readonly string[]): Promise<void>;
  find(id: string): Promise<ReportStanding | null>;
  /** The same as `find`, and keeps others from signing or replacing it until the transaction ends. */
  lock(id: string): Promise<ReportStanding | null>;
  /** The canonical text. */
  document(id: string): Promise<string | null>;
  /** Identifiers of the pictures that it names. */
  pictures(id: string): Promise<readonly string[]>;
  /** Newest first. @throws InvalidInput `cursor-invalid` */
  ofSeries(seriesId: string, page: PageRequest): Promise<Slice<ReportStanding>>;
  /** Newest first. @throws InvalidInput `cursor-invalid` */
  list(filter: ReportFilter, page: PageRequest): Promise<Slice<ReportStanding>>;
  findByCode(verificationCode: string): Promise<ReportStanding | null>;
  /** Waits for a removal of its pictures that is under way; none begins afterwards. */
  sign(signature: ReportSignatureRecord): Promise<void>;
  discard(discard: ReportDiscardRecord): Promise<void>;
  /** Pseudonyms of people, by name; one that has none yet gets it. */
  pseudonymsOf(names: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Names behind pseudonyms; those of people who were erased are missing. */
  namesOf(pseudonyms: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
