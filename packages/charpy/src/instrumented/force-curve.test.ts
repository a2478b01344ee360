import { describe, expect, it } from 'vitest';
import { forceCurveOverDisplacement, forceCurveOverTime, pendulumMass, workAlong } from './force-curve.ts';
import { makeTestCurve } from './testing-curve.ts';

const steady = (count: number, forceN: number) => new Float64Array(count).fill(forceN);

describe('forceCurveOverTime', () => {
  it('integrates a steady force exactly: s = v0·t − F·t²/(2·m)', () => {
    const timeMs = Float64Array.from({ length: 101 }, (_, at) => at * 0.02);
    const { displacementMm } = forceCurveOverTime(timeMs, steady(101, 9000), {
      impactVelocityMs: 5.4,
      massKg: 20,
    });
    // 1000·(5.4·0.002 − 9000·0.002²/40) mm after 2 ms.
    expect(displacementMm.at(-1)).toBeCloseTo(9.9, 9);
    expect(displacementMm[0]).toBe(0);
  });

  it('takes from the pendulum exactly the work of the force', () => {
    const pendulum = { impactVelocityMs: 5.2, massKg: 22 };
    const timeMs = Float64Array.from({ length: 2001 }, (_, at) => at * 0.002);
    const forceN = timeMs.map((at) => 12_000 * Math.sin((Math.PI * at) / 4));
    const curve = forceCurveOverTime(timeMs, forceN, pendulum);
    // Impulse of the half sine: 12000·2·0.004/π N·s.
    const end = pendulum.impactVelocityMs - (12_000 * 2 * 0.004) / Math.PI / pendulum.massKg;
    const lost = 0.5 * pendulum.massKg * (pendulum.impactVelocityMs ** 2 - end ** 2);
    expect(workAlong(curve).at(-1)).toBeCloseTo(lost, 3);
  });

  it('refuses times that stand still, a force that stops the pendulum, and too few samples', () => {
    const pendulum = { impactVelocityMs: 5, massKg: 20 };
    const timeMs = Float64Array.from({ length: 30 }, (_, at) => at);
    expect(() =>
      forceCurveOverTime(
        timeMs.map((at) => Math.min(at, 7)),
        steady(30, 10),
        pendulum,
      ),
    ).toThrow('at sample 9');
    expect(() => forceCurveOverTime(timeMs, steady(30, 15_000_000), pendulum)).toThrow(
      'stop the pendulum at sample 2',
    );
    expect(() => forceCurveOverTime(timeMs.slice(0, 5), steady(5, 10), pendulum)).toThrow(
      'at least 20 samples',
    );
    expect(() => forceCurveOverTime(timeMs, steady(30, 10), { ...pendulum, impactVelocityMs: 50 })).toThrow(
      'impactVelocityMs must be from 1 to 10 m/s, got 50',
    );
  });
});

it('finds the mass of a 300 J pendulum at 5.42 m/s', () => {
  expect(pendulumMass(300, 5.42)).toBeCloseTo(20.4246, 3);
});

it('lets recorded displacements begin at 0 and stand still for noise, not for more', () => {
  const { displacementMm, forceN } = makeTestCurve({ yieldN: 12_000, maximumN: 16_000, unstable: null });
  const noisy = displacementMm.map((at, index) => at + 3 - (index === 50 ? 0.05 : 0));
  const curve = forceCurveOverDisplacement(noisy, forceN);
  expect(curve.displacementMm[0]).toBe(0);
  expect(curve.displacementMm[50]).toBeCloseTo(0.49, 9);
  noisy[50] = 2;
  expect(() => forceCurveOverDisplacement(noisy, forceN)).toThrow(
    'go back, but does by 1.49 mm at sample 51',
  );
});
