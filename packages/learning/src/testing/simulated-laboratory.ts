import type { FeatureSet } from '../head/feature-set.ts';
import type { LabelledSample } from '../head/labelled-sample.ts';
import type { SeededRandom } from '../network/seeded-random.ts';
import { createRandom } from '../network/seeded-random.ts';

/** Specimens without pictures, for tests: a latent percent shear, a biased map's area and features that betray the bias. */
export interface SimulatedLaboratory {
  readonly featureSet: FeatureSet;
  /** n specimens; every call continues the sequence. */
  take(count: number): LabelledSample[];
}

/** How a simulated laboratory differs from another. */
export interface SimulationOptions {
  readonly seed: number;
  /** Number of features, at least 4. @default 12 */
  readonly features?: number;
  /** Constant error of the map's area, points. @default 6 */
  readonly areaBias?: number;
  /** How far the map stretches percent shear about 50 %; below 1 it is timid. @default 1 */
  readonly areaGain?: number;
  /** How many deviations the last half of the textures move from the lower to the upper shelf. @default 0 */
  readonly textureContrast?: number;
  /** Deviations by which this laboratory's light moves every other texture. @default 0 */
  readonly textureShift?: number;
  /** Scatter of a label about what the features tell, points. @default 2 */
  readonly labelNoise?: number;
}

/** The feature set of a simulation. */
export function simulatedFeatureSet(features = 12): FeatureSet {
  const names = ['area', ...Array.from({ length: features - 1 }, (_, i) => `texture-${i}`)];
  return { version: 'simulated-1', names, areaName: 'area' };
}

/** The relation between texture and the area's error is the same in every laboratory; bias and noise are not. */
export function simulateLaboratory(options: SimulationOptions): SimulatedLaboratory {
  const { seed, features = 12, areaBias = 6, labelNoise = 2 } = options;
  const { areaGain = 1, textureContrast = 0, textureShift = 0 } = options;
  const random = createRandom(seed);
  let number = 0;
  const takeOne = (): LabelledSample => {
    number++;
    const truth = drawShear(random);
    const textures = Array.from({ length: features - 1 }, () => random.normal());
    const told = 4 * textures[0] - 3 * textures[1];
    const area = held(50 + areaGain * (truth - 50) + areaBias + told);
    const seen = textures.map((value, i) => {
      const contrast = 2 * i >= features ? textureContrast * (truth / 100 - 0.5) : 0;
      return value + contrast + (i % 2 === 0 ? textureShift : 0);
    });
    return {
      features: Float64Array.from([area, ...seen]),
      shearPercent: held(truth + labelNoise * random.normal()),
      specimen: `S${seed}-${number}`,
      heat: `H${seed}-${number % 10}`,
    };
  };
  return {
    featureSet: simulatedFeatureSet(features),
    take: (count) => Array.from({ length: count }, takeOne),
  };
}

/** A tenth on each shelf, the rest anywhere between. */
function drawShear(random: SeededRandom): number {
  const place = random.uniform();
  if (place < 0.1) return 0;
  return place > 0.9 ? 100 : 100 * random.uniform();
}

function held(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}
