import { parseArgs } from 'node:util';
import { runChaos } from './run-chaos.ts';

/** `npm run chaos [-- --faults N --seed S]`: exit code 1 when something that was accepted is lost, doubled or damaged. */
const { values } = parseArgs({
  options: { faults: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const [faults, seed] = [Number(values.faults), Number(values.seed)];
if (!(Number.isInteger(faults) && faults > 0 && Number.isInteger(seed))) {
  throw new RangeError('--faults takes a whole number above 0, --seed a whole number');
}

const { ledger, struck, findings, seconds } = await runChaos({
  faults,
  seed,
  log: (line) => console.log(line),
});
console.log(`\nFaults (seed ${seed}, ${seconds.toFixed(0)} s):`);
for (const [name, times] of [...struck].sort()) console.log(`${String(times).padStart(5)}  ${name}`);
console.log('\nRequests:');
for (const [name, times] of [...ledger.requests].sort()) console.log(`${String(times).padStart(5)}  ${name}`);
console.log(
  `\nAccepted: ${ledger.images.size} pictures, ${ledger.analyses.size} analyses, ${ledger.labels.size} labels, ${ledger.jobs.size} batches`,
);
for (const { claim, violations } of findings) {
  console.log(`${violations.length === 0 ? '✓' : '✗'} ${claim}`);
  for (const violation of violations.slice(0, 10)) console.log(`    ${violation}`);
  if (violations.length > 10) console.log(`    and ${violations.length - 10} more`);
}
process.exitCode = findings.every(({ violations }) => violations.length === 0) ? 0 : 1;
