import { describe, expect, it } from 'vitest';
import { limitsOfAgreement } from './limits-of-agreement.ts';

/** Bland & Altman, Lancet 327 (1986) 307, table: first readings of 17 people with the Wright and the mini Wright peak flow meter, l/min. */
const wright = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427];
const miniWright = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451];
const peakFlow = wright.map((first, i) => ({ first, second: miniWright[i] }));

describe('limitsOfAgreement', () => {
  it('reproduces Bland & Altman 1986: bias −2.1, SD 38.8, limits −79.7 and 75.5 l/min with their intervals', () => {
    const result = limitsOfAgreement(peakFlow, { multiplier: 2 });
    if (!result.ok) throw new Error(result.detail);
    const { bias, standardDeviation, lowerLimit, upperLimit } = result;
    expect(result.count).toBe(17);
    expect(bias.value).toBeCloseTo(-2.1, 1);
    expect(standardDeviation).toBeCloseTo(38.8, 1);
    // Worked out from rounded figures in the paper: the last digit may differ by up to two.
    const printed = (value: number, figure: number) => expect(Math.abs(value - figure)).toBeLessThan(0.2);
    printed(bias.lower, -22.0);
    printed(bias.upper, 17.8);
    printed(lowerLimit.value, -79.7);
    printed(lowerLimit.lower, -114.3);
    printed(lowerLimit.upper, -45.1);
    printed(upperLimit.value, 75.5);
    printed(upperLimit.lower, 40.9);
    printed(upperLimit.upper, 110.1);
  });

  it('puts the limits at 1.96 standard deviations unless told', () => {
    const result = limitsOfAgreement(peakFlow);
    if (!result.ok) throw new Error(result.detail);
    expect(result.upperLimit.value - result.bias.value).toBeCloseTo(1.96 * result.standardDeviation, 12);
  });

  it('refuses two pairs and rejects what is no number', () => {
    expect(limitsOfAgreement(peakFlow.slice(0, 2))).toMatchObject({ ok: false, reason: 'too-few-specimens' });
    expect(() => limitsOfAgreement([{ first: 1, second: Number.POSITIVE_INFINITY }])).toThrow(
      'pairs[0].second must be a finite number',
    );
  });
});
