import { expect, it } from 'vitest';
import { fuzzTestApi } from '../fuzz/fuzz-test-api.ts';

// Bounded; `npm run fuzz` goes on for longer and with other seeds.
it('answers whatever comes as the OpenAPI document says, and stays well', { timeout: 300_000 }, async () => {
  const report = await fuzzTestApi({ seed: 20_261_125, round: 20 });
  expect(report.findings.join('\n')).toBe('');
  expect(report.requests).toBeGreaterThan(500);
  // What is never answered with success was not really tried.
  expect(report.neverSucceeded).toEqual([]);
});
