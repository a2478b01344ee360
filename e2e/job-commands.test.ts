import { createScheduleUseCases } from '@mlmcsc/core';
import { createPool, PostgresStore } from '@mlmcsc/platform/postgres';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runMlmcsc } from '../test/run-program.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

let server: TestDatabaseServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let url: string;
beforeAll(async () => {
  server = await startTestDatabaseServer();
  folder = await temporaryFolder('job-commands');
  url = await server.createDatabase();
  const pool = createPool({ url, applicationName: 'test', log: silentLog });
  const store = new PostgresStore(pool);
  await createScheduleUseCases({ store, clock: systemClock, ids: uuidV7 }).installSchedules();
  await pool.end();
});
afterAll(async () => {
  await server.stop();
  await folder.remove();
});

const run = (...args: string[]) =>
  runMlmcsc([...args, '--data-dir', folder.path], { environment: { MLMCSC_DATABASE_URL: url } });

// No worker runs here, so a job stays where the commands leave it.
it('a job is started by its schedule, seen, counted, cancelled and run again', async () => {
  const started = await run('schedules', 'run', 'prune');
  expect(started.code, started.stderr).toBe(0);
  const [id = ''] = started.stdout.split(/\s+/);
  // One that waits already is not doubled.
  expect((await run('schedules', 'run', 'prune')).stdout).toContain(id);

  expect((await run('jobs', 'list')).stdout.trim().split('\n')).toEqual([
    expect.stringMatching(new RegExp(`^${id}  maintenance\\.prune\\.v1  queued `)),
  ]);
  expect((await run('jobs', 'list', '--state', 'dead')).stdout).toBe('');
  expect((await run('jobs', 'list', '--kind', 'model.retrain.v1')).stdout).toBe('');
  expect(JSON.parse((await run('jobs', 'show', id)).stdout)).toMatchObject({
    id,
    kind: 'maintenance.prune.v1',
    state: 'queued',
    createdBy: 'system',
  });
  const [, figures = ''] = (await run('jobs', 'statistics')).stdout.split('\n');
  expect(figures).toMatch(/^maintenance\.prune\.v1 .+ 1 +0 +0 +0 {2}\d+\.\d s$/);

  expect((await run('jobs', 'cancel', id)).stdout).toContain('cancelled');
  expect((await run('jobs', 'rerun', id)).stdout).toContain('queued');
  const audit = (await run('audit', 'list', '--json')).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(audit.map(({ action }) => action)).toEqual([
    'job.rerun',
    'job.cancelled',
    'schedule.run',
    'schedule.run',
  ]);
});

it('tells what is wrong with an identifier, a state and a name', async () => {
  const nothing = '0192f0a0-1111-7000-8000-00000000dead';
  for (const command of ['show', 'cancel', 'rerun'] as const) {
    const answer = await run('jobs', command, nothing);
    expect([command, answer.code]).toEqual([command, 1]);
    expect(answer.stderr).toContain(`There is no job ${nothing}.`);
  }
  expect((await run('jobs', 'list', '--state', 'asleep')).code).toBe(2);
  expect((await run('jobs', 'list', '--limit', '0')).code).toBe(2);
  expect(await run('schedules', 'run', 'nothing')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no schedule nothing.'),
  });
});

it('a schedule is listed, moved to another time and turned off', async () => {
  expect((await run('schedules', 'list')).stdout).toMatch(
    /^prune {2}maintenance\.prune\.v1 {2}17 3 \* \* \* {2}UTC {2}next \d{4}.+ never ran$/m,
  );
  const change = (...options: string[]) => run('schedules', 'change', 'prune', ...options);
  expect((await change('--cron', '30 2 * * 1', '--time-zone', 'Europe/Berlin')).stdout).toContain(
    '30 2 * * 1  Europe/Berlin  next ',
  );
  expect((await change('--off')).stdout).toContain('30 2 * * 1  Europe/Berlin  off');
  expect((await change('--on', '--off')).code).toBe(2);
  expect(await change('--cron', '61 * * * *')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('"61 * * * *" is no time'),
  });
  expect((await change('--on')).stdout).toContain('30 2 * * 1  Europe/Berlin  next ');
});
