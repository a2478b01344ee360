import { drawSceneSpec, renderScene } from '@mlmcsc/specimens';
import { DEFAULT_ACCEPTANCE, openEyes } from '@mlmcsc/vision';
import { describe, expect, it } from 'vitest';
import { extractFeatures, measureShear, predictFromFeatures } from './measure-shear.ts';
import { PIPELINE_VERSION } from './pipeline-version.ts';
import { untrainedModel } from './test-model.ts';

const scene = renderScene(
  drawSceneSpec(3, 'dome-laboratory', { fitness: 'good', halves: 1, resolutionScale: 0.5 }),
);
const lenient = untrainedModel({ ...DEFAULT_ACCEPTANCE, threshold: 0 });
const strict = untrainedModel(DEFAULT_ACCEPTANCE);

describe('measureShear', () => {
  it('refuses with a reason and nulls when the locator finds no face', () => {
    const measurement = measureShear(scene.image, strict);
    expect(measurement.status).toBe('no-face');
    expect(measurement.reason).toMatch(/\w+ \w+/);
    for (const key of [
      'shearPercent',
      'lower',
      'upper',
      'bbox',
      'outline',
      'notchSide',
      'pxPerMm',
      'features',
    ] as const) {
      expect(measurement[key]).toBeNull();
    }
    expect(measurement.intervalLevel).toBe(0.9);
  });

  it('is bit-identical for the same picture', () => {
    expect(measureShear(scene.image, lenient)).toEqual(measureShear(scene.image, lenient));
  });

  it('gives number, interval, geometry and features together, or none of the numbers with a reason', () => {
    const measurement = measureShear(scene.image, lenient, { intervalLevel: 0.8 });
    expect(measurement.status).not.toBe('no-face');
    expect(measurement.features).toHaveLength(lenient.head.featureSet.names.length);
    expect(measurement.features?.every(Number.isFinite)).toBe(true);
    expect(measurement.outline?.length).toBeGreaterThan(7);
    expect(measurement.pipelineVersion).toBe(PIPELINE_VERSION);
    if (measurement.status === 'ok') {
      expect(measurement.reason).toBeNull();
      expect(measurement.lower).toBeLessThanOrEqual(measurement.shearPercent ?? Number.NaN);
      expect(measurement.upper).toBeGreaterThanOrEqual(measurement.shearPercent ?? Number.NaN);
    } else {
      expect(measurement.reason).not.toBeNull();
      expect(measurement.shearPercent).toBeNull();
    }
    const again = predictFromFeatures(measurement.features ?? new Float64Array(), lenient, 0.8);
    expect(again.intervalLevel).toBe(0.8);
    if (measurement.status === 'ok') expect(again.shearPercent).toBe(measurement.shearPercent);
  });

  it('answers the area of the map while the head has no labels', () => {
    const { features } = extractFeatures(scene.image, openEyes(lenient));
    const { names, areaName } = lenient.head.featureSet;
    const area = features?.[names.indexOf(areaName)] ?? Number.NaN;
    expect(predictFromFeatures(features ?? new Float64Array(), lenient).shearPercent).toBeCloseTo(area, 6);
  });

  it('calls a blank picture unfit', () => {
    const blank = { width: 200, height: 160, data: new Uint8Array(96_000).fill(7) };
    const measurement = measureShear(blank, lenient);
    expect(measurement.status).toBe('no-face');
    expect(measurement.reason).toMatch(/black/);
  });

  it('rejects a model made for other seeing code, naming both versions', () => {
    const old = { ...lenient, pipelineVersion: 'seeing-0' };
    expect(() => measureShear(scene.image, old)).toThrow(/seeing-0/);
  });

  it('rejects a head made for other features', () => {
    const other = { ...lenient.head.featureSet, version: 'elsewhere' };
    const model = { ...lenient, head: { ...lenient.head, featureSet: other } };
    expect(() => measureShear(scene.image, model)).toThrow(/elsewhere/);
  });
});
