import { createRandom } from '@mlmcsc/learning/network';
import { describe, expect, it } from 'vitest';
import type { SeenLabel, SeenPicture } from '../ports/drift.ts';
import { describeDrift, describeSignal } from './drift-signals.ts';
import { evaluateSignals, settled, splitLabels, takeReference } from './evaluate-signals.ts';

/** The same for the same number: what the steady pictures of the tests vary by. */
const spread = (number: number) => createRandom(number).uniform();

function picture(number: number, change: Partial<SeenPicture> = {}): SeenPicture {
  const random = createRandom(number);
  return {
    ...{ analysisId: `a${number}`, at: new Date(1_000 * number), group: null, isCanary: false },
    ...{ shearPercent: 40 + random.normal(), intervalWidth: 8 + random.normal() },
    ...{ detectionConfidence: 0.9 + 0.1 * random.uniform(), pxPerMm: 41 + random.normal() },
    measures: {
      ...{ unsharpness: 5 + random.uniform(), burntShare: 0.01 * random.uniform() },
      ...{ medianLuminance: 0.5 + 0.1 * random.uniform(), brightness: 0.6 },
      luminanceRange: 0.3 + 0.1 * random.uniform(),
      descriptors: Float32Array.from({ length: 84 }, () => random.normal()),
    },
    ...change,
  };
}
const pictures = (count: number, change: (number: number) => Partial<SeenPicture> = () => ({})) =>
  Array.from({ length: count }, (_, number) => picture(number, change(number)));
const label = (number: number, error: number): SeenLabel => ({
  ...{ labelId: `l${number}`, analysisId: `a${number}`, at: new Date(1_000 * number), group: null },
  ...{ isCanary: false, error },
});
const labels = (count: number, error: (number: number) => number) =>
  splitLabels(Array.from({ length: count }, (_, number) => label(number, error(number))));
const verdictOf = (signal: string, recent: readonly SeenPicture[], given = labels(0, () => 0)) =>
  evaluateSignals(pictures(300), recent, given).find(({ chart }) => chart.signal === signal)!;

describe('takeReference', () => {
  it('is complete at 300 pictures that make 100 points with a face', () => {
    expect(takeReference(pictures(299))).toEqual({ pictures: 299, points: 299, isComplete: false });
    expect(takeReference(pictures(340))).toEqual({ pictures: 300, points: 300, isComplete: true });
    const heats = pictures(700, (number) => ({ group: `H${Math.floor(number / 5)}` }));
    expect(takeReference(heats)).toEqual({ pictures: 500, points: 100, isComplete: true });
    const faceless = pictures(400, (number) => (number % 4 === 0 ? {} : { measures: null }));
    expect(takeReference(faceless)).toEqual({ pictures: 397, points: 100, isComplete: true });
  });
});

describe('settled', () => {
  it('leaves out the group at the end, of which more may come', () => {
    const groups = ['A', 'A', null, 'B', 'B'].map((group, number) => picture(number, { group }));
    expect(settled(groups)).toHaveLength(3);
    expect(settled(groups.slice(0, 3))).toHaveLength(3);
    expect(settled(groups.slice(0, 2))).toEqual([]);
    expect(settled([])).toEqual([]);
  });
});

describe('evaluateSignals', () => {
  it('finds nothing where nothing changes, and watches labels once there are enough', () => {
    const verdicts = evaluateSignals(pictures(300), pictures(200), labels(150, spread));
    expect(verdicts).toHaveLength(11);
    expect(verdicts.flatMap(({ onsets }) => onsets)).toEqual([]);
    expect(verdicts.every(({ chart }) => chart.state === 'steady')).toBe(true);
    expect(verdictOf('label-error', pictures(10), labels(99, spread)).chart).toMatchObject({
      ...{ state: 'not-watched', referencePoints: 99 },
    });
  });

  it('leaves answers of a challenger on trial out of the charts of answers, and its pictures in the others', () => {
    const high = (isCanary: boolean) =>
      pictures(120, (number) => (number % 2 === 0 ? { isCanary, shearPercent: 70, pxPerMm: 35 } : {}));
    expect(verdictOf('shear-percent', high(false)).chart.state).toBe('drifting');
    expect(verdictOf('shear-percent', high(true)).chart).toMatchObject({
      state: 'steady',
      watchedPoints: 60,
    });
    expect(verdictOf('px-per-mm', high(true)).chart).toMatchObject({ state: 'drifting', watchedPoints: 120 });
  });

  it('names the picture that gave a change away, and dates it back to where it began', () => {
    const recent = pictures(100, (number) => (number < 60 ? {} : { pxPerMm: 35 + spread(number) }));
    const { chart, onsets } = verdictOf('px-per-mm', recent);
    expect(chart).toMatchObject({ state: 'drifting', watchedPoints: 100, shown: { length: 100 } });
    expect(chart.seen).toBeLessThan(36);
    expect(onsets).toMatchObject([{ direction: 'down', lasts: true }]);
    const found = Number(onsets[0]!.analysisId.slice(1));
    expect(found).toBeGreaterThan(60);
    expect(found).toBeLessThan(75);
    expect(Math.abs(onsets[0]!.since.getTime() / 1_000 - 60)).toBeLessThan(25);
  });

  it('tells of wider intervals and not of narrower ones; of a bias that grows and not of one that goes', () => {
    const wider = pictures(60, () => ({ intervalWidth: 14 }));
    expect(verdictOf('interval-width', wider).onsets).toMatchObject([{ direction: 'up', seen: 14 }]);
    const narrower = pictures(60, () => ({ intervalWidth: 4 }));
    const { chart, onsets } = verdictOf('interval-width', narrower);
    expect({ state: chart.state, onsets }).toEqual({ state: 'steady', onsets: [] });

    const grows = labels(160, (number) => spread(number) + (number < 100 ? 0 : 5));
    expect(verdictOf('label-error', [], grows).onsets).toMatchObject([{ direction: 'up' }]);
    const goes = labels(160, (number) => spread(number) + (number < 100 ? 5 : 0));
    expect(verdictOf('label-error', [], goes).onsets).toEqual([]);
  });

  it('passes over pictures without a face', () => {
    const recent = pictures(100, (number) => (number % 2 === 0 ? { measures: null } : {}));
    expect(verdictOf('descriptor-distance', recent).chart).toMatchObject({
      watchedPoints: 50,
      state: 'steady',
    });
    expect(verdictOf('detection-confidence', recent).chart.watchedPoints).toBe(100);
  });
});

describe('words', () => {
  it('say what moved, by how much, and what to do', () => {
    const { summary, advice } = describeDrift('label-error', { direction: 'up', usual: -0.04, seen: 4.26 });
    expect(summary).toBe(
      'The model reads higher, against technicians, than in the reference: answer less label 4.3 instead of 0.0 points.',
    );
    expect(advice).toContain('study of readers');
    expect(describeSignal('unsharpness', null)).toContain('reference is being taken');
    expect(describeSignal('label-error', verdictOf('label-error', []).chart)).toBe(
      'Not watched: the reference has 0 labels of 100.',
    );
    expect(describeSignal('unsharpness', verdictOf('unsharpness', []).chart)).toBe(
      'As in the reference; nothing came after it yet.',
    );
  });
});
