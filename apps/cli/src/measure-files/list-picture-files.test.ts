import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listPictureFiles } from './list-picture-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mlmcsc-list-'));
  await mkdir(join(folder, 'sub'));
  for (const name of ['b10.JPG', 'b2.jpg', 'notes.txt', '.hidden.png', 'sub/c.tiff']) {
    await writeFile(join(folder, name), 'x');
  }
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('takes pictures of folders by name and number, and files that are named whatever they are called', async () => {
  const named = join(folder, 'notes.txt');
  expect(await listPictureFiles([named, folder])).toEqual([
    named,
    join(folder, 'b2.jpg'),
    join(folder, 'b10.JPG'),
    join(folder, 'sub/c.tiff'),
  ]);
});

it('refuses a path that does not exist and a folder without pictures', async () => {
  await expect(listPictureFiles([join(folder, 'nowhere')])).rejects.toThrow('nowhere does not exist');
  await mkdir(join(folder, 'empty'));
  await expect(listPictureFiles([join(folder, 'empty')])).rejects.toMatchObject({ exitCode: 2 });
});
