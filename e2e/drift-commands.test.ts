import { startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runMlmcsc } from '../test/run-program.ts';
import { openSeenLaboratory, type SeenLaboratory } from '../test/seen-laboratory.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

let server: TestDatabaseServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let url: string;
let laboratory: SeenLaboratory;

const run = (...args: string[]) =>
  runMlmcsc(['drift', ...args, '--data-dir', folder.path], { environment: { MLMCSC_DATABASE_URL: url } });

beforeAll(async () => {
  server = await startTestDatabaseServer();
  folder = await temporaryFolder('drift-commands');
  url = await server.createDatabase();
  laboratory = await openSeenLaboratory(url, 3);
});
afterAll(async () => {
  await laboratory.close();
  await server.stop();
  await folder.remove();
});

it('shows that the lamp went dark, takes what it was, and begins a new reference', async () => {
  expect(await run('show')).toMatchObject({ code: 0, stdout: expect.stringContaining('No reference yet') });
  await laboratory.take(310);
  await laboratory.evaluate();
  const steady = await run('show');
  expect(steady.code, steady.stdout).toBe(0);
  expect(steady.stdout).toContain('300 pictures, 300 points; 10 pictures since.');
  expect(steady.stdout).toMatch(/^Exposure +As in the reference\.$/m);
  expect(steady.stdout).toMatch(/^Answer less label +Not watched: the reference has 0 labels of 100\.$/m);

  await laboratory.take(30, 0.2);
  await laboratory.evaluate();
  const dark = await run('show');
  expect(dark.code).toBe(1);
  const words = /^(\S{36}) {2}since \S+ {2}Pictures are darker than in the reference: exposure 0\.4\d? .*$/m;
  const [, id = ''] = words.exec(dark.stdout) ?? [];
  expect(dark.stdout).toContain('Look at the lamp');
  const json = JSON.parse((await run('show', '--json')).stdout);
  expect(json.open.map((finding: { id: string }) => finding.id)).toContain(id);

  for (const finding of json.open) {
    const done = await run('acknowledge', finding.id, '--reason', 'A new bulb is ordered.');
    expect(done).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('system: A new bulb is ordered.'),
    });
  }
  expect((await run('show')).code).toBe(0);
  const again = await run('acknowledge', id, '--reason', 'twice');
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('acknowledged it already') });

  const set = await run('reference', '--reason', 'New bulb.');
  expect(set).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('(New bulb.): 0 pictures, 0 points'),
  });
  expect((await run('show')).stdout).not.toContain(id);
});

it('refuses what is no time and what names no finding', async () => {
  expect((await run('reference', '--reason', 'x', '--from', 'soon')).code).toBe(2);
  expect((await run('acknowledge', 'x', '--reason', 'y')).stderr).toContain('There is no finding x.');
  expect((await run('acknowledge', 'x')).code).toBe(2);
});
