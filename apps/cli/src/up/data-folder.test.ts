import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { prepareDataFolder } from './data-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mlmcsc-data-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('makes a folder that other users cannot read', async () => {
  await prepareDataFolder(join(folder, 'a/b'));
  expect((await stat(join(folder, 'a/b'))).mode & 0o007).toBe(0);
});

it('says what is in the way', async () => {
  await writeFile(join(folder, 'file'), 'x');
  await expect(prepareDataFolder(join(folder, 'file/data'))).rejects.toThrow('a file is in its way');
});

it('names an unwritable place', async () => {
  await expect(prepareDataFolder('/proc/mlmcsc-data')).rejects.toThrow('/proc/mlmcsc-data cannot be written');
});
