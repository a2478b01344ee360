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
  | 'unsure-outline'
  | 'undecided-map';

/** One finding about the fitness of a photograph, with the measured value and the limit it crossed. */
export interface QualityFlag {
  readonly code: QualityFlagCode;
  readonly severity: FlagSeverity;
  readonly value: number;
  readonly limit: number;
  /** A sentence for the technician: what is wrong and what helps. */
  readonly detail: string;
}

const REMEDIES: Record<QualityFlagCode, string> = {
  blurred: 'The face is blurred: focus on it, hold the camera still.',
  glare: 'Parts of the face are burnt out by reflections: use softer light.',
  underexposed: 'The face is too dark: more light or a longer exposure.',
  overexposed: 'The face is too bright: less light or a shorter exposure.',
  'partly-out-of-frame': 'The face is cut off by the edge of the picture: show all of it.',
  'two-halves': 'Further faces are in the picture; the surest one was measured.',
  'low-resolution': 'The face is small in the picture: go closer or use more pixels per millimetre.',
  'low-contrast': 'The face shows hardly any contrast: light it from the side.',
  tilted: 'The face seems tilted against the camera: look at it squarely.',
  'unsure-notch-side': 'It is not clear on which side the notch lies: check the marked side.',
  'unsure-outline': 'Parts of the outline are uncertain: check it against the picture.',
  'undecided-map':
    'Cleavage and shear could not be told apart on much of the face: light it from another side, or read it by eye.',
};

/** Makes a flag with its sentence. */
export function qualityFlag(
  code: QualityFlagCode,
  severity: FlagSeverity,
  value: number,
  limit: number,
): QualityFlag {
  return { code, severity, value, limit, detail: REMEDIES[code] };
}
