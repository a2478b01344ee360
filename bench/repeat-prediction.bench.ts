/**
 * Prints how much quicker the API answers for a picture that it has measured before, from each place where the answer may come
 * from, and what Redis could spare in looking up sessions. Needs `redis-server` (npm test installs it).
 * Run: `node bench/repeat-prediction.bench.ts`
 */
import { startApi } from '@mlmcsc/api';
import {
  createAuth,
  SessionAuthenticator,
  TimeBasedSecondFactors,
  UserAccounts,
} from '@mlmcsc/platform/auth';
import { parseConfig } from '@mlmcsc/platform/config';
import { createPool } from '@mlmcsc/platform/postgres';
import { silentLog, startTestDatabaseServer } from '@mlmcsc/platform/testing';
import { Redis } from 'ioredis';
import sharp from 'sharp';
import { signIn } from '../test/api-session.ts';
import { freePort } from '../test/free-port.ts';
import { startRedis } from '../test/services/redis.ts';
import { servicesMissing } from '../test/services/service-process.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';
import { photograph } from './support/bench-pictures.ts';
import { type Goal, printGoals } from './support/print-goals.ts';

const PICTURES = 12;
const REPEATS = 300;
const PASSWORD = 'correct horse battery staple';

if (servicesMissing !== null) {
  console.log(`Repeat predictions are not measured: ${servicesMissing}.`);
  process.exit(0);
}

const [database, redis, folder] = await Promise.all([
  startTestDatabaseServer(),
  startRedis(),
  temporaryFolder('bench-repeat'),
]);
const databaseUrl = await database.createDatabase();
const pool = createPool({ url: databaseUrl, applicationName: 'bench', log: silentLog });
await new UserAccounts(pool).createUser({ username: 'bench', password: PASSWORD, role: 'technician' });

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
async function times(count: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const started = performance.now();
    await work(index);
    all.push(performance.now() - started);
  }
  return all;
}
/** @returns the shortest: what the machine can do when left alone */
function print(what: string, milliseconds: readonly number[]): number {
  const shortest = Math.min(...milliseconds);
  console.log(
    `${what.padEnd(60)} ${shortest.toFixed(2).padStart(8)} ms shortest ${median(milliseconds).toFixed(2).padStart(8)} ms median`,
  );
  return shortest;
}

/** An API of its own, with so much memory for values and perhaps Redis. */
async function withApi<T>(
  options: { readonly memory: number; readonly redisUrl: string },
  work: (session: Awaited<ReturnType<typeof signIn>>) => Promise<T>,
): Promise<T> {
  const api = await startApi(
    parseConfig({
      MLMCSC_DATABASE_URL: databaseUrl,
      MLMCSC_DATA_DIR: folder.path,
      MLMCSC_PORT: String(await freePort()),
      MLMCSC_CACHE_BYTES: String(options.memory),
      MLMCSC_REDIS_URL: options.redisUrl,
      MLMCSC_MEASURE_THREADS: '1',
      MLMCSC_LOG_LEVEL: 'silent',
      MLMCSC_REQUESTS_PER_MINUTE: '1000000',
    }),
  );
  try {
    return await work(await signIn(api.url, 'bench', PASSWORD));
  } finally {
    await api.close();
  }
}

/** The same face in pictures of different bytes. */
async function pictures(count: number): Promise<readonly Buffer[]> {
  const jpeg = await photograph('dome-laboratory', 1280, 720);
  return Promise.all(
    Array.from({ length: count }, (_, index) =>
      sharp(jpeg)
        .jpeg({ quality: 80 + index })
        .toBuffer(),
    ),
  );
}

const memory = 128 * 1024 * 1024;
const imageIds: string[] = [];
const analyse = (session: Awaited<ReturnType<typeof signIn>>) => (index: number) =>
  session.post('/api/v1/analyses', { image_id: imageIds[index % imageIds.length] });

