import { MAP_STATISTIC_NAMES } from '@mlmcsc/vision';
import { expect, it } from 'vitest';
import type { SceneView } from '../measure/view-scene.ts';
import { calibrateDoubt } from './calibrate-stage.ts';

const viewOf = (entropy: number, outlineIou = 0.95): SceneView => ({
  ...{ family: 'side-bench', fitness: 'good', status: 'ok', score: 1, acceptanceFeatures: null, flags: [] },
  features: Float64Array.from(MAP_STATISTIC_NAMES, (name) => (name === 'map-entropy' ? entropy : 0)),
  match: { outlineIou, mapIou: 1, shearPercent: 50, widthMm: 10, isNotchSideRight: true, scaleRatio: 1 },
  ...{ wholeFaces: 1, elapsedMs: 0 },
});

it('draws the limit so that one face in twenty is beyond it', () => {
  const views = Array.from({ length: 101 }, (_, i) => viewOf(((i * 37) % 101) / 200));
  const limit = calibrateDoubt(views);
  expect(
    views.filter(({ features }) => features![MAP_STATISTIC_NAMES.indexOf('map-entropy')] > limit),
  ).toHaveLength(5);
});

it('looks at faces only whose outline was found well', () => {
  expect(calibrateDoubt([viewOf(0.2), viewOf(0.9, 0.3), viewOf(0.9, 0.6)])).toBe(0.2);
  expect(calibrateDoubt([])).toBe(1);
});
