import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { forceTable } from '../test/force-curve-file.ts';
import { runMlmcsc } from '../test/run-program.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

let server: TestDatabaseServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let url: string;

beforeAll(async () => {
  server = await startTestDatabaseServer();
  folder = await temporaryFolder('force-curve-commands');
  url = await server.createDatabase();
  await run('specimens', 'create', 'F-1', '--fields', '{"shear":{"method":"photograph","percent":97}}');
});
afterAll(async () => {
  await server.stop();
  await folder.remove();
});

const run = (...args: string[]) =>
  runMlmcsc([...args, '--data-dir', folder.path], { environment: { MLMCSC_DATABASE_URL: url } });
const file = async (name: string, content: string) => {
  const path = join(folder.path, name);
  await writeFile(path, content);
  return path;
};

it('reads a table, shows the forces and doubts the percent shear that does not fit', async () => {
  const path = await file('f1.csv', forceTable({ header: 'Weg [mm];Kraft [N]', decimal: ',' }));
  const made = await run('force-curve', 'attach', 'F-1', path);
  expect(made.code, made.stderr).toBe(0);
  expect(made.stdout).toMatch(/^F-1 {2}f1\.csv {2}1000 samples/);
  expect(made.stdout).toMatch(/Fiu 1[34]\.\d\d kN ± \d\.\d\d at [45]\.\d\d mm/);
  expect(made.stdout).toMatch(/shear doubtful: .*97\.0 %, \d+\.\d points above them/);
  const shown = JSON.parse((await run('force-curve', 'show', 'F-1', '--json')).stdout);
  expect(shown).toMatchObject({
    identifier: 'F-1',
    shear: { verdict: 'doubtful' },
    arrest: { origin: 'found' },
  });
});

it('takes forces that somebody read off, and units that the header does not say', async () => {
  const path = await file('bare.csv', forceTable({ header: 's;F' }));
  const asked = await run('force-curve', 'attach', 'F-1', path);
  expect(asked.code).not.toBe(0);
  expect(asked.stderr).toContain('says no unit: m, mm, um');
  const told = ['--unit', 'displacement=mm', 'force=N'];
  const given = await run('force-curve', 'attach', 'F-1', path, ...told, '--no-unstable-fracture', '--json');
  expect(JSON.parse(given.stdout)).toMatchObject({ arrest: null, shear: { verdict: 'plausible' } });
  expect((await run('force-curve', 'attach', 'F-1', path, '--unit', 'force=lbf')).code).toBe(2);
});

it('lists every fault of a file, and takes the curve off', async () => {
  const lines = forceTable().split('\n');
  lines[5] = ';1';
  lines[7] = '1;x';
  const wrong = await run('force-curve', 'attach', 'F-1', await file('wrong.csv', lines.join('\n')));
  expect(wrong.code).not.toBe(0);
  expect(wrong.stderr).toMatch(/line 6: Displacement \[mm\] is empty\nline 8: Force \[N\] is no number\n/);
  const files = (await run('force-curve', 'files', 'F-1')).stdout.trim().split('\n');
  expect(files).toHaveLength(2);
  expect(files[0]).toMatch(/bare\.csv {2}\(the curve now\)$/);
  expect(files[1]).toMatch(/f1\.csv$/);
  const out = join(folder.path, 'again.csv');
  const early = ['--sha256', files[1]?.slice(0, 12) ?? '', '--out', out];
  expect((await run('force-curve', 'download', 'F-1', ...early)).stdout).toBe(`${out}\n`);
  expect(await readFile(out, 'utf8')).toBe(await readFile(join(folder.path, 'f1.csv'), 'utf8'));
  expect((await run('force-curve', 'download', 'F-1', ...early)).stderr).toContain('cannot be written');
  expect((await run('force-curve', 'remove', 'F-1')).stdout).toBe('F-1: no force curve any more\n');
  expect((await run('force-curve', 'show', 'F-1')).stderr).toContain('has no force curve');
  expect((await run('force-curve', 'download', 'F-1')).stderr).toContain('choose an earlier file');
  expect((await run('force-curve', 'show', 'F-9')).stderr).toContain('There is no specimen F-9');
});
