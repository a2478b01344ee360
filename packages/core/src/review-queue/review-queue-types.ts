import type { AnalysisRecord, ImageRecord } from '../domain/records.ts';

/** How the next pictures to label are chosen. */
export type SelectionStrategy = 'uncertainty' | 'diversity' | 'hybrid' | 'random';

export interface ReviewReason {
  readonly code:
    | 'interval-width'
    | 'no-number'
    | 'unlike-learned'
    | 'nothing-learned'
    | 'by-lot'
    | 'label-outside-interval'
    | 'readings-disagree';
  /** One sentence, with the numbers. */
  readonly detail: string;
  /** The number behind it: points of percent shear, or deviations a feature for `unlike-learned`. */
  readonly value: number | null;
}

/** A picture without a label. */
export interface PictureToLabel {
  readonly analysis: AnalysisRecord;
  readonly image: ImageRecord;
  readonly reasons: readonly ReviewReason[];
}

/** A label that a second look may correct. */
export interface LabelToCheck {
  readonly analysis: AnalysisRecord;
  readonly image: ImageRecord;
  /** The current label of the picture. */
  readonly labelPercent: number;
  readonly technician: string;
  readonly priority: 'high' | 'normal';
  readonly reasons: readonly ReviewReason[];
}

/** A reader who reads unlike the others. */
export interface UnusualReader {
  readonly technician: string;
  /** Pictures read. */
  readonly readings: number;
  /** Points above (below: negative) the reference, shrunk. */
  readonly bias: number;
  /** Standard deviation about the own bias, points, shrunk. */
  readonly deviation: number;
  readonly detail: string;
}

export interface ReviewQueue {
  readonly strategy: SelectionStrategy;
  /** Nobody said how; it follows from the number of labels. */
  readonly isDefault: boolean;
  /** Of the installation. */
  readonly labels: number;
  /** Pictures that were chosen from. */
  readonly candidates: number;
  /** Best first. */
  readonly toLabel: readonly PictureToLabel[];
  /** Most urgent first. */
  readonly toCheck: readonly LabelToCheck[];
  readonly readers: readonly UnusualReader[];
}

export interface ReviewQueueRequest {
  /** @default by how many labels there are */
  readonly strategy?: SelectionStrategy | undefined;
  /** At most so many of each kind. */
  readonly limit: number;
  /** Of `random`. @default 0 */
  readonly seed?: number | undefined;
}
