import type { QualityFlag } from '@mlmcsc/contracts';

/** What a flag is called on the screen and what mends it. */
interface Advice {
  readonly title: string;
  readonly remedy: string;
}

const ADVICE: Readonly<Record<string, Advice>> = {
  blurred: {
    title: 'Blurred',
    remedy: 'Focus on the fracture face and hold the camera still; take it again.',
  },
  glare: {
    title: 'Glare',
    remedy: 'Tilt the lamp or the specimen until the bright spots are gone, or use a diffuser.',
  },
  underexposed: { title: 'Too dark', remedy: 'Add light or expose longer.' },
  overexposed: { title: 'Too bright', remedy: 'Dim the light or expose shorter.' },
  'partly-out-of-frame': {
    title: 'Partly out of frame',
    remedy: 'Move the specimen so that the whole face is in the picture.',
  },
  'two-halves': {
    title: 'Two halves in the picture',
    remedy: 'Photograph one half at a time, or cover the other.',
  },
  'low-resolution': {
    title: 'Low resolution',
    remedy: 'Go closer or use a higher resolution; the face should span at least several hundred pixels.',
  },
  'low-contrast': {
    title: 'Low contrast',
    remedy: 'Light the face from the side, so that the relief shows.',
  },
  tilted: { title: 'Tilted', remedy: 'Lay the face parallel to the sensor.' },
  'unsure-notch-side': {
    title: 'Notch side uncertain',
    remedy: 'Check the notch marker on the picture before accepting.',
  },
  'unsure-outline': {
    title: 'Outline uncertain',
    remedy: 'Check the outline on the picture before accepting.',
  },
  'undecided-map': {
    title: 'Cleavage and shear alike',
    remedy: 'Light the face from another side and take it again, or read it by eye.',
  },
};

/** Title of a flag; an unknown code is made readable. */
export function flagTitle(flag: QualityFlag): string {
  const known = ADVICE[flag.code]?.title;
  if (known !== undefined) return known;
  const words = flag.code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What to do about a flag; empty when the server's sentence must do. */
export function flagRemedy(flag: QualityFlag): string {
  return ADVICE[flag.code]?.remedy ?? '';
}

/** What to do when no face was found. */
export const NO_FACE_STEPS: readonly string[] = [
  'Have one half of a broken specimen in the picture, its fracture face towards the camera.',
  'Let the face fill about half of the picture, on a plain background.',
  'Light it from the side, focus, and take it again.',
];
