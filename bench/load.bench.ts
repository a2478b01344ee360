/**
 * Loads the product as it runs in production (two API processes and a worker behind nginx, with PgBouncer, PostgreSQL and Redis) on this machine and prints how
 * it behaves: throughput against the bare pipeline, liveness while the cores are saturated, what happens at ten times the capacity, many
 * clients on few database connections, memory. The load's own programs run on the same cores.
 * Run: `npm run load [-- --pictures N --mixed-minutes N --parts batch,clients,overload,flood,many-clients,mixed]`
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Job } from '@mlmcsc/contracts';
import { Client } from 'pg';
import { signIn } from '../test/api-session.ts';
import { processorSecondsBelow } from '../test/find-processes.ts';
import { startSystem } from '../test/services/system.ts';
import { measureBarePipeline } from './load/bare-pipeline.ts';
import { distinctPictures } from './load/distinct-pictures.ts';
import { floodWith } from './load/flood.ts';
import { analyseAll, createLoadClient } from './load/load-client.ts';
import { growthOf, watchMemory } from './load/memory-watch.ts';
import { Tally } from './load/tally.ts';
import { watchLiveness } from './load/watch-liveness.ts';
import { photograph } from './support/bench-pictures.ts';
import { percentile } from './support/percentile.ts';
import { type Goal, printGoals } from './support/print-goals.ts';

const { values } = parseArgs({
  options: {
    pictures: { type: 'string', default: '400' },
    'mixed-minutes': { type: 'string', default: '30' },
    parts: { type: 'string', default: 'batch,clients,overload,flood,many-clients,mixed' },
  },
});
const pictures = positive('pictures', values.pictures);
const mixedMinutes = positive('mixed-minutes', values['mixed-minutes']);

/** Clients that fit: each API process takes two pictures in work and eight that wait. */
const FITTING_CLIENTS = 12;
const TIMES_CAPACITY = 10;
const FLOOD_SECONDS = 20;
const CLIENTS_AT_ONCE = 500;
/** As for the bare pipeline: for the threads of two API processes, and for those of the worker. */
const WARM_UP_PICTURES = 200;

const goals: Goal[] = [];
const nextPicture = distinctPictures(await photograph('dome-laboratory', 1280, 720));
const bare = await measureBarePipeline(nextPicture, pictures);
console.log(
  `bare pipeline, all cores: ${bare.analysesPerSecond.toFixed(1)} analyses/s, ${bare.processorMs.toFixed(0)} ms of processor time each`,
);

