/**
 * Prints how long a page of the history takes over a long history, at every depth and with every filter, through the API over HTTP.
 * Run: `node bench/history.bench.ts [--analyses N]` (default 1 000 000; needs about 3 GB of disk and some minutes)
 */
import { parseArgs } from 'node:util';
import { signIn } from '../test/api-session.ts';
import { startSystem } from '../test/services/system.ts';
import { percentile } from './support/percentile.ts';
import { type Goal, printGoals } from './support/print-goals.ts';
import { seedHistory } from './support/seed-history.ts';

const LIMIT_MS = 20;
const PAGE = 50;

const { values } = parseArgs({ options: { analyses: { type: 'string', default: '1000000' } } });
const analyses = Number(values.analyses);
if (!(Number.isInteger(analyses) && analyses > PAGE)) {
  throw new RangeError(`--analyses is ${values.analyses}; give a whole number above ${PAGE}`);
}

const system = await startSystem({
  apis: 1,
  workers: 0,
  environment: { MLMCSC_REQUESTS_PER_MINUTE: '1000000' },
});
try {
  const seedStarted = performance.now();
  await seedHistory(system.databaseUrl, analyses);
  console.log(`${analyses} analyses stored in ${((performance.now() - seedStarted) / 1000).toFixed(0)} s`);
  const { username, password } = system.administrator;
  const session = await signIn(`http://${system.apis[0]?.address}`, username, password);
  const goals: Goal[] = [];

  interface HistoryPage {
    readonly items: readonly unknown[];
    readonly next_cursor: string | null;
  }
  const page = async (query: string): Promise<{ ms: number; page: HistoryPage }> => {
    const startedAt = performance.now();
    const answer = await session.get<HistoryPage>(`/api/v1/history?limit=${PAGE}${query}`);
    return { ms: performance.now() - startedAt, page: answer };
  };

  /** Walks from the newest to the oldest in strides, so that every depth is seen: `to` jumps, the cursor goes on from there. */
  const atDepth = async (name: string, filter: string, depths: number) => {
    const times: number[] = [];
    let items = 0;
    for (let depth = 0; depth < depths; depth++) {
      const minutesBack = Math.floor((depth / depths) * analyses);
      const to = new Date(Date.now() - minutesBack * 60_000 + 60_000).toISOString();
      const first = await page(`${filter}&to=${encodeURIComponent(to)}`);
      times.push(first.ms);
      items += first.page.items.length;
      const { next_cursor: cursor } = first.page;
      if (cursor === null) continue;
      const next = await page(`${filter}&cursor=${encodeURIComponent(cursor)}`);
      times.push(next.ms);
      items += next.page.items.length;
    }
    console.log(
      `${name.padEnd(44)} p50 ${percentile(times, 50).toFixed(1).padStart(7)} ms  p95 ${percentile(times, 95).toFixed(1).padStart(7)} ms  max ${Math.max(
        ...times,
      )
        .toFixed(1)
        .padStart(7)} ms  ${items} rows in ${times.length} pages`,
    );
    goals.push({ name: `${name}, p95`, measured: percentile(times, 95), limit: LIMIT_MS, unit: 'ms' });
  };

  await atDepth('warm-up', '', 50);
  goals.length = 0;
  await atDepth('every depth, no filter', '', 500);
  await atDepth('text in one heat', '&text=h4', 40);
  await atDepth('text of one specimen', `&text=x52-${Math.floor(analyses / 24)}-3`, 40);
  await atDepth('text nobody wrote', '&text=zzzz', 40);
  await atDepth('without a face', '&status=no-face', 40);
  await atDepth('labelled', '&labelled=true', 40);
  await atDepth('not labelled', '&labelled=false', 40);
  await atDepth('by a usual technician', '&technician=anna', 40);
  await atDepth('by a rare technician', '&technician=dora', 40);
  await atDepth('by nobody', '&technician=nobody', 40);
  await atDepth('shear 40 to 60 %', '&shear_min=40&shear_max=60', 40);
  await atDepth('shear exactly 33.3 %', '&shear_min=33.3&shear_max=33.3', 40);
  printGoals(goals);
} finally {
  await system.stop();
}
