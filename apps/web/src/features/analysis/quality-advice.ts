import type { QualityFlag } from '@mlmcsc/contracts';
import { text } from './texts/text.ts';

/** What a flag is called on the screen and what mends it. */
interface Advice {
  readonly title: string;
  readonly remedy: string;
}

const ADVICE: Readonly<Record<string, Advice>> = {
  blurred: {
    get title() {
      return text.blurred;
    },
    get remedy() {
      return text.focusOnTheFracture;
    },
  },
  glare: {
    get title() {
      return text.glare;
    },
    get remedy() {
      return text.tiltTheLampOr;
    },
  },
  underexposed: {
    get title() {
      return text.tooDark;
    },
    get remedy() {
      return text.addLightOrExpose;
    },
  },
  overexposed: {
    get title() {
      return text.tooBright;
    },
    get remedy() {
      return text.dimTheLightOr;
    },
  },
  'partly-out-of-frame': {
    get title() {
      return text.partlyOutOfFrame;
    },
    get remedy() {
      return text.moveTheSpecimenSo;
    },
  },
  'two-halves': {
    get title() {
      return text.twoHalvesInThe;
    },
    get remedy() {
      return text.photographOneHalfAt;
    },
  },
  'low-resolution': {
    get title() {
      return text.lowResolution;
    },
    get remedy() {
      return text.goCloserOrUse;
    },
  },
  'low-contrast': {
    get title() {
      return text.lowContrast;
    },
    get remedy() {
      return text.lightTheFaceFrom;
    },
  },
  tilted: {
    get title() {
      return text.tilted;
    },
    get remedy() {
      return text.layTheFaceParallel;
    },
  },
  'unsure-notch-side': {
    get title() {
      return text.notchSideUncertain;
    },
    get remedy() {
      return text.checkTheNotchMarker;
    },
  },
  'unsure-outline': {
    get title() {
      return text.outlineUncertain;
    },
    get remedy() {
      return text.checkTheOutlineOn;
    },
  },
  'undecided-map': {
    get title() {
      return text.cleavageAndShearAlike;
    },
    get remedy() {
      return text.lightTheFaceFromAnother;
    },
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
export const noFaceSteps = (): readonly string[] => [
  text.haveOneHalfOf,
  text.letTheFaceFill,
  text.lightItFromThe,
];
