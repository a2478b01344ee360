import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locateLabelledFiles } from './locate-labelled-files.ts';
import type { LabelRow } from './parse-label-table.ts';

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'mlmcsc-labels-')));
  await mkdir(join(folder, 'images/day 1'), { recursive: true });
  await writeFile(join(folder, 'images/day 1/a.jpg'), 'a');
  await writeFile(join(folder, 'secret.jpg'), 's');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const label = (line: number, file: string, regions: string | null = null): LabelRow => ({
  ...{ line, file, shearPercent: 40, regions, specimen: null, heat: null, technician: null, weight: 1 },
});

describe('locateLabelledFiles', () => {
  it('finds pictures in sub-folders', async () => {
    const found = await locateLabelledFiles([label(2, 'day 1/a.jpg')], join(folder, 'images'), 'labels.csv');
    expect(found[0]?.path).toBe(join(folder, 'images/day 1/a.jpg'));
  });

  it('finds painted regions by the same rules, one painting a picture', async () => {
    const images = join(folder, 'images');
    await writeFile(join(images, 'day 1/a.png'), 'r');
    await writeFile(join(images, 'day 1/b.png'), 'r');
    const row = (line: number, regions: string) => label(line, 'day 1/a.jpg', regions);
    const found = await locateLabelledFiles([row(2, 'day 1/a.png')], images, 'labels.csv');
    expect(found[0]?.regionsPath).toBe(join(images, 'day 1/a.png'));
    const rows = [row(2, 'day 1/a.png'), row(3, 'day 1/b.png')];
    await expect(locateLabelledFiles(rows, images, 'labels.csv')).rejects.toThrow(
      'line 3: day 1/a.jpg has other regions on line 2; keep one of them',
    );
    await expect(locateLabelledFiles([row(2, '../secret.jpg')], images, 'labels.csv')).rejects.toThrow(
      'line 2: ../secret.jpg leads out of the folder given with --images',
    );
  });

  it('refuses names and links that lead out of the folder, and missing files', async () => {
    await symlink(join(folder, 'secret.jpg'), join(folder, 'images/link.jpg'));
    const rows = [
      label(2, '../secret.jpg'),
      label(3, join(folder, 'secret.jpg')),
      label(4, 'link.jpg'),
      label(5, 'b.jpg'),
    ];
    await expect(locateLabelledFiles(rows, join(folder, 'images'), 'labels.csv')).rejects.toThrow(
      [
        'labels.csv has 4 errors:',
        '  line 2: ../secret.jpg leads out of the folder given with --images',
        `  line 3: ${join(folder, 'secret.jpg')} leads out of the folder given with --images`,
        '  line 4: link.jpg is a link that leads out of the folder given with --images',
        `  line 5: b.jpg does not exist in ${join(folder, 'images')}`,
      ].join('\n'),
    );
  });
});
