import { describe, expect, it } from 'vitest';
import { createRandom } from '../network/seeded-random.ts';
import { estimateTechnicians, technicianWeightsOf } from './estimate-technicians.ts';
import type { TechnicianReading } from './technician-statistics.ts';

const random = createRandom(8);

/** Everybody reads the same specimens, or each his own. */
function readings(
  who: Record<string, { bias?: number; scatter?: number; inverts?: boolean; count?: number }>,
  shared = true,
): TechnicianReading[] {
  const specimens = Array.from({ length: 60 }, () => 100 * random.uniform());
  return Object.entries(who).flatMap(([technician, { bias = 0, scatter = 3, inverts = false, count = 60 }]) =>
    specimens.slice(0, count).map((truth, i): TechnicianReading => {
      const seen = inverts ? 100 - truth : truth;
      return {
        technician,
        specimen: shared ? `S${i}` : `${technician}-${i}`,
        shearPercent: Math.min(100, Math.max(0, seen + bias + scatter * random.normal())),
        modelMean: Math.min(100, Math.max(0, truth + 2 * random.normal())),
        modelVariance: 4,
      };
    }),
  );
}

describe('estimateTechnicians', () => {
  it('finds who reads high, who scatters, and trusts the steady more', () => {
    const statistics = estimateTechnicians(
      readings({ ann: { scatter: 2 }, bob: { bias: 8 }, cyd: { scatter: 9 }, dan: { scatter: 3 } }, false),
    );
    const [ann, bob, cyd, dan] = statistics;
    expect(statistics.map((one) => one.technician)).toEqual(['ann', 'bob', 'cyd', 'dan']);
    expect(bob.bias).toBeGreaterThan(5);
    expect(Math.abs(ann.bias)).toBeLessThan(1.5);
    expect(Math.sqrt(cyd.variance)).toBeGreaterThan(6);
    expect(ann.labelWeight).toBeGreaterThan(dan.labelWeight - 0.3);
    expect(cyd.labelWeight).toBeLessThan(0.5);
    expect(bob.labelWeight).toBeLessThan(0.5);
  });

  it('gives a technician who inverts next to no weight, also when there are only two', () => {
    for (const shared of [true, false]) {
      const weights = technicianWeightsOf(
        estimateTechnicians(readings({ ann: {}, eve: { inverts: true } }, shared)),
      );
      expect(weights.get('eve')).toBeLessThan(0.15);
      expect(weights.get('ann')).toBeGreaterThan(0.9);
    }
  });

  it('shrinks somebody with three readings towards the group', () => {
    const few = estimateTechnicians(readings({ ann: {}, bob: {}, new: { bias: 6, count: 3 } }, false)).find(
      (one) => one.technician === 'new',
    )!;
    expect(Math.abs(few.bias)).toBeLessThan(Math.abs(few.rawBias));
    expect(few.readings).toBe(3);
  });

  it('calls equal readers equal', () => {
    for (const { labelWeight } of estimateTechnicians(readings({ ann: {}, bob: {}, cyd: {} }, false))) {
      expect(labelWeight).toBeGreaterThan(0.7);
      expect(labelWeight).toBeLessThan(1.4);
    }
  });

  it('handles nobody, and one reading', () => {
    expect(estimateTechnicians([])).toEqual([]);
    const [one] = estimateTechnicians([
      { technician: 'ann', specimen: 'S1', shearPercent: 40, modelMean: 50, modelVariance: 4 },
    ]);
    expect(one.labelWeight).toBeCloseTo(1, 9);
    expect(one.rawBias).toBe(-10);
  });
});
