import { describe, expect, it } from 'vitest';
import { fitFeatureScaling, standardiseFeatures } from './feature-scaling.ts';
import { areaIndexOf, checkFeatureSet, featureVectorOf, isSameFeatureSet } from './feature-set.ts';

const set = { version: 'v1', names: ['contrast', 'area'], areaName: 'area' };

describe('feature sets', () => {
  it('put named values into order and ignore the rest', () => {
    expect([...featureVectorOf(set, { area: 40, contrast: 0.5, other: 9 })]).toEqual([0.5, 40]);
    expect(areaIndexOf(set)).toBe(1);
  });

  it('say which value is missing or unfit', () => {
    expect(() => featureVectorOf(set, { area: 40 })).toThrow(/"contrast".*undefined/);
    expect(() => featureVectorOf(set, { area: Number.POSITIVE_INFINITY, contrast: 1 })).toThrow(
      /"area".*Infinity/,
    );
  });

  it('must be consistent', () => {
    expect(() => checkFeatureSet({ ...set, names: ['area', 'area'] })).toThrow(/"area" twice/);
    expect(() => checkFeatureSet({ ...set, areaName: 'shear' })).toThrow(/"shear"/);
    expect(isSameFeatureSet(set, { ...set })).toBe(true);
    expect(isSameFeatureSet(set, { ...set, names: ['area', 'contrast'] })).toBe(false);
  });
});

describe('feature scaling', () => {
  it('standardises, clamps at the limit, and reads 0 for a constant feature', () => {
    const scaling = fitFeatureScaling(
      [
        [1, 10, 7.1],
        [3, 50, 7.1],
        [5, 90, 7.1],
      ].map((values) => Float64Array.from(values)),
    );
    expect([...scaling.centre]).toEqual([3, 50, 7.1].map((value) => expect.closeTo(value, 12)));
    expect([...scaling.scale]).toEqual([2, 40, 1].map((value) => expect.closeTo(value, 12)));
    const input = standardiseFeatures(scaling, ['a', 'area', 'c'], Float64Array.of(99, 25, 7.1), 1);
    // u = 0.25: 4u(1−u) = 0.75, 12u(1−u)(1−2u) = 1.125.
    expect([...input]).toEqual([1, 0.75, 1.125, 3, -0.625, 0].map((value) => expect.closeTo(value, 12)));
  });

  it('needs two specimens', () => {
    expect(() => fitFeatureScaling([Float64Array.of(1)])).toThrow(/at least 2/);
  });
});
