/** What is watched, by its name in the API. */
export type DriftSignal =
  | 'unsharpness'
  | 'median-luminance'
  | 'luminance-range'
  | 'burnt-share'
  | 'colour-warmth'
  | 'px-per-mm'
  | 'detection-confidence'
  | 'descriptor-distance'
  | 'shear-percent'
  | 'interval-width'
  | 'label-error';

export type DriftDirection = 'up' | 'down';

/** From when on pictures say what is usual. The newest one is in use. */
export interface DriftReference {
  readonly id: string;
  /** The first picture is not older. */
  readonly beginsAt: Date;
  /** Networks and seeing code of the pictures: others measure otherwise. */
  readonly baseDigest: string;
  readonly pipelineVersion: string;
  readonly reason: string;
  /** `system`: the product by itself. */
  readonly setBy: string;
  readonly setAt: Date;
  /** Pictures in it so far, and points of the charts that they make. */
  readonly pictures: number;
  readonly points: number;
  readonly isComplete: boolean;
  /** Where the charts begin, if not with the first picture after the reference. */
  readonly watchFrom: Date | null;
  readonly watchedPictures: number;
  /** Of all these, answered by a challenger on trial: not in the charts of answers and labels. */
  readonly canaryPictures: number;
  readonly evaluatedAt: Date | null;
  /** The last pictures as a whole against the reference; null before there are enough. */
  readonly comparison: { readonly pValue: number; readonly points: number } | null;
}

/** A signal that has left what is usual. */
export interface DriftFinding {
  readonly id: string;
  readonly referenceId: string;
  readonly signal: DriftSignal;
  readonly direction: DriftDirection;
  /** Since when, as the chart tells it: where it last crossed its middle. */
  readonly since: Date;
  /** The picture that took the chart beyond its limit, and when it was taken in. */
  readonly analysisId: string | null;
  readonly detectedAt: Date;
  readonly raisedAt: Date;
  /** What the chart plotted then, and its limit. */
  readonly statistic: number;
  readonly threshold: number;
  /** Medians of the reference and of the pictures about the alarm, in the unit of the signal. */
  readonly usual: number;
  readonly seen: number;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgement: string | null;
  readonly endedAt: Date | null;
  readonly endedBy: 'steady' | 'new-reference' | null;
}

/** A point of a control chart as it is drawn. */
export interface DriftPoint {
  /** Time of the last picture in it, ISO 8601. */
  readonly at: string;
  readonly analysisId: string;
  /** In the unit of the signal. */
  readonly value: number;
  /** What the chart plots. */
  readonly plotted: number;
}

/** How far out a signal was at the last evaluation, as a share of the limit of its chart. */
export interface DriftScore {
  readonly signal: DriftSignal;
  readonly ratio: number;
}

/** How a signal stood at the last evaluation. */
export interface DriftChart {
  readonly signal: DriftSignal;
  /** `not-watched`: too few points of reference. */
  readonly state: 'not-watched' | 'steady' | 'drifting';
  readonly referencePoints: number;
  readonly watchedPoints: number;
  readonly usual: number | null;
  /** Median of the last 20 points; null without any. */
  readonly seen: number | null;
  readonly statistic: number | null;
  readonly limit: number | null;
  readonly stability: {
    readonly index: number;
    readonly threshold: number;
    readonly isBeyond: boolean;
  } | null;
  /** The newest points. */
  readonly shown: readonly DriftPoint[];
  /** Time of the last point that was looked at; a text, as all of it is stored. */
  readonly until: string | null;
}
