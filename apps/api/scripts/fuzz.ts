import { parseArgs } from 'node:util';
import { fuzzTestApi } from '../test/fuzz/fuzz-test-api.ts';

/** `npm run fuzz -- [--seed N] [--round N]`: sends seeded requests to every route and prints a report. Exit 1 when something was found. */
const { values } = parseArgs({ options: { seed: { type: 'string' }, round: { type: 'string' } } });
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const round = Number(values.round ?? 100);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(round) || round < 1) {
  console.error('usage: npm run fuzz -- [--seed <whole number>] [--round <requests to each route>]');
  process.exit(2);
}
console.log(`seed ${seed}, ${round} requests to each route`);
const report = await fuzzTestApi({ seed, round });
const statuses = Object.entries(report.byStatus).map(([status, count]) => `${status}: ${count}`);
console.log(`requests           ${report.requests}, and ${report.malformed} that are not quite HTTP`);
console.log(`answers by status  ${statuses.join(', ')}`);
console.log(`slowest answer     ${report.slowestMs} ms`);
console.log(`never succeeded    ${report.neverSucceeded.join(', ') || 'none'}`);
console.log(`findings           ${report.findings.length}`);
for (const finding of report.findings) console.log(`\n${finding}`);
process.exitCode = report.findings.length === 0 ? 0 : 1;
