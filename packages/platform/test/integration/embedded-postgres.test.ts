import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/embedded-postgres/index.ts';
import { createPool } from '../../src/postgres/create-pool.ts';
import { silentLog } from '../../src/testing/index.ts';

const isRoot = process.getuid?.() === 0;
let folder: string;
const running: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mlmcsc-launcher-'));
  // Other users must reach what is theirs below it.
  await chmod(folder, 0o755);
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of running.splice(0)) await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(
  options: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {},
): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    log: silentLog,
    // Processes are killed here, not the machine.
    isDurable: false,
    ...options,
  });
  running.push(server);
  return server;
}

async function query<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Starts a server from another process, which can then be killed. */
async function startInChild(
  options: { folder: string; identity?: string },
  user?: { uid: number; gid: number },
): Promise<{ child: ChildProcess; url: string; pid: number }> {
  const child = fork(join(import.meta.dirname, 'launcher-child.fixture.ts'), [JSON.stringify(options)], {
    ...user,
    env: { PATH: '/usr/bin:/bin' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.push(child);
  const [message] = (await once(child, 'message')) as [{ url: string; pid: number }];
  return { child, ...message };
}

test('a first start makes a cluster as designed, a second one keeps the data', async () => {
  const first = await start({ isDurable: true });
  const settings = await query<{ name: string; setting: string }>(
    first.url,
    `select name, setting from pg_settings where name in
       ('data_checksums', 'password_encryption', 'listen_addresses', 'server_encoding', 'TimeZone')`,
  );
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    data_checksums: 'on',
    password_encryption: 'scram-sha-256',
    listen_addresses: '127.0.0.1',
    server_encoding: 'UTF8',
    TimeZone: 'UTC',
  });
  expect((await stat(join(folder, 'postgres', 'password'))).mode & 0o777).toBe(0o600);
  await query(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  await first.stop();
  await expect(query(first.url, 'select 1')).rejects.toThrow();
  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('nobody gets in without the password', async () => {
  const { url } = await start();
  const guess = new URL(url);
  guess.password = 'guess';
  await expect(query(guess.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
});

test('killed with -9, it is back on the same port; acknowledged rows are there and the pool recovers', async () => {
  const server = await start();
  const pool = createPool({ url: server.url, applicationName: 'test', log: silentLog });
  await pool.query('create table ack (n int)');
  await Promise.all(Array.from({ length: 50 }, (_, n) => pool.query('insert into ack values ($1)', [n])));
  const before = server.pid();
  process.kill(before, 'SIGKILL');
  // The killed server's children may answer for a moment more.
  await expect.poll(server.pid, { timeout: 15_000 }).not.toBe(before);
  const count = async () => {
    const result = await pool.query<{ n: string }>('select count(*) as n from ack').catch(() => null);
    return Number(result?.rows[0]?.n ?? -1);
  };
  await expect.poll(count, { timeout: 15_000 }).toBe(50);
  await pool.end();
});

test('the server of a killed parent is taken over, supervised, and stopped with its new parent', async () => {
  const orphan = await startInChild({ folder: join(folder, 'postgres') });
  await query(orphan.url, 'create table left_behind as select 7 as n');
  orphan.child.kill('SIGKILL');
  await once(orphan.child, 'exit');
  const server = await start();
  expect(server).toMatchObject({ adopted: true, url: orphan.url });
  expect(server.pid()).toBe(orphan.pid);
  process.kill(server.pid(), 'SIGKILL');
  const rows = () => query(server.url, 'select n from left_behind').catch(() => []);
  await expect.poll(rows, { timeout: 15_000 }).toEqual([{ n: 7 }]);
  await server.stop();
  await expect(query(server.url, 'select 1')).rejects.toThrow();
});

test('parent and server killed together: the next start recovers', async () => {
  const both = await startInChild({ folder: join(folder, 'postgres') });
  await query(both.url, 'create table survived as select 3 as n');
  both.child.kill('SIGKILL');
  process.kill(both.pid, 'SIGKILL');
  await once(both.child, 'exit');
  const server = await start();
  expect(await query(server.url, 'select n from survived')).toEqual([{ n: 3 }]);
});

test('a folder that a living program uses is refused by name', async () => {
  const other = await startInChild({ folder: join(folder, 'postgres') });
  await expect(start()).rejects.toMatchObject({ name: 'Conflict', code: 'database-already-running' });
  expect(await query(other.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  process.kill(other.child.pid!, 'SIGTERM');
  await once(other.child, 'exit');
});

test('a half-made cluster is made again', async () => {
  await mkdir(join(folder, 'postgres', 'cluster.new'), { recursive: true });
  await writeFile(join(folder, 'postgres', 'cluster.new', 'PG_VERSION'), '15');
  const server = await start();
  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a wanted port that is taken, and a file in the way, are told with their remedy', async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  const { port } = blocker.address() as { port: number };
  await expect(start({ port })).rejects.toMatchObject({ code: 'port-in-use' });
  blocker.close();
  await writeFile(join(folder, 'file'), '');
  await expect(start({ folder: join(folder, 'file') })).rejects.toMatchObject({
    code: 'data-folder-unwritable',
  });
});

test.runIf(isRoot)('as root by stepping down to an ordinary user', async () => {
  const server = await start({ identity: 'user' });
  const { uid } = await stat(join(folder, 'postgres', 'cluster'));
  expect(uid).not.toBe(0);
  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test.runIf(isRoot)('as root below a folder that only root may enter', async () => {
  await chmod(folder, 0o700);
  const server = await start();
  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test.runIf(isRoot)('as an ordinary user', async () => {
  const home = join(folder, 'home');
  await mkdir(home);
  await chown(home, 65_534, 65_534);
  const ordinary = await startInChild({ folder: join(home, 'postgres') }, { uid: 65_534, gid: 65_534 });
  expect(await query(ordinary.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect((await stat(join(home, 'postgres', 'cluster'))).uid).toBe(65_534);
  ordinary.child.kill('SIGTERM');
  await once(ordinary.child, 'exit');
});

test.runIf(isRoot)('a folder that an ordinary user may not write is told', async () => {
  const child = fork(
    join(import.meta.dirname, 'launcher-child.fixture.ts'),
    [JSON.stringify({ folder: join(folder, 'postgres') })],
    { uid: 65_534, gid: 65_534, env: {}, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
  );
  const chunks: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(child, 'exit');
  expect(Buffer.concat(chunks).toString()).toContain('data-folder-unwritable');
});

test('the log says what PostgreSQL said', async () => {
  await start();
  const log = await readFile(join(folder, 'postgres', 'postgres.log'), 'utf8');
  expect(log).toContain('database system is ready to accept connections');
});
