import { describe, expect, it } from 'vitest';
import { simulateCoverage } from './testing/simulate-coverage.ts';

/** Simulated series a case; a coverage of 95 % is then known to 0.9 points (one standard deviation). `bench/transition-coverage.bench.ts`
 * does more of them. */
const SERIES = 600;
const REPLICATES = 199;

describe('coverage of the 95 % intervals on simulated series of 12 specimens', () => {
  it.each([
    ['energy, free shelves', 'energy-free'],
    ['percent shear, shelves 0 and 100', 'shear'],
  ] as const)('%s: 93 to 97 %%', { timeout: 120_000 }, (_, scenario) => {
    const { coverage, accepted } = simulateCoverage(scenario, {
      series: SERIES,
      replicates: REPLICATES,
      seed: 20,
    });
    expect(accepted).toBeGreaterThan(0.99 * SERIES);
    for (const [figure, share] of Object.entries(coverage)) {
      expect(share, figure).toBeGreaterThanOrEqual(0.93);
      expect(share, figure).toBeLessThanOrEqual(0.97);
    }
  });
});
