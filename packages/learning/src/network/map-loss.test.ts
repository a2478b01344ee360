import { describe, expect, it } from 'vitest';
import { mapLoss } from './map-loss.ts';
import { createRandom } from './seeded-random.ts';

const cells = 12;
const random = createRandom(17);
const logits = Float32Array.from({ length: cells }, () => 2 * random.normal());
const target = Float32Array.from({ length: cells }, () => random.uniform());
const weight = Float32Array.from({ length: cells }, () => 0.2 + random.uniform());

describe('mapLoss', () => {
  it.each(['squared', 'absolute'] as const)(
    'gives the derivative of the %s error of the area',
    (areaError) => {
      const options = { areaShare: 40, areaError };
      const { gradient } = mapLoss(logits, { target, weight }, 1, options);
      const step = 1e-2;
      for (let i = 0; i < cells; i++) {
        const moved = [step, -step].map((by) => {
          const changed = logits.slice();
          changed[i] += by;
          return mapLoss(changed, { target, weight }, 1, options).loss;
        });
        expect(gradient[i]).toBeCloseTo((moved[0] - moved[1]) / (2 * step), 2);
      }
    },
  );

  it('asks for the median of what is possible with the absolute error, for the mean with the squared one', () => {
    // The same picture is all cleavage twice and has none once; only the area counts.
    const possible = [1, 1, 0].map((value) => new Float32Array(cells).fill(value));
    const lossAt = (logit: number, areaError: 'squared' | 'absolute'): number =>
      possible.reduce((sum, wanted) => {
        const flat = new Float32Array(cells).fill(logit);
        const share = { areaShare: 1e6, areaError };
        return sum + mapLoss(flat, { target: wanted, weight }, 1, share).loss;
      }, 0);
    const best = (areaError: 'squared' | 'absolute'): number => {
      const tried = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
      const losses = tried.map((p) => lossAt(Math.log(p / (1 - p)), areaError));
      return tried[losses.indexOf(Math.min(...losses))];
    };
    expect(best('squared')).toBeCloseTo(0.67, 2);
    expect(best('absolute')).toBeGreaterThan(0.95);
  });
});
