import type { BandName } from '../metrics/shear-bands.ts';
import type { IntervalEstimate } from './agreement-result.ts';

/** Two models' answers to the same picture. */
export interface PairedAnswer {
  /** Pictures of one specimen share their cause of error. */
  readonly specimen: string;
  /** Percent shear, 0 to 100. */
  readonly champion: number;
  readonly challenger: number;
  readonly label: number | null;
}

/** Differences of two models on the same pictures, points of percent shear; null where there is too little to tell from. */
export interface PairedFigures {
  readonly pictures: number;
  readonly specimens: number;
  /** Mean of challenger − champion. */
  readonly difference: IntervalEstimate | null;
  /** Between which 95 % of the differences of single pictures lie, were they normal. */
  readonly limits: { readonly lower: number; readonly upper: number } | null;
  /** Pictures on which they differ by at most 5 points, 0 to 100. */
  readonly withinFivePercent: number | null;
  readonly labelled: LabelledFigures;
}

/** The same on pictures with a label. */
export interface LabelledFigures {
  readonly pictures: number;
  readonly specimens: number;
  /** Mean absolute errors. */
  readonly championError: number | null;
  readonly challengerError: number | null;
  /** Mean of |challenger − label| − |champion − label|: below zero where the challenger is closer. */
  readonly errorDifference: IntervalEstimate | null;
}

/** Two models beside each other. */
export interface PairedComparison {
  /** Of every interval. */
  readonly confidence: number;
  readonly overall: PairedFigures;
  /** By the label; without one, by the mean of both answers. */
  readonly bands: Readonly<Record<BandName, PairedFigures>>;
  readonly verdict: ComparisonVerdict;
}

/** What the labelled pictures allow to say, and no more. */
export interface ComparisonVerdict {
  readonly code:
    | 'too-few-specimens'
    | 'too-few-labels'
    | 'undecided'
    | 'challenger-closer'
    | 'champion-closer';
  /** A sentence or two. */
  readonly text: string;
}
