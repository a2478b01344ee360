import { createSeededRandom } from '@mlmcsc/charpy/statistics';
import { describe, expect, it } from 'vitest';
import { compareReaders } from './compare-readers.ts';
import type { ReaderReading } from './reader-reading.ts';

const random = createSeededRandom(11);

/** Every reader reads every specimen `repeats` times. */
function study(
  readers: Record<string, { bias: number; scatter: number }>,
  { specimens = 30, repeats = 2 } = {},
): ReaderReading[] {
  return Array.from({ length: specimens }, (_, i) => ({
    specimen: `S${i}`,
    truth: 20 + 60 * random.uniform(),
  }))
    .flatMap(({ specimen, truth }) =>
      Object.entries(readers).flatMap(([reader, { bias, scatter }]) =>
        Array.from({ length: repeats }, (_, r) => ({
          specimen,
          reader,
          repeat: r + 1,
          percent: truth + bias + scatter * random.normal(),
        })),
      ),
    )
    .filter(({ percent }) => percent >= 0 && percent <= 100);
}

describe('compareReaders', () => {
  it('finds who reads high, and how far apart two readings lie', () => {
    const result = compareReaders(
      study({
        ann: { bias: 0, scatter: 2 },
        bob: { bias: 6, scatter: 2 },
        cyd: { bias: 0, scatter: 2 },
      }),
    );
    const bob = result.perReader.find(({ reader }) => reader === 'bob')!;
    expect(bob.points).toHaveLength(30);
    if (!(bob.limits.ok && result.gauge.ok && result.precision.ok)) throw new Error('no figure');
    expect(bob.limits.bias.lower).toBeGreaterThan(4);
    expect(bob.limits.bias.upper).toBeLessThan(8);
    expect(result.gauge.repeatability.standardDeviation).toBeCloseTo(2, 0);
    expect(result.precision.repeatabilityDeviation).toBeCloseTo(2, 0);
    expect(result.precision.reproducibilityDeviation).toBeGreaterThan(3);
  });

  it('gives bias and interval of Bland & Altman 1986 for two readers', () => {
    const wright = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427];
    const mini = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451];
    // Readings are percentages: l/min divided by ten.
    const readings = wright.flatMap((percent, i) => [
      { specimen: `P${i}`, reader: 'wright', repeat: 1, percent: percent / 10 },
      { specimen: `P${i}`, reader: 'mini', repeat: 1, percent: mini[i] / 10 },
    ]);
    const { limits } = compareReaders(readings).perReader.find(({ reader }) => reader === 'wright')!;
    if (!limits.ok) throw new Error(limits.detail);
    expect(limits.bias.value).toBeCloseTo(-0.21, 2);
    expect(limits.bias.lower).toBeCloseTo(-2.2, 1);
    expect(limits.bias.upper).toBeCloseTo(1.78, 1);
  });

  it('uses what is complete and says what the rest does not give', () => {
    const readings = study({ ann: { bias: 0, scatter: 1 }, bob: { bias: 1, scatter: 1 } }, { specimens: 6 });
    const [, ...rest] = readings;
    const result = compareReaders(rest);
    expect(result.gauge).toMatchObject({ ok: true, specimenCount: 5, repeats: 2 });
    expect(result.intraclass).toMatchObject({ ok: true, meanSquares: { specimenCount: 6 } });
    const single = compareReaders(readings.filter(({ repeat }) => repeat === 1));
    expect(single.gauge).toMatchObject({ ok: false, reason: 'no-repeats' });
    expect(single.precision).toMatchObject({ ok: false, reason: 'no-repeats' });
    expect(single.intraclass.ok).toBe(true);
  });

  it('answers for one reader and for nobody', () => {
    const alone = compareReaders(study({ ann: { bias: 0, scatter: 1 } }, { specimens: 4 }));
    expect(alone.intraclass).toMatchObject({ ok: false, reason: 'too-few-readers' });
    expect(alone.gauge).toMatchObject({ ok: false, reason: 'too-few-readers' });
    expect(alone.perReader[0].limits).toMatchObject({ ok: false, reason: 'too-few-specimens' });
    const nobody = compareReaders([]);
    expect(nobody.readers).toEqual([]);
    expect(nobody.alphaInterval.ok).toBe(false);
  });

  it('rejects impossible readings and names them', () => {
    const reading = { specimen: 'S1', reader: 'ann', repeat: 1, percent: 40 };
    expect(() => compareReaders([reading, reading])).toThrow('ann has already given repeat 1 of S1');
    expect(() => compareReaders([{ ...reading, percent: 140 }])).toThrow(
      'readings[0].percent must be from 0 to 100 %',
    );
    expect(() => compareReaders([{ ...reading, repeat: 0 }])).toThrow('readings[0].repeat');
    expect(() => compareReaders([], { confidence: 1 })).toThrow('confidence');
  });
});
