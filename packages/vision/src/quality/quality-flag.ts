/** How much a flag matters: shown, doubtful number, or not to be measured. */
export type FlagSeverity = 'info' | 'warning' | 'refuse';

export type QualityFlagCode =
  | 'blurred'
  | 'glare'
  | 'underexposed'
  | 'overexposed'
  | 'partly-out-of-frame'
  | 'two-halves'
  | 'low-resolution'
  | 'low-contrast'
  | 'tilted'
  | 'unsure-notch-side'
  | 'unsure-outline';

/** One finding about the fitness of a photograph, with the measured value and the limit it crossed. */
export interface QualityFlag {
  readonly code: QualityFlagCode;
  readonly severity: FlagSeverity;
  readonly value: number;
  readonly limit: number;
}
