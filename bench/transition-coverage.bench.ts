/**
 * Prints how often 95 % intervals of transition curves hold the truth, on simulated series of 12 specimens, and what a fit costs.
 * Run: `node bench/transition-coverage.bench.ts [series] [replicates]`
 */
import { fitTransitionCurve } from '@mlmcsc/charpy';
import { scenarios, simulateCoverage } from '../packages/charpy/src/transition/testing/simulate-coverage.ts';
import { x52 } from '../packages/charpy/test/golden/nist-x52/x52.ts';

const series = Number(process.argv[2] ?? 4000);
const replicates = Number(process.argv[3] ?? 399);

for (const name of Object.keys(scenarios) as (keyof typeof scenarios)[]) {
  const { coverage, accepted } = simulateCoverage(name, { series, replicates, seed: 1 });
  console.log(`${name}: ${accepted} of ${series} series accepted`);
  for (const [figure, share] of Object.entries(coverage)) {
    console.log(`  ${figure.padEnd(20)} ${(100 * share).toFixed(1)} %`);
  }
}

const points = x52.map((one) => ({ temperatureC: one.temperatureC, value: one.energyJ }));
let shortest = Number.POSITIVE_INFINITY;
for (let run = 0; run < 20; run++) {
  const start = performance.now();
  fitTransitionCurve(points, { quantity: 'energy' });
  shortest = Math.min(shortest, performance.now() - start);
}
console.log(`fit of 12 specimens with 999 repetitions: ${shortest.toFixed(0)} ms`);
