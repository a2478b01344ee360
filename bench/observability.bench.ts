/**
 * Prints what metrics, traces and log lines cost: processor time of an API process for each request, with all of them (scraped every 15 s, traces kept at
 * the standard share and received, lines at level info) against one with none, in turns on one database. Processor time, because other programs
 * disturb it least; a server that is busy answers as many requests as its time allows.
 * Run: `node bench/observability.bench.ts [rounds] [requests]`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { startOtlpReceiver } from '../deployment/test/support/otlp-receiver.ts';
import { signIn } from '../test/api-session.ts';
import { freePort } from '../test/free-port.ts';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { servicesMissing } from '../test/services/service-process.ts';
import { type SystemProcess, startProcess, startSystem } from '../test/services/system.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';
import { type Goal, printGoals } from './support/print-goals.ts';

const [rounds = 15, requests = 400] = process.argv.slice(2).map(Number);
const CONNECTIONS = 8;
/** As Prometheus is configured to. */
const SCRAPE_MS = 15_000;
const MOST_LOSS_PERCENT = 3;

if (servicesMissing !== null) {
  console.log(`The cost of observation is not measured: ${servicesMissing}.`);
  process.exit(0);
}

const receiver = await startOtlpReceiver();
const folder = await temporaryFolder('bench-observability');
const system = await startSystem({
  ...{ apis: 1, workers: 0, redis: true },
  environment: { MLMCSC_REQUESTS_PER_MINUTE: '1000000', MLMCSC_LOG_LEVEL: 'silent' },
});
const metricsPort = await freePort();
const observed = await startProcess('api', 'observed', folder.path, await freePort(), {
  ...system.environment,
  MLMCSC_LOG_LEVEL: 'info',
  MLMCSC_METRICS_PORT: String(metricsPort),
  MLMCSC_OTLP_ENDPOINT: receiver.endpoint,
});
const bare = system.apis[0]!;
const session = await signIn(system.url, system.administrator.username, system.administrator.password);
const { jpeg } = await renderSpecimenPicture(7);
const { id: imageId } = (await session.upload(jpeg, '7.jpg')).body;
const { id: analysisId } = await session.post<{ id: string }>('/api/v1/analyses', { image_id: imageId });
const paths = [
  '/api/v1/jobs',
  `/api/v1/analyses/${analysisId}`,
  '/api/v1/models',
  `/api/v1/images/${imageId}`,
];

const scraping = setInterval(() => {
  fetch(`http://127.0.0.1:${metricsPort}/metrics`).then(
    (answer) => answer.arrayBuffer(),
    () => {},
  );
}, SCRAPE_MS);

/** Milliseconds that the threads of the process have run so far; Linux counts them in nanoseconds. */
function processorMs(one: SystemProcess): number {
  const tasks = `/proc/${one.process().child.pid}/task`;
  return readdirSync(tasks)
    .map((task) => Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6)
    .reduce((sum, each) => sum + each, 0);
}

/** @returns processor time of one request, ms */
async function ask(one: SystemProcess): Promise<number> {
  const before = processorMs(one);
  let next = 0;
  const worker = async () => {
    while (next < requests) {
      const path = paths[next % paths.length]!;
      next += 1;
      const answer = await fetch(`http://${one.address}${path}`, { headers: { cookie: session.cookie } });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      await answer.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return (processorMs(one) - before) / requests;
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

try {
  // Both are compiled by V8 before anything counts.
  for (let round = 0; round < 4; round += 1) for (const one of [bare, observed]) await ask(one);
  const costs: { bare: number; observed: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = await ask(bare);
    const second = await ask(observed);
    const third = await ask(bare);
    costs.push({ bare: (first + third) / 2, observed: second });
  }
  const alone = median(costs.map((one) => one.bare));
  const watched = median(costs.map((one) => one.observed));
  const least = Math.min(...costs.map((one) => one.bare));
  const leastWatched = Math.min(...costs.map((one) => one.observed));
  console.log(
    `processor time of a request over ${rounds} rounds of ${requests}: alone ${alone.toFixed(3)} ms median, ${least.toFixed(3)} ms least; observed ${watched.toFixed(3)} ms median, ${leastWatched.toFixed(3)} ms least; ${receiver.spans.length} spans received`,
  );
  const loss = 1 - alone / watched;
  const goals: Goal[] = [
    {
      name: 'throughput lost to metrics, traces and log lines',
      ...{ measured: 100 * loss, limit: MOST_LOSS_PERCENT, unit: '%' },
    },
  ];
  printGoals(goals);
} finally {
  clearInterval(scraping);
  await observed.process().stop();
  await system.stop();
  await receiver.stop();
  await folder.remove();
}
