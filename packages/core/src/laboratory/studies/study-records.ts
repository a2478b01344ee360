/** Several people read the same specimens, each in an order of their own, without seeing one another's readings. */
export interface StudyRecord {
  readonly id: string;
  readonly name: string;
  readonly notes: string | null;
  /** How often everybody reads every specimen. */
  readonly repeats: number;
  /** Points between readers above which a reviewer decides. */
  readonly disagreementThreshold: number;
  readonly includesModel: boolean;
  /** The order of reading follows from it. */
  readonly seed: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
  readonly closeReason: string | null;
}

/** A specimen of a study with the picture that is read. */
export interface StudySpecimenRecord {
  readonly studyId: string;
  readonly specimenId: string;
  readonly identifier: string;
  /** From 1, in the order in which the study was made. */
  readonly position: number;
  readonly imageId: string;
  /** What the model had said of the picture when the study began; null when nothing. */
  readonly modelPercent: number | null;
  readonly modelVersion: string | null;
}

/** A reading that is asked for; `percent` is null until it is given, and never changes then. */
export interface StudyReadingRecord {
  readonly id: string;
  readonly studyId: string;
  readonly specimenId: string;
  readonly reader: string;
  readonly repeat: number;
  /** From 1, in the order in which this reader reads. */
  readonly place: number;
  readonly percent: number | null;
  readonly readAt: Date | null;
}

/** What a reviewer decided about a specimen whose readers differ; the newest counts. */
export interface StudyAdjudicationRecord {
  readonly id: string;
  readonly studyId: string;
  readonly specimenId: string;
  readonly percent: number;
  readonly reason: string;
  readonly adjudicatedBy: string;
  readonly adjudicatedAt: Date;
}
