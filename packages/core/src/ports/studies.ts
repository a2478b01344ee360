import type {
  StudyAdjudicationRecord,
  StudyReadingRecord,
  StudyRecord,
  StudySpecimenRecord,
} from '../laboratory/studies/study-records.ts';
import type { PageRequest, Slice } from './page.ts';

export interface StudyFilter {
  readonly isClosed?: boolean | undefined;
  /** Only studies that ask this person for readings. */
  readonly reader?: string | undefined;
}

export interface StudyRows {
  /** With everything that is asked for. */
  insert(
    study: StudyRecord,
    specimens: readonly Omit<StudySpecimenRecord, 'identifier'>[],
    readings: readonly StudyReadingRecord[],
  ): Promise<void>;
  find(id: string): Promise<StudyRecord | null>;
  findByName(name: string): Promise<StudyRecord | null>;
  /** The same as `find`, and keeps others from giving readings or closing it until the transaction ends. */
  lock(id: string): Promise<StudyRecord | null>;
  /** Newest first. @throws InvalidInput `cursor-invalid` */
  list(filter: StudyFilter, page: PageRequest): Promise<Slice<StudyRecord>>;
  /** By position. */
  specimens(studyId: string): Promise<readonly StudySpecimenRecord[]>;
  /** By reader and place. */
  readings(studyId: string): Promise<readonly StudyReadingRecord[]>;
  findReading(id: string): Promise<StudyReadingRecord | null>;
  /** The first that this reader has not given; null when all are. */
  nextReading(studyId: string, reader: string): Promise<StudyReadingRecord | null>;
  give(id: string, percent: number, at: Date): Promise<void>;
  /** Oldest first. */
  adjudications(studyId: string): Promise<readonly StudyAdjudicationRecord[]>;
  adjudicate(adjudication: StudyAdjudicationRecord): Promise<void>;
  /** Pictures of specimens of this reader's open studies that somebody has still to read, other pictures of them among them. */
  hiddenFrom(reader: string): Promise<readonly string[]>;
  close(id: string, by: string, at: Date, reason: string): Promise<void>;
  /** Which of these people may read: they are there, active, and technicians or more. */
  readersAmong(usernames: readonly string[]): Promise<ReadonlySet<string>>;
}