const system = await startSystem({
  apis: 2,
  workers: 1,
  redis: true,
  pooledConnections: 10,
  environment: {
    MLMCSC_REQUESTS_PER_MINUTE: '1000000',
    // Full before the mixed part begins: what grows after that is no cache that fills.
    MLMCSC_CACHE_BYTES: String(16 * 1024 * 1024),
  },
});
const processes = [...system.apis, ...system.workers];
const addresses = system.apis.map(({ address }) => String(address));
try {
  const { username, password } = system.administrator;
  const session = await signIn(system.url, username, password);
  const client = createLoadClient(system.url, session);
  const fresh = (count: number) => client.upload(Array.from({ length: count }, nextPicture));
  await analyseAll(client, await fresh(WARM_UP_PICTURES), { clients: 8, tally: new Tally() });
  await runBatch(await fresh(WARM_UP_PICTURES));

  const parts: Readonly<Record<string, () => Promise<void>>> = {
    batch,
    clients: interactive,
    overload,
    flood,
    'many-clients': manyClients,
    mixed,
  };
  for (const name of values.parts.split(',')) {
    const part = parts[name];
    if (part === undefined) {
      throw new RangeError(`--parts has no ${name}; there are ${Object.keys(parts).join(', ')}`);
    }
    await part();
  }
  printGoals(goals);

  /** A batch through queue and worker, while nobody else asks for anything but liveness. */
  async function batch(): Promise<void> {
    const ids = await fresh(pictures);
    const liveness = watchLiveness(addresses);
    const startedAt = performance.now();
    const processors = watchProcessors();
    await runBatch(ids);
    const rate = pictures / ((performance.now() - startedAt) / 1000);
    report('batch through queue and worker', rate, processors(), await liveness.stop());
  }

  async function runBatch(ids: readonly string[]): Promise<void> {
    const { id } = await session.post<Job>('/api/v1/jobs', { kind: 'analysis.batch.v1', image_ids: ids });
    let job: Job;
    do {
      await delay(100);
      job = await session.get<Job>(`/api/v1/jobs/${id}`);
    } while (job.state === 'queued' || job.state === 'running' || job.state === 'retrying');
    if (job.state !== 'completed') throw new Error(`the batch ended as ${job.state}: ${job.error}`);
  }

  async function interactive(): Promise<void> {
    const ids = await fresh(pictures);
    const liveness = watchLiveness(addresses);
    const tally = new Tally();
    const processors = watchProcessors();
    const seconds = await analyseAll(client, ids, { clients: FITTING_CLIENTS, tally });
    console.log(`answers: ${tally}`);
    report(
      `${FITTING_CLIENTS} clients through nginx`,
      pictures / seconds,
      processors(),
      await liveness.stop(),
    );
  }

  /** Every client that is refused asks again after the time it was told: the offer stays far above what can be done. */
  async function overload(): Promise<void> {
    const clients = Math.round(TIMES_CAPACITY * bare.analysesPerSecond);
    const ids = await fresh(pictures);
    const liveness = watchLiveness(addresses);
    const tally = new Tally();
    const processors = watchProcessors();
    const seconds = await analyseAll(client, ids, { clients, tally });
    const offered = tally.total / seconds;
    console.log(`${clients} clients, ${offered.toFixed(0)} requests/s offered, answers: ${tally}`);
    report(
      `${(offered / bare.analysesPerSecond).toFixed(1)} x capacity offered`,
      pictures / seconds,
      processors(),
      await liveness.stop(),
    );
    const other = tally.total - tally.of(200, 201, 503);
    goals.push({ name: 'answers besides 201 and 503 under overload', measured: other, limit: 0, unit: '' });
  }

  /** Clients that heed nothing: ten times what the machine can do arrives every second, whatever is answered. */
  async function flood(): Promise<void> {
    const perSecond = Math.round(TIMES_CAPACITY * bare.analysesPerSecond);
    const ids = await fresh(Math.ceil(bare.analysesPerSecond * FLOOD_SECONDS * 1.5));
    const liveness = watchLiveness(addresses);
    const tally = new Tally();
    const processors = watchProcessors();
    const { seconds, analysed } = await floodWith(client, ids, {
      ...{ perSecond, seconds: FLOOD_SECONDS, tally },
    });
    console.log(`${perSecond} requests/s for ${FLOOD_SECONDS} s, answers: ${tally}`);
    report(
      `${TIMES_CAPACITY} x capacity, heedless`,
      analysed / seconds,
      (processors() * pictures) / analysed,
      await liveness.stop(),
    );
    const other = tally.total - tally.of(200, 201, 503);
    goals.push({ name: 'answers besides 201 and 503 in the flood', measured: other, limit: 0, unit: '' });
  }

  async function manyClients(): Promise<void> {
    const database = new Client({ connectionString: system.databaseUrl });
    await database.connect();
    let mostConnections = 0;
    let going = true;
    const watching = (async () => {
      while (going) {
        const { rows } = await database.query<{ n: number }>(
          `select count(*)::int n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
        );
        mostConnections = Math.max(mostConnections, rows[0]?.n ?? 0);
        await delay(100);
      }
    })();
    const tally = new Tally();
    const times: number[] = [];
    const deadline = performance.now() + 15_000;
    await Promise.all(
      Array.from({ length: CLIENTS_AT_ONCE }, async () => {
        while (performance.now() < deadline) {
          const startedAt = performance.now();
          const answer = await fetch(`${system.url}/api/v1/history?limit=10`, {
            headers: { cookie: session.cookie },
          }).catch(() => null);
          await answer?.arrayBuffer();
          tally.add(answer?.status ?? 'broken');
          times.push(performance.now() - startedAt);
        }
      }),
    );
    going = false;
    await watching;
    await database.end();
    console.log(
      `${CLIENTS_AT_ONCE} clients read the history: ${(tally.total / 15).toFixed(0)} answers/s, p50 ${percentile(times, 50).toFixed(0)} ms, p95 ${percentile(times, 95).toFixed(0)} ms; ${tally}`,
    );
    goals.push({
      name: `database connections, ${CLIENTS_AT_ONCE} clients`,
      ...{ measured: mostConnections, limit: 20, unit: '' },
    });
    goals.push({
      name: 'failed reads of them',
      ...{ measured: tally.total - tally.of(200), limit: 0, unit: '' },
    });
  }

  /** Uploads, analyses, labels, pages and batches side by side. */
  async function mixed(): Promise<void> {
    const memory = watchMemory(
      processes.map((each) => ({ name: each.name, pid: () => each.process().child.pid })),
    );
    const deadline = AbortSignal.timeout(mixedMinutes * 60_000);
    const tally = new Tally();
    let done = 0;
    const lane = async (number: number) => {
      for (let round = 0; !deadline.aborted; round++) {
        const ids = await fresh(4);
        if (round % 5 === number) {
          await session.post<Job>('/api/v1/jobs', { kind: 'analysis.batch.v1', image_ids: ids });
        } else {
          await analyseAll(client, ids, { clients: 2, tally });
          done += ids.length;
        }
        const history = await session.get<{
          items: { analysis: { id: string; shear_percent: number | null } }[];
        }>('/api/v1/history?limit=20');
        const answered = history.items.find(({ analysis }) => analysis.shear_percent !== null)?.analysis;
        if (answered !== undefined && round % 3 === 0) {
          await session.post('/api/v1/labels', {
            ...{ analysis_id: answered.id, shear_percent: answered.shear_percent },
          });
        }
      }
    };
    await Promise.all([lane(0), lane(1), lane(2)]);
    console.log(`${mixedMinutes} minutes of mixed load: ${done} interactive analyses; ${tally}`);
    for (const series of await memory.stop()) {
      const growth = growthOf(series);
      console.log(
        `${series.name.padEnd(10)} ${Math.min(...series.mebibytes).toFixed(0)} to ${Math.max(...series.mebibytes).toFixed(0)} MiB, last third ${growth >= 0 ? '+' : ''}${growth.toFixed(1)} MiB over the middle third`,
      );
      goals.push({ name: `growth of ${series.name}`, measured: growth, limit: 20, unit: 'MiB' });
    }
  }
} finally {
  await system.stop();
}

/** Processor ms of an analysis in all processes of the product, database and nginx included, since it was made. */
function watchProcessors(): () => number {
  const before = processorSecondsBelow(process.pid);
  return () => (1000 * (processorSecondsBelow(process.pid) - before)) / pictures;
}

function report(name: string, rate: number, processorMs: number, liveness: readonly number[]): void {
  const ratio = (100 * rate) / bare.analysesPerSecond;
  console.log(
    `${name}: ${rate.toFixed(1)} analyses/s, ${ratio.toFixed(0)} % of the bare pipeline (${processorMs.toFixed(0)} ms of processor time each: ${((100 * bare.processorMs) / processorMs).toFixed(0)} %); /livez p50 ${percentile(liveness, 50).toFixed(1)} ms, p99 ${percentile(liveness, 99).toFixed(1)} ms, max ${Math.max(...liveness).toFixed(0)} ms of ${liveness.length}`,
  );
  goals.push({
    name: `${name}, of the bare pipeline`,
    measured: ratio,
    limit: 90,
    unit: '%',
    sense: 'at-least',
  });
  goals.push({ name: `/livez p99, ${name}`, measured: percentile(liveness, 99), limit: 50, unit: 'ms' });
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new RangeError(`--${name} is ${text}; give a number above 0`);
  return value;
}
