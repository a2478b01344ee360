import { describe, expect, it } from 'vitest';
import {
  type Disturbance,
  type SimulatedPhotograph,
  simulatePhotographs,
} from '../testing/simulated-photographs.ts';
import { descriptorDistances } from './descriptor-distance.ts';
import { judgeDrift, type WatchedFigure } from './judge-drift.ts';

/** Pictures after the last promotion that say what is usual. */
const usual = 300;

function watched(pictures: readonly SimulatedPhotograph[], reference = usual): WatchedFigure[] {
  const before = pictures.slice(0, reference);
  const after = pictures.slice(reference);
  const figure = (name: string, of: (picture: SimulatedPhotograph) => number | null): WatchedFigure => ({
    ...{ name, reference: before.map(of), recent: after.map(of) },
  });
  const vectors = (some: readonly SimulatedPhotograph[]) => some.map(({ descriptors }) => descriptors);
  return [
    figure('shear_percent', ({ shearPercent }) => shearPercent),
    figure('interval_width', ({ intervalWidth }) => intervalWidth),
    figure('detection_confidence', ({ detectionConfidence }) => detectionConfidence),
    figure('px_per_mm', ({ pxPerMm }) => pxPerMm),
    { name: 'descriptor_distance', ...descriptorDistances(vectors(before), vectors(after)) },
  ];
}

function heatsOf(pictures: number, heatLength: number, reference: number) {
  const heats = Array.from({ length: pictures }, (_, number) => `H${Math.floor(number / heatLength)}`);
  return { reference: heats.slice(0, reference), recent: heats.slice(reference) };
}

/** Pictures from the change to the first alarm, of each of 40 laboratories, soonest first; infinite where there is none. */
function delays(disturbance: (after: number) => Disturbance, change: number, count: number): number[] {
  const all = Array.from({ length: 40 }, (_, i) => {
    const pictures = simulatePhotographs({
      ...{ seed: 7000 + i, count: usual + change + count },
      disturbance: (number) => disturbance(number - usual - change),
    });
    const alarms = judgeDrift(watched(pictures)).figures.flatMap((figure) => figure.alarms);
    return Math.min(...alarms.filter((at) => at >= change)) - change + 1;
  });
  return all.sort((one, other) => one - other);
}

interface Quiet {
  readonly laboratories: number;
  readonly reference: number;
  readonly count: number;
  readonly heatLength: number;
  readonly isHeatTold: boolean;
}

/** False alarms in 1000 pictures of laboratories in which nothing changes. */
function falseAlarms({ laboratories, reference, count, heatLength, isHeatTold }: Quiet): number {
  const length = reference + count;
  let alarms = 0;
  for (let i = 0; i < laboratories; i++) {
    const pictures = simulatePhotographs({ seed: 100 + i, count: length, heatLength });
    const groups = isHeatTold ? heatsOf(length, heatLength, reference) : undefined;
    const verdict = judgeDrift(watched(pictures, reference), groups === undefined ? {} : { groups });
    alarms += verdict.figures.reduce((sum, figure) => sum + figure.alarms.length, 0);
  }
  return (1000 * alarms) / (laboratories * count);
}

/** The stated rate: false alarms in 1000 pictures. */
const statedRate = 1;
const quiet = { laboratories: 20, reference: usual, count: 2000, heatLength: 1, isHeatTold: false };

