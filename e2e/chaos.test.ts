import { expect, it } from 'vitest';
import { servicesMissing } from '../test/services/service-process.ts';
import { runChaos } from './chaos/run-chaos.ts';

/** Few enough for every run of the tests; `npm run chaos` goes through two hundred. */
const FAULTS = 16;
const SEED = 7;

const title = `keeps exactly what it accepted while its parts are killed, frozen and emptied${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`;

it.skipIf(servicesMissing !== null)(title, { timeout: 900_000 }, async () => {
  const log: string[] = [];
  const { ledger, findings } = await runChaos({ faults: FAULTS, seed: SEED, log: (line) => log.push(line) });
  expect(findings.filter(({ violations }) => violations.length > 0)).toEqual([]);
  // Otherwise nothing was proved.
  expect(ledger.labels.size).toBeGreaterThan(FAULTS);
  expect(ledger.jobs.size).toBeGreaterThan(2);
  expect(log).toHaveLength(FAULTS + 1);
});
