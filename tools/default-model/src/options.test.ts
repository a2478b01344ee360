import { expect, it } from 'vitest';
import { parseOptions } from './options.ts';
import { planScenes } from './scenes/scene-plan.ts';

it('reads sizes, and names an option that makes no sense', () => {
  expect(parseOptions(['--quick', '--seed', '7'])).toMatchObject({ seed: 7, size: { locatorSteps: 6 } });
  const { size } = parseOptions(['--steps', '100', '--scenes', '30']);
  expect([size.locatorSteps, size.surfaceSteps, size.trainScenes]).toEqual([100, 100, 30]);
  expect(parseOptions([])).toMatchObject({ errors: false, fitness: false, evaluateOnly: false });
  expect(parseOptions(['--errors'])).toMatchObject({ errors: true, fitness: false });
  expect(() => parseOptions(['--seed', 'x'])).toThrow(/--seed/);
  expect(() => parseOptions(['--steps', '0'])).toThrow(/--steps/);
});

it('plans pictures that no two splits share, the same ones in a longer plan', () => {
  const scale = { laboratoryPictures: 5 };
  const splits = (['train', 'calibrate', 'test', 'held-out', 'faces'] as const).map((split) =>
    planScenes(split, 40, 1, scale),
  );
  const seeds = splits.flat().map((scene) => scene.seed);
  expect(new Set(seeds).size).toBe(seeds.length);
  expect(planScenes('train', 60, 1, scale).slice(0, 40)).toEqual(splits[0]);
  expect(splits[0].filter((scene) => scene.family === null)).toHaveLength(8);
  const trained = new Set(splits[0].map((scene) => scene.family));
  for (const { family } of splits[3]) if (family !== null) expect(trained.has(family)).toBe(false);
  expect(new Set(splits[1].map((scene) => scene.laboratory)).size).toBe(8);
});
