import { describe, expect, it } from 'vitest';
import { instrumentedShear } from './instrumented-shear.ts';
import { judgeCurveEnergy, judgeInstrumentedShear } from './judge-instrumented-test.ts';
import { readForceCurve } from './read-force-curve.ts';
import { makeTestCurve } from './testing-curve.ts';

const mixed = {
  yieldN: 12_000,
  maximumN: 17_000,
  unstable: { atMm: 6, arrestN: 5000 },
} as const;
/** 17000·(1 − (2/16)^1.2) N where it breaks. */
const initiationN = 17_000 * (1 - (2 / 16) ** 1.2);

describe('readForceCurve', () => {
  it.each([0, 400, 1500])('finds the four forces through oscillations of %d N', (oscillationN) => {
    const reading = readForceCurve(makeTestCurve({ ...mixed, oscillationN }));
    expect(Math.abs(reading.maximum.forceN - 17_000)).toBeLessThan(200);
    expect(Math.abs(reading.generalYield.forceN - 12_000)).toBeLessThan(600);
    expect(Math.abs(reading.unstable!.initiation.forceN - initiationN)).toBeLessThan(
      100 + 0.2 * oscillationN,
    );
    expect(Math.abs(reading.unstable!.arrest.forceN - 5000)).toBeLessThan(150 + 0.2 * oscillationN);
    expect(reading.unstable!.initiation.displacementMm).toBeCloseTo(6, 0);
    expect(reading.hasYielded).toBe(true);
    const exact = instrumentedShear({
      ...{ generalYield: 12_000, maximum: 17_000, unstableInitiation: initiationN, arrest: 5000 },
    }).estimates;
    for (const [name, value] of Object.entries(exact)) {
      expect(Math.abs(reading.estimates[name as keyof typeof exact] - value)).toBeLessThan(4);
    }
  });

  it('is less sure the more the force oscillates', () => {
    const [still, wild] = [0, 1500].map((oscillationN) =>
      readForceCurve(makeTestCurve({ ...mixed, oscillationN })),
    );
    expect(wild!.maximum.deviationN!).toBeGreaterThan(still!.maximum.deviationN! + 100);
    expect(wild!.deviations.maximumForce).toBeGreaterThan(still!.deviations.maximumForce);
  });

  it('sees no unstable fracture in a ductile curve, also when it oscillates', () => {
    const reading = readForceCurve(
      makeTestCurve({ yieldN: 11_000, maximumN: 15_000, unstable: null, oscillationN: 2500 }),
    );
    expect(reading.unstable).toBeNull();
    expect(Object.values(reading.estimates)).toEqual([100, 100, 100, 100]);
    expect(reading.isComplete).toBe(true);
  });

  it('says that a bar which broke on the elastic line has not yielded', () => {
    const reading = readForceCurve(
      makeTestCurve({ yieldN: 20_000, maximumN: 21_000, unstable: { atMm: 0.5, arrestN: 0 } }),
    );
    expect(reading.hasYielded).toBe(false);
    expect(reading.generalYield.forceN).toBe(reading.maximum.forceN);
    expect(reading.estimates.maximumForce).toBeLessThan(3);
  });

  it('takes the work of the whole curve, and says when the record is cut', () => {
    const { displacementMm, forceN } = makeTestCurve({ yieldN: 10_000, maximumN: 10_000, unstable: null });
    const whole = readForceCurve({ displacementMm, forceN });
    // Elastic triangle, plateau to 4 mm, and 10 kN·16 mm·(1 − 1/2.2) of the fall.
    const expected = 10 * (0.5 * (10 / 22) + (4 - 10 / 22) + 16 * (1 - 1 / 2.2));
    expect(whole.energyJ).toBeCloseTo(expected, 0);
    const cut = readForceCurve({
      displacementMm: displacementMm.slice(0, 900),
      forceN: forceN.slice(0, 900),
    });
    expect(cut.isComplete).toBe(false);
    expect(cut.energyJ).toBeLessThan(whole.energyJ);
    expect(whole.energyAtMaximumJ).toBeLessThan(cut.energyJ);
  });

  it('lets given forces go before found ones', () => {
    const curve = makeTestCurve(mixed);
    const reading = readForceCurve(curve, { maximumN: 18_000, arrestN: 4000 });
    expect(reading.maximum).toEqual({
      forceN: 18_000,
      displacementMm: null,
      deviationN: null,
      origin: 'given',
    });
    expect(reading.unstable!.initiation.origin).toBe('found');
    expect(readForceCurve(curve, { unstableInitiationN: null }).unstable).toBeNull();
    const ductile = makeTestCurve({ ...mixed, unstable: null });
    expect(() => readForceCurve(ductile, { arrestN: 900 })).toThrow('unstableInitiationN must be given, too');
    expect(() => readForceCurve(curve, { generalYieldN: 30_000 })).toThrow('generalYield must be from 0 to');
  });

  it('refuses what is no test', () => {
    const displacementMm = Float64Array.from({ length: 50 }, (_, at) => at / 10);
    expect(() => readForceCurve({ displacementMm, forceN: new Float64Array(50).fill(-3) })).toThrow(
      'above 0',
    );
    const flat = { displacementMm, forceN: new Float64Array(50).fill(8000) };
    expect(() => readForceCurve(flat)).toThrow('rising part');
  });
});

describe('what the curve says about the reading of the surface', () => {
  const { estimates, deviations } = readForceCurve(makeTestCurve(mixed));
  const least = Math.min(...Object.values(estimates));
  const most = Math.max(...Object.values(estimates));

  it('finds a reading among the estimates, or ten points outside, plausible', () => {
    expect(judgeInstrumentedShear(estimates, deviations, (least + most) / 2)).toMatchObject({
      verdict: 'plausible',
      outsideBy: 0,
    });
    expect(judgeInstrumentedShear(estimates, deviations, most + 9.9).verdict).toBe('plausible');
    expect(judgeInstrumentedShear(estimates, deviations, least - 9.9).verdict).toBe('plausible');
  });

  it('doubts one farther off, with the numbers, and says so when there is none', () => {
    const far = judgeInstrumentedShear(estimates, deviations, least - 25);
    expect(far.verdict).toBe('doubtful');
    expect(far.outsideBy).toBeCloseTo(-25, 9);
    expect(far.detail).toMatch(/25\.0 points below them/);
    expect(judgeInstrumentedShear(estimates, deviations, null).verdict).toBe('not-comparable');
  });

  it('holds the energy under the curve to the dial', () => {
    expect(judgeCurveEnergy(104, 100, true)).toMatchObject({ verdict: 'agrees', differenceJ: 4 });
    expect(judgeCurveEnergy(111, 100, true).verdict).toBe('differs');
    expect(judgeCurveEnergy(14, 10, true).verdict).toBe('agrees');
    expect(judgeCurveEnergy(70, 100, false).verdict).toBe('not-comparable');
    expect(judgeCurveEnergy(70, null, true).differenceJ).toBeNull();
  });
});