describe('judgeDrift', () => {
  it('sees another lamp within 25 pictures in half of the laboratories, within 100 in all', () => {
    const found = delays((after) => ({ lamp: after >= 0 ? 1 : 0, fog: 0 }), 50, 150);
    expect(found[20]).toBeLessThanOrEqual(25);
    expect(found[39]).toBeLessThanOrEqual(100);
  });

  it('sees a lens that fogs up over 1000 pictures within 300, half of them within 175', () => {
    const found = delays((after) => ({ lamp: 0, fog: Math.max(0, after) / 1000 }), 50, 400);
    expect(found[20]).toBeLessThanOrEqual(175);
    expect(found[39]).toBeLessThanOrEqual(300);
  });

  it.each([usual, 100])(
    'raises less than one false alarm in 1000 pictures after %d of reference',
    (reference) => {
      const rate = falseAlarms({ ...quiet, reference });
      expect(rate).toBeLessThan(statedRate);
      // A chart that never alarms would pass the above.
      expect(rate).toBeGreaterThan(0);
    },
  );

  it.each([5, 10])(
    'keeps that rate with heats of %d pictures when it is told the heats, and not else',
    (heatLength) => {
      const heats = { ...quiet, laboratories: 10, heatLength, reference: 100 * heatLength };
      expect(falseAlarms({ ...heats, isHeatTold: true })).toBeLessThan(statedRate);
      expect(falseAlarms({ ...heats, isHeatTold: false })).toBeGreaterThan(statedRate);
    },
  );

  it('sees by CUSUM that the model reads higher than the technicians, and that an episode lasts', () => {
    const pictures = simulatePhotographs({
      ...{ seed: 5, count: 2500 },
      disturbance: (number) => ({ lamp: number >= 1500 ? 1 : 0, fog: 0 }),
    });
    const errors = pictures.map(({ labelError }) => labelError);
    const figure: WatchedFigure = {
      ...{ name: 'label_error', chart: 'cusum' },
      ...{ reference: errors.slice(0, 1000), recent: errors.slice(1000) },
    };
    const [verdict] = judgeDrift([figure]).figures;
    // Every tenth picture has a label: 30 labels after the change at 500.
    expect(verdict.driftingSince).toBeGreaterThan(500);
    expect(verdict.driftingSince).toBeLessThan(800);
    expect(verdict.alarms).toEqual([verdict.driftingSince]);
    expect((verdict.driftingSince ?? 0) % 10).toBe(9);
    expect(verdict.track.at(-1)).toBeGreaterThan(verdict.limit);
    expect(verdict.stability?.isBeyond).toBe(true);
  });

  it('names what it does not watch for want of a reference', () => {
    const few = Array.from({ length: 99 }, (_, i) => i);
    const verdict = judgeDrift([{ name: 'px_per_mm', reference: few, recent: [500, 500, 500] }]);
    expect(verdict).toEqual({ figures: [], unwatched: ['px_per_mm'], isDrifting: false });
  });

  it('is not alarmed by one odd picture, nor by a number that always was the same', () => {
    const reference = Array.from({ length: 200 }, (_, i) => (i * 37) % 200);
    const [odd] = judgeDrift([{ name: 'one', reference, recent: [100, 1e9, 100] }]).figures;
    expect(odd.alarms).toEqual([]);
    const constant = new Array(200).fill(3);
    const [same] = judgeDrift([{ name: 'same', reference: constant, recent: constant }]).figures;
    expect(same.alarms).toEqual([]);
    expect(same.stability).toEqual({ index: 0, threshold: 0, isBeyond: false });
  });

  it('takes groups of a figure that is not of all pictures, and says what it plots', () => {
    const reference = Array.from({ length: 220 }, (_, i) => (i * 37) % 220);
    const label = {
      ...{ name: 'label_error', reference, recent: [6, 8, 4] },
      groups: { reference: reference.map((_, i) => `H${i >> 1}`), recent: ['A', 'A', 'B'] },
    };
    const every = { name: 'px_per_mm', reference, recent: [1, 2] };
    const groups = { reference: reference.map(() => null), recent: [null, null] };
    const [own, all] = judgeDrift([label, every], { groups }).figures;
    expect(own).toMatchObject({ referencePoints: 110, track: { length: 2 } });
    expect(own.points).toEqual([
      { value: 7, place: 1 },
      { value: 4, place: 2 },
    ]);
    expect(all).toMatchObject({ referencePoints: 220, usual: 109.5, points: [{ value: 1 }, { value: 2 }] });
  });

  it('refuses what is no number, naming the figure', () => {
    const recent = [1, Number.NaN];
    expect(() => judgeDrift([{ name: 'interval_width', reference: [], recent }])).toThrow(
      'interval_width must be finite numbers, got NaN',
    );
    expect(() => judgeDrift([], { averageRunLength: 5 })).toThrow('averageRunLength must be from 20');
  });
});
