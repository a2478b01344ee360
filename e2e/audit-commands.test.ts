import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPool, PostgresStore } from '@mlmcsc/platform/postgres';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runMlmcsc } from '../test/run-program.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

let server: TestDatabaseServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let url: string;
beforeAll(async () => {
  server = await startTestDatabaseServer();
  folder = await temporaryFolder('audit-commands');
  url = await server.createDatabase();
  const pool = createPool({ url, applicationName: 'test', log: silentLog });
  const { rows } = new PostgresStore(pool);
  for (let index = 0; index < 1_200; index += 1) {
    await rows.audit.append({
      action: 'learning.configured',
      actor: index % 3 === 0 ? 'eve' : 'bob',
      subject: { kind: 'setting', id: 'learning_strategy' },
      details: { from: ',"entry":{', to: `Ä "${index}"` },
    });
  }
  await pool.end();
});
afterAll(async () => {
  await server.stop();
  await folder.remove();
});

const audit = (...args: string[]) =>
  runMlmcsc(['audit', ...args, '--data-dir', join(folder.path, 'data')], {
    environment: { MLMCSC_DATABASE_URL: url },
    memoryLimit: 450_000_000,
  });

it('verifies, lists, exports, and verifies the export without the database', async () => {
  const head = (await audit('head')).stdout.trim().split(' ');
  expect(head[1]).toBe('1200');
  expect(await audit('verify', '--expect-head', head[0]!)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('✓ 1200 entries, unbroken, the expected head among them'),
  });
  const listed = (await audit('list', '--actor', 'eve', '--limit', '3', '--json')).stdout.trim().split('\n');
  expect(listed.map((line) => JSON.parse(line).position)).toEqual([1198, 1195, 1192]);

  const file = join(folder.path, 'trail.ndjson');
  expect(await audit('export', '--out', file)).toMatchObject({ code: 0 });
  expect((await audit('export', '--out', file)).code).toBe(1);
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  expect(lines).toHaveLength(1200);
  expect(JSON.parse(lines[7]!).entry.details.to).toBe('Ä "7"');
  const verifyFile = (name: string, ...more: string[]) =>
    runMlmcsc(['audit', 'verify', '--file', name, ...more], { memoryLimit: 450_000_000 });
  expect(await verifyFile(file, '--expect-head', head[0]!)).toMatchObject({ code: 0 });
  const changed = join(folder.path, 'changed.ndjson');
  await writeFile(changed, lines.map((line, at) => (at === 400 ? line.replace('Ä', 'A') : line)).join('\n'));
  expect(await verifyFile(changed)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('✗ broken at position 401: the entry was changed'),
  });
  await writeFile(changed, lines.slice(0, -1).join('\n'));
  expect((await verifyFile(changed, '--expect-head', head[0]!)).code).toBe(1);
  await writeFile(changed, 'junk\n');
  expect(await verifyFile(changed)).toMatchObject({ code: 1, stderr: expect.stringContaining('line 1') });
  // The export itself is recorded, with the account that asked for it.
  const [last] = (await audit('list', '--limit', '1', '--json')).stdout.trim().split('\n');
  expect(JSON.parse(last!)).toMatchObject({ action: 'audit.exported', details: { entries: 1200 } });
});

it('names the first broken position and fails', async () => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query('delete from audit_log where position in (700, 900)');
  await client.end();
  expect(await audit('verify')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('✗ broken at position 700: the entry is missing'),
  });
});

it('refuses what is no hash and no time', async () => {
  expect((await audit('verify', '--expect-head', 'abc')).code).toBe(2);
  expect((await audit('list', '--from', 'yesterday')).code).toBe(2);
});
