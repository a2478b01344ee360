import { describe, expect, it } from 'vitest';
import type { JudgedPicture } from '../ports/store.ts';
import { labelsToCheck } from './labels-to-check.ts';
import { unusualReaders } from './unusual-readers.ts';

/** A label of a picture that was measured as 60 %, 53 to 68. */
const judged = (picture: string, technician: string, shearPercent: number, measured = 60): JudgedPicture =>
  ({
    image: { id: picture },
    analysis: { id: `of-${picture}`, shearPercent: measured, lower: measured - 7, upper: measured + 8 },
    label: { technician, shearPercent },
  }) as JudgedPicture;

describe('labelsToCheck', () => {
  it('names labels far outside their interval, the farthest first', () => {
    const found = labelsToCheck([
      judged('near', 'ann', 75),
      judged('far', 'ann', 77),
      judged('farthest', 'bob', 12),
      judged('inside', 'bob', 54),
    ]);
    expect(
      found.map(({ image, priority, reasons }) => [image.id, priority, reasons[0]!.code, reasons[0]!.value]),
    ).toEqual([
      ['farthest', 'high', 'label-outside-interval', 41],
      ['far', 'normal', 'label-outside-interval', 9],
    ]);
    expect(found[0]!.reasons[0]!.detail).toBe(
      'The label 12.0 % is 41.0 points outside the interval of 53.0 to 68.0 %.',
    );
  });

  it('names pictures whose readers disagree, by the newest reading of each', () => {
    const newestFirst = [
      judged('settled', 'ann', 61),
      judged('open', 'ann', 55),
      judged('settled', 'bob', 60),
      judged('open', 'bob', 66),
      judged('settled', 'ann', 90),
    ];
    expect(labelsToCheck(newestFirst)).toMatchObject([
      {
        image: { id: 'open' },
        labelPercent: 55,
        technician: 'ann',
        priority: 'normal',
        reasons: [{ code: 'readings-disagree', value: 11 }],
      },
    ]);
  });

  it('is urgent where both speak against the label, and silent about what has no interval', () => {
    const [first] = labelsToCheck([judged('x', 'ann', 80), judged('x', 'bob', 67)]);
    expect([first!.priority, first!.reasons.length]).toEqual(['high', 2]);
    const { analysis, ...rest } = judged('y', 'ann', 3);
    const withoutNumber = { ...rest, analysis: { ...analysis, lower: null, upper: null } };
    expect(labelsToCheck([withoutNumber])).toEqual([]);
  });
});

describe('unusualReaders', () => {
  const wobble = [1, -2, 0, 2, -1];
  const readings = (technician: string, count: number, off: number) =>
    Array.from({ length: count }, (_, i) =>
      judged(`${technician}-${i}`, technician, 30 + i + off + wobble[i % 5]!, 30 + i),
    );

  it('names who reads too high, with the number, and nobody else', () => {
    const found = unusualReaders([
      ...readings('ann', 25, 0),
      ...readings('bob', 25, 1),
      ...readings('eve', 25, 14),
    ]);
    expect(found.map(({ technician }) => technician)).toEqual(['eve']);
    expect(Math.abs(found[0]!.bias - 14)).toBeLessThan(2);
    expect(found[0]!.detail).toMatch(/^Reads 1\d\.\d points above .* on 25 pictures\.$/);
  });

  it('says nothing about few readings, and counts a picture once', () => {
    expect(unusualReaders(readings('eve', 9, 14))).toEqual([]);
    const again = Array.from({ length: 30 }, () => judged('one', 'eve', 95, 40));
    expect(unusualReaders(again)).toEqual([]);
  });
});
