import { DESCRIPTOR_NAMES } from '@mlmcsc/vision';
import type { SeenPicture } from '../ports/drift.ts';
import type { DriftChart, DriftDirection, DriftSignal } from './drift-records.ts';

/** What a signal is, and what to tell a technician about it. */
export interface DriftSignalRule {
  readonly kind: 'input' | 'prediction' | 'label';
  /** For people. */
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  /** Null where all pictures together give the number. */
  readonly read: ((picture: SeenPicture) => number | null) | null;
  /** What it means that the number is larger, or smaller, than it was. */
  readonly up: string;
  readonly down: string;
  readonly advice: string;
  /** Told by nobody: learning does that. */
  readonly isWelcome?: (usual: number, seen: number) => boolean;
}

const warmthAt = DESCRIPTOR_NAMES.indexOf('colour-warmth');
const light = 'Look at the lamp: its age, its setting, its distance, and light from windows.';
const lens =
  'Clean the lens and the cover glass and focus anew; a cold lens fogs up when it comes into a warm room.';
const specimens =
  'Look whether light and focus moved as well. If other steel, or another test temperature, explains it, say so.';

/** Everything that is watched, once. */
export const DRIFT_SIGNALS: Readonly<Record<DriftSignal, DriftSignalRule>> = {
  unsharpness: {
    ...{ kind: 'input', name: 'Focus', unit: '', decimals: 1 },
    read: ({ measures }) => measures?.unsharpness ?? null,
    up: 'Pictures are less sharp than in the reference',
    down: 'Pictures are sharper than in the reference',
    advice: lens,
  },
  'median-luminance': {
    ...{ kind: 'input', name: 'Exposure', unit: '', decimals: 2 },
    read: ({ measures }) => measures?.medianLuminance ?? null,
    up: 'Pictures are brighter than in the reference',
    down: 'Pictures are darker than in the reference',
    advice: `${light} Then the exposure of the camera.`,
  },
  'luminance-range': {
    ...{ kind: 'input', name: 'Contrast', unit: '', decimals: 2 },
    read: ({ measures }) => measures?.luminanceRange ?? null,
    up: 'Pictures have more contrast than in the reference',
    down: 'Pictures have less contrast than in the reference',
    advice: `${lens} ${light}`,
  },
  'burnt-share': {
    ...{ kind: 'input', name: 'Glare', unit: '', decimals: 3 },
    read: ({ measures }) => measures?.burntShare ?? null,
    up: 'More of the face is burnt out than in the reference',
    down: 'Less of the face is burnt out than in the reference',
    advice: light,
  },
  'colour-warmth': {
    ...{ kind: 'input', name: 'Colour of the light', unit: '', decimals: 3 },
    read: ({ measures }) => measures?.descriptors[warmthAt] ?? null,
    up: 'Light is redder than in the reference',
    down: 'Light is bluer than in the reference',
    advice: `${light} Another lamp, or another white balance, does this.`,
  },
  'px-per-mm': {
    ...{ kind: 'input', name: 'Scale', unit: 'px/mm', decimals: 1 },
    read: ({ pxPerMm }) => pxPerMm,
    up: 'The camera is nearer, or zoomed in more, than in the reference',
    down: 'The camera is farther, or zoomed in less, than in the reference',
    advice: 'Put the camera back to its distance and zoom, and calibrate the scale anew.',
  },
  'detection-confidence': {
    ...{ kind: 'input', name: 'Confidence of detection', unit: '', decimals: 3 },
    read: ({ detectionConfidence }) => detectionConfidence,
    up: 'Faces are found more surely than in the reference',
    down: 'Faces are found less surely than in the reference',
    advice:
      'Look at the newest pictures: background, distance, light, focus, and whether the whole face is shown.',
  },
  'descriptor-distance': {
    ...{ kind: 'input', name: 'Look of the surface', unit: '', decimals: 2 },
    read: null,
    up: 'Surfaces look otherwise than in the reference',
    down: 'Surfaces look more alike than in the reference',
    advice: `Look at the other signals first. ${specimens}`,
  },
  'shear-percent': {
    ...{ kind: 'prediction', name: 'Percent shear', unit: '%', decimals: 0 },
    read: ({ shearPercent }) => shearPercent,
    up: 'Answers are higher than in the reference',
    down: 'Answers are lower than in the reference',
    advice: specimens,
  },
  'interval-width': {
    ...{ kind: 'prediction', name: 'Width of the intervals', unit: 'points', decimals: 1 },
    read: ({ intervalWidth }) => intervalWidth,
    up: 'The model is less sure than in the reference',
    down: 'The model is surer than in the reference',
    advice: `${specimens} Labels of the newest pictures teach the model.`,
    isWelcome: (usual, seen) => seen < usual,
  },
  'label-error': {
    ...{ kind: 'label', name: 'Answer less label', unit: 'points', decimals: 1 },
    read: null,
    up: 'The model reads higher, against technicians, than in the reference',
    down: 'The model reads lower, against technicians, than in the reference',
    advice:
      'Look whether the pictures changed, or the people who label; a study of readers tells. Retrain, or roll the model back.',
    isWelcome: (usual, seen) => Math.abs(seen) < Math.abs(usual),
  },
};

export const driftSignalNames = Object.keys(DRIFT_SIGNALS) as readonly DriftSignal[];

/** What moved, in words. */
export function describeDrift(
  signal: DriftSignal,
  { direction, usual, seen }: { direction: DriftDirection; usual: number; seen: number },
): { readonly summary: string; readonly advice: string } {
  const { name, unit, decimals, advice, ...rule } = DRIFT_SIGNALS[signal];
  const figure = (value: number) => value.toFixed(decimals).replace(/^-(0(?:\.0+)?)$/, '$1');
  const suffix = unit === '' ? '' : ` ${unit}`;
  const summary = `${rule[direction]}: ${name.toLowerCase()} ${figure(seen)} instead of ${figure(usual)}${suffix}.`;
  return { summary, advice };
}

/** How a signal stood at the last evaluation, in words. */
export function describeSignal(signal: DriftSignal, chart: DriftChart | null): string {
  if (chart === null) return 'The reference is being taken; nothing is judged yet.';
  const { state, usual, seen, statistic, referencePoints } = chart;
  if (state === 'not-watched' || usual === null) {
    const what = DRIFT_SIGNALS[signal].kind === 'label' ? 'labels' : 'points';
    return `Not watched: the reference has ${referencePoints} ${what} of 100.`;
  }
  if (seen === null) return 'As in the reference; nothing came after it yet.';
  if (state === 'steady') return 'As in the reference.';
  return describeDrift(signal, { direction: (statistic ?? 0) < 0 ? 'down' : 'up', usual, seen }).summary;
}
