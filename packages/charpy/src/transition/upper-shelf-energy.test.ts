import { describe, expect, it } from 'vitest';
import { x52 } from '../../test/golden/nist-x52/x52.ts';
import { upperShelfEnergy } from './upper-shelf-energy.ts';

describe('upperShelfEnergy', () => {
  const specimens = x52.map(({ energyJ, shearPercent }) => ({ energyJ, shearPercent }));

  it('is the mean of the specimens with at least 95 % shear, with Student’s interval', () => {
    // 74.29, 75.22, 71.5 and 69.4 J: mean 72.6025, deviation 2.6565, t(0.975, 3) = 3.1824.
    const shelf = upperShelfEnergy(specimens);
    expect(shelf).toMatchObject({ count: 4, meanJ: expect.closeTo(72.6025, 9) });
    expect(shelf?.standardUncertaintyJ).toBeCloseTo(1.3282, 4);
    expect(shelf?.lowerJ).toBeCloseTo(72.6025 - 3.18245 * (shelf?.standardUncertaintyJ ?? 0), 3);
  });

  it('has no interval for one specimen and no answer for none', () => {
    expect(upperShelfEnergy([{ energyJ: 60, shearPercent: 97 }])).toMatchObject({ meanJ: 60, lowerJ: null });
    expect(upperShelfEnergy([{ energyJ: 60, shearPercent: 90 }])).toBeNull();
    expect(() => upperShelfEnergy([{ energyJ: -1, shearPercent: 90 }])).toThrow(/specimens\[0\]\.energyJ/);
  });
});