console.log('POST /api/v1/analyses over HTTP, 1280 x 720, one thread that measures');
const { first, fromMemory } = await withApi({ memory, redisUrl: redis.url }, async (session) => {
  for (const jpeg of await pictures(PICTURES + 1)) {
    const { body } = await session.upload(jpeg, 'bench.jpg');
    imageIds.push(String(body.id));
  }
  // The first of all also loads the model.
  await analyse(session)(PICTURES);
  const firsts = await times(PICTURES, analyse(session));
  await times(50, analyse(session));
  return {
    first: print('first', firsts),
    fromMemory: print('again, from the memory of the process', await times(REPEATS, analyse(session))),
  };
});
/** Without memory every request asks Redis, as the first one of another process does. */
const fromRedis = await withApi({ memory: 0, redisUrl: redis.url }, async (session) => {
  await times(50, analyse(session));
  return print('again, from Redis', await times(REPEATS, analyse(session)));
});
const fromDatabase = await withApi({ memory: 0, redisUrl: '' }, async (session) => {
  await times(50, analyse(session));
  return print('again, without any cache (the row in PostgreSQL)', await times(REPEATS, analyse(session)));
});
const slowest = await withApi({ memory: 0, redisUrl: redis.url }, async (session) => {
  await times(50, analyse(session));
  redis.process().child.kill('SIGSTOP');
  const all = await times(REPEATS, analyse(session));
  redis.process().child.kill('SIGCONT');
  print('again, while Redis hangs', all);
  return Math.max(...all);
});
const client = new Redis(redis.url);
const [key = ''] = await client.keys('mlmcsc:cache:*');
console.log(`one answer takes ${await client.memory('USAGE', key)} bytes in Redis`);
client.disconnect();
await redis.process().stop('SIGKILL');
const whileAway = await withApi({ memory: 0, redisUrl: redis.url }, async (session) => {
  await times(50, analyse(session));
  return print('again, while Redis is away', await times(REPEATS, analyse(session)));
});
await redis.restart();

console.log('\nLooking up a session');
const secret = 's3cr3t'.repeat(8);
const auth = createAuth({ pool, secret, publicUrl: null, log: silentLog });
const secondFactors = new TimeBasedSecondFactors({ pool, secret });
const newAuthenticator = () => new SessionAuthenticator({ auth, pool, secondFactors });
const { setCookies } = await newAuthenticator().signIn({
  ...{ username: 'bench', password: PASSWORD, userAgent: undefined, ipAddress: '127.0.0.1' },
});
const cookie = setCookies.map((line) => line.split(';', 1)[0]).join('; ');
const known = newAuthenticator();
await times(50, () => known.authenticate(cookie));
print(
  'known to the process: PostgreSQL is asked whether it lives',
  await times(REPEATS, () => known.authenticate(cookie)),
);
print(
  'new to the process: read by the library, once',
  await times(REPEATS, () => newAuthenticator().authenticate(cookie)),
);
const sessions = new Redis(redis.url);
await sessions.set(
  'session',
  JSON.stringify({ user: { id: 'x'.repeat(36), username: 'bench', role: 'technician' } }),
);
await times(50, () => sessions.get('session'));
print('a value of that size from Redis', await times(REPEATS, () => sessions.get('session')));

sessions.disconnect();
await pool.end();
await redis.stop();
await database.stop();
await folder.remove();

const ratio = (name: string, milliseconds: number): Goal => ({
  ...{ name, measured: first / milliseconds, limit: 20, unit: 'x quicker', sense: 'at-least' },
});
printGoals([
  ratio('again, from memory, over the first', fromMemory),
  ratio('again, from Redis, over the first', fromRedis),
  ratio('again, without any cache, over the first', fromDatabase),
  ratio('again, while Redis is away, over the first', whileAway),
  { name: 'slowest of them from the moment Redis hangs', measured: slowest, limit: 1000, unit: 'ms' },
]);
