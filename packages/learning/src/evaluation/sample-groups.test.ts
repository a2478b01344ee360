import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelledSample } from '../head/labelled-sample.ts';
import { assignFolds, groupSamples } from './sample-groups.ts';

const sample = (specimen?: string, heat?: string): LabelledSample => ({
  features: new Float64Array(1),
  shearPercent: 50,
  ...(specimen === undefined ? {} : { specimen }),
  ...(heat === undefined ? {} : { heat }),
});

describe('groupSamples', () => {
  it('keeps halves and heats together, also through a specimen under two heats', () => {
    const samples = [
      sample('S1', 'A'),
      sample('S2', 'B'),
      sample('S1', 'C'),
      sample('S3', 'C'),
      sample('S4', 'D'),
      sample(),
    ];
    expect(groupSamples(samples, 2)).toEqual({ groupOf: [0, 1, 0, 0, 2, 3], count: 4, groupedBy: 'heat' });
  });

  it('falls back to specimens when heats are few, and to single samples without names', () => {
    const samples = [sample('S1', 'A'), sample('S2', 'A'), sample('S1', 'A')];
    expect(groupSamples(samples, 2)).toEqual({ groupOf: [0, 1, 0], count: 2, groupedBy: 'specimen' });
    expect(groupSamples([sample(), sample()], 2)).toEqual({ groupOf: [0, 1], count: 2, groupedBy: 'sample' });
  });
});

describe('assignFolds', () => {
  it('never splits a group, and balances', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 40, maxLength: 200 }), (names) => {
        const groups = groupSamples(
          names.map((name) => sample(`S${name}`)),
          1,
        );
        const folds = assignFolds(groups, 5);
        const sizes = [0, 0, 0, 0, 0];
        names.forEach((name, i) => {
          sizes[folds[i]]++;
          expect(folds[i]).toBe(folds[names.indexOf(name)]);
        });
        const largest = Math.max(...names.map((name) => names.filter((other) => other === name).length));
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(largest);
      }),
    );
  });
});
