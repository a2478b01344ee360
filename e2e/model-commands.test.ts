import { createHash, randomUUID } from 'node:crypto';
import { PIPELINE_VERSION } from '@mlmcsc/core/measure';
import { createPool } from '@mlmcsc/platform/postgres';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runMlmcsc } from '../test/run-program.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

let server: TestDatabaseServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let url: string;
let pool: Pool;

async function addModel(version: string, gate: object | null, parent: string | null = null): Promise<void> {
  const digest = createHash('sha256').update(version).digest('hex');
  await pool.query(
    `insert into models (id, version, digest, base_digest, parent_version, origin, label_count, pipeline_version, size_bytes, gate, created_at)
     values ($1, $2, $3, $3, $4, 'retrained', 12, $5, 1, $6, now())`,
    [randomUUID(), version, digest, parent, PIPELINE_VERSION, gate === null ? null : JSON.stringify(gate)],
  );
}

beforeAll(async () => {
  server = await startTestDatabaseServer();
  folder = await temporaryFolder('model-commands');
  url = await server.createDatabase();
  pool = createPool({ url, applicationName: 'test', log: silentLog });
  await addModel('1.0', null);
  await pool.query(`insert into model_aliases values ('champion', '1.0', now())`);
  await pool.query(
    `insert into deployments (id, to_version, reason, deployed_by, deployed_at)
     values ($1, '1.0', 'First start.', 'system', '2026-01-02T03:04:05Z')`,
    [randomUUID()],
  );
  await addModel('1.1', { promoted: false, passed: true, against: '1.0', reasons: [] }, '1.0');
  await addModel('1.2', {
    promoted: false,
    passed: false,
    against: '1.0',
    reasons: ['Worse by 3.10 points.'],
  });
});
afterAll(async () => {
  await pool.end();
  await server.stop();
  await folder.remove();
});

const model = (...args: string[]) =>
  runMlmcsc(['model', ...args], {
    folder: folder.path,
    environment: { MLMCSC_DATABASE_URL: url, MLMCSC_DATA_DIR: folder.path },
  });

it('promotes, shows the ledger, rolls back and says what was in service', async () => {
  const refused = await model('promote', '1.2', '--reason', 'newest');
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('Worse by 3.10 points.')]);
  expect((await model('promote', '1.1')).code).toBe(2);

  const promoted = await model('promote', '1.1', '--reason', 'better on X52');
  expect([promoted.code, promoted.stdout]).toEqual([
    0,
    expect.stringMatching(/1\.0 → 1\.1 {2}promoted by system: better on X52/),
  ]);
  const listed = (await model('list')).stdout;
  expect(listed).toMatch(/1\.1 .*champion/);
  expect((await model('live', '--at', '2026-05-05')).stdout).toContain('– → 1.0');

  const back = await model('rollback', '--reason', 'lamp changed');
  expect([back.code, back.stdout]).toEqual([0, expect.stringContaining('1.1 → 1.0  rolled-back')]);
  expect(back.stderr).toContain('Learning is paused');
  expect((await model('live')).stdout).toContain('1.1 → 1.0');
  expect((await model('deployments')).stdout.trim().split('\n')).toHaveLength(3);
  expect((await model('rollback', '--reason', 'again')).code).toBe(1);
});

it('asks for a second person where the policy does', async () => {
  const policy = await model(
    'policy',
    '--promotion',
    'two-persons',
    '--learning',
    'on',
    '--retrain-after',
    '500',
  );
  expect(JSON.parse(policy.stdout)).toEqual({
    promotion: 'two-persons',
    learning: 'on',
    retrainAfterLabels: 500,
  });
  expect(JSON.parse((await model('policy')).stdout)).toMatchObject({ promotion: 'two-persons' });
  expect((await model('policy', '--retrain-after', '3')).stderr).toContain('at least 10');
  expect((await model('promote', '1.1', '--reason', 'again')).stdout).toContain('waits for a second person');
  const [id = ''] = (await model('requests')).stdout.split(' ');
  // Everything on the command line is the same account.
  expect((await model('approve', id)).code).toBe(1);
  expect((await model('decline', id)).stdout).toContain('declined');
  expect((await model('requests')).stdout).toContain('declined by system');
});

it('tells apart what is not there and what is wrong', async () => {
  const unknown = await model('show', '7.7');
  expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('There is no model 7.7.')]);
  expect((await model('recompute', randomUUID())).code).toBe(1);
  expect((await model('live', '--at', 'yesterday')).code).toBe(2);
  expect(JSON.parse((await model('show', '1.1')).stdout)).toMatchObject({ gate: { passed: true } });
});
