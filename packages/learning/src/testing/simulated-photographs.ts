import type { SeededRandom } from '../network/seeded-random.ts';
import { createRandom } from '../network/seeded-random.ts';

/** The numbers that an analysis keeps of a photograph, without the photograph. */
export interface SimulatedPhotograph {
  readonly shearPercent: number;
  readonly intervalWidth: number;
  readonly detectionConfidence: number;
  readonly pxPerMm: number;
  /** Twelve: warmth, saturation, glint, fine energy × 3, coarse energy × 3, contrast × 3. */
  readonly descriptors: Float64Array;
  /** Model less technician, points; every tenth photograph is labelled. */
  readonly labelError: number | null;
}

/** What the camera and the light do to photograph number n. */
export interface Disturbance {
  /** Another lamp: 0 or 1. */
  readonly lamp: number;
  /** Fog on the lens: 0 clear to 1, at which fine texture is gone. */
  readonly fog: number;
}

export interface PhotographSimulationOptions {
  readonly seed: number;
  readonly count: number;
  /** @default nothing ever */
  readonly disturbance?: (number: number) => Disturbance;
  /** Photographs in a row of one heat, which have its shear and its texture in common. @default 1 */
  readonly heatLength?: number;
}

const clear: Disturbance = { lamp: 0, fog: 0 };
/** By how many deviations between photographs another lamp moves each descriptor: it is warmer, and it glints. */
const lampEffects = [1.5, -1, 1.2, 0.3, 0.3, 0.3, 0, 0, 0, 0.6, 0.6, 0];
/** The same for a fogged lens: fine texture, glints and contrast go, coarse texture stays. */
const fogEffects = [0, -0.8, -2, -4, -4, -4, -0.5, -0.5, -0.5, -2, -2, -1];
/** How far a descriptor tells shear from cleavage. */
const shearEffects = [0, 0.2, -1.5, -1, -1, -0.6, 0.8, 0.8, 0.4, -0.5, 0.5, 0.2];

/** Photographs of one laboratory in the order in which they were taken. */
export function simulatePhotographs(options: PhotographSimulationOptions): SimulatedPhotograph[] {
  const { seed, count, disturbance = () => clear, heatLength = 1 } = options;
  const random = createRandom(seed);
  let heat = { shear: 0, texture: 0 };
  return Array.from({ length: count }, (_, number) => {
    if (number % heatLength === 0) heat = { shear: random.uniform(), texture: random.normal() };
    const ownShear = heatLength === 1 ? heat.shear : (heat.shear + random.uniform()) / 2;
    return photograph(random, ownShear, heatLength === 1 ? 0 : heat.texture, number, disturbance(number));
  });
}

function photograph(
  random: SeededRandom,
  shear: number,
  texture: number,
  number: number,
  { lamp, fog }: Disturbance,
): SimulatedPhotograph {
  // A tenth of the specimens lies on either shelf, all alike.
  const truth = held(125 * shear - 12.5);
  const misread = 4 * lamp + 12 * fog;
  const shearPercent = held(truth + misread + 3 * random.normal());
  const readByEye = held(truth + 2 * random.normal());
  const descriptors = Float64Array.from(
    lampEffects,
    (effect, i) =>
      effect * lamp +
      fogEffects[i] * fog +
      shearEffects[i] * (truth / 50 - 1) +
      0.5 * texture +
      random.normal(),
  );
  const doubt = Math.exp(0.8 * random.normal() + 2.5 * fog + 0.3 * lamp);
  return {
    shearPercent,
    intervalWidth: (6 + 8 * Math.sin((Math.PI * truth) / 100)) * (1 + 0.15 * random.normal() + fog),
    detectionConfidence: 1 - Math.min(1, 0.02 * doubt),
    pxPerMm: 41 + 0.4 * random.normal(),
    descriptors,
    labelError: number % 10 === 9 ? shearPercent - readByEye : null,
  };
}

function held(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}
