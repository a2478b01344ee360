import { eyesOf } from '@mlmcsc/core/measure';
import type { Model } from '@mlmcsc/learning';
import { locateFace, type PhotometricMeasures, photometricMeasures, rectifyFace } from '@mlmcsc/vision';
import type { SceneCache } from '../scenes/scene-cache.ts';
import type { PlannedScene } from '../scenes/scene-plan.ts';

/** One picture in so many of those that a technician would keep is looked at: there are many more of them. */
const GOOD_EVERY = 3;
const SHARES = [0, 0.005, 0.01, 0.05, 0.5, 0.95, 0.99, 0.995, 1] as const;
const MEASURES = ['unsharpness', 'blur', 'clipped', 'median', 'brightness', 'range', 'border'] as const;

type Measured = PhotometricMeasures & { readonly border: number };

/** What the quality measures are on rendered pictures of training families, by what is wrong with the picture: the limits of
 * the flags are read off this table. The networks play no part but to find the face.
 * @returns lines of text */
export function fitnessTable(model: Model, scenes: readonly PlannedScene[], cache: SceneCache): string[] {
  const eyes = eyesOf(model);
  const byFitness = new Map<string, { shown: number; measured: Measured[] }>();
  let good = 0;
  for (const planned of scenes.filter(({ family }) => family !== null)) {
    const { about, image } = cache.read(planned);
    if (about.fitness === 'good' && good++ % GOOD_EVERY !== 0) continue;
    const group = byFitness.get(about.fitness) ?? { shown: 0, measured: [] };
    byFitness.set(about.fitness, group);
    group.shown += 1;
    const located = locateFace(image, eyes.locator, { acceptance: eyes.acceptance });
    if (!located.ok) continue;
    const { outline, flags } = located.face;
    const border = flags.find(({ code }) => code === 'partly-out-of-frame')?.value ?? 0;
    group.measured.push({
      ...photometricMeasures(rectifyFace(image, located.face), image, outline),
      border,
    });
  }
  return [...byFitness].flatMap(([fitness, { shown, measured }]) => [
    `${fitness}: ${shown} shown, face found in ${measured.length}; quantiles ${SHARES.join(', ')}`,
    ...MEASURES.map((name) => `  ${name.padEnd(12)} ${quantiles(measured.map((one) => one[name]))}`),
  ]);
}

function quantiles(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  return SHARES.map((share) => sorted[Math.round(share * (sorted.length - 1))]?.toFixed(3) ?? '–').join(' ');
}
