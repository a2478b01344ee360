import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNREADABLE_FILES, UNUSUAL_FILES, writeBadPictures } from '../test/bad-pictures.ts';
import { renderOtherThing, renderSpecimenPicture } from '../test/render-pictures.ts';
import { repositoryPath } from '../test/repository-path.ts';
import { type ProgramResult, runMlmcsc } from '../test/run-program.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

interface Line {
  readonly file: string;
  readonly status: string;
  readonly shear_percent: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly bbox: readonly number[] | null;
  readonly outline: readonly (readonly number[])[] | null;
  readonly reason: string | null;
  readonly model: { readonly version: string; readonly digest: string };
}

/** Real fractographs of ceramics, kept beside the repository and out of it: see the folder's own note on their licence. */
const SEM_FOLDER = repositoryPath('../shared/data/sem-ceramic');
const MEMORY_LIMIT = 1_500_000_000;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const truths = new Map<string, number>();
const inFolder = (...parts: string[]) => join(folder.path, ...parts);
const linesOf = ({ stdout }: ProgramResult): Line[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

beforeAll(async () => {
  folder = await temporaryFolder('command-line');
  for (const name of ['faces', 'others', 'bad']) await mkdir(inFolder(name));
  for (const [index, shear] of [8, 30, 55, 80, 97].entries()) {
    const picture = await renderSpecimenPicture(700 + index, 'dome-laboratory', {
      cleavageShare: 1 - shear / 100,
    });
    truths.set(`face-${index}.jpg`, picture.shearPercent as number);
    await writeFile(inFolder('faces', `face-${index}.jpg`), picture.jpeg);
    if (index === 2) await writeBadPictures(inFolder('bad'), picture.image);
  }
  for (let index = 0; index < 6; index++) {
    await writeFile(inFolder('others', `other-${index}.jpg`), (await renderOtherThing(300 + index)).jpeg);
  }
});
afterAll(() => folder.remove());

describe('mlmcsc analyse', () => {
  it('measures a folder in order, with outline, interval, overlay and map', async () => {
    const result = await runMlmcsc(
      ['analyse', inFolder('faces'), '--overlay', inFolder('checked'), '--map', inFolder('maps')],
      { memoryLimit: MEMORY_LIMIT },
    );
    expect(result).toMatchObject({ code: 0, stderr: '' });
    const lines = linesOf(result);
    expect(lines.map((line) => line.file)).toEqual(
      [0, 1, 2, 3, 4].map((index) => inFolder('faces', `face-${index}.jpg`)),
    );
    for (const line of lines) {
      expect(line).toMatchObject({
        status: 'ok',
        model: { digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      });
      expect(line.lower).toBeLessThanOrEqual(line.shear_percent as number);
      expect(line.upper).toBeGreaterThanOrEqual(line.shear_percent as number);
      expect(line.outline?.length).toBeGreaterThan(3);
    }
    const errors = lines.map((line) =>
      Math.abs((line.shear_percent ?? 0) - (truths.get(line.file.split('/').at(-1) ?? '') ?? 0)),
    );
    // Answering 50 to everything would be 29 points off.
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(15);

    const photo = await sharp(inFolder('faces', 'face-0.jpg')).metadata();
    for (const output of [inFolder('checked', 'face-0.overlay.jpg'), inFolder('maps', 'face-0.map.png')]) {
      expect(await sharp(output).metadata()).toMatchObject({ width: photo.width, height: photo.height });
    }
  });

  it('gives the same numbers bit for bit when it runs again', async () => {
    const [first, second] = [
      await runMlmcsc(['analyse', inFolder('faces')]),
      await runMlmcsc(['analyse', inFolder('faces')]),
    ];
    const timeless = (result: ProgramResult) => result.stdout.replace(/"elapsed_ms":\d+/g, '');
    expect(timeless(first)).toBe(timeless(second));
  });

  it('refuses pictures without a fracture face', async () => {
    const result = await runMlmcsc(['analyse', inFolder('others')]);
    expect(result.code).toBe(0);
    const lines = linesOf(result);
    expect(lines).toHaveLength(6);
    const refused = lines.filter((line) => line.status !== 'ok');
    expect(refused.length).toBeGreaterThanOrEqual(5);
    for (const line of refused)
      expect(line).toMatchObject({ shear_percent: null, lower: null, reason: expect.any(String) });
  });

  it.skipIf(!existsSync(SEM_FOLDER))(
    `refuses scanning electron micrographs${existsSync(SEM_FOLDER) ? '' : ` (skipped: ${SEM_FOLDER} does not exist)`}`,
    async () => {
      const folders = readdirSync(SEM_FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
      const result = await runMlmcsc(['analyse', ...folders.map((entry) => join(SEM_FOLDER, entry.name))]);
      const lines = linesOf(result);
      expect(lines.length).toBeGreaterThan(15);
      expect(lines.filter((line) => line.status === 'ok').map((line) => line.file)).toEqual([]);
    },
  );

  it('names every unreadable file, measures the unusual ones, and stays within bounded memory', async () => {
    const result = await runMlmcsc(['analyse', inFolder('bad'), inFolder('faces', 'face-1.jpg')], {
      memoryLimit: MEMORY_LIMIT,
    });
    expect(result).toMatchObject({ code: 3, stderr: '' });
    const byName = new Map(linesOf(result).map((line) => [line.file.split('/').at(-1), line]));
    for (const name of UNREADABLE_FILES) {
      expect(byName.get(name), name).toMatchObject({
        status: 'unreadable',
        shear_percent: null,
        outline: null,
      });
      expect(byName.get(name)?.reason, name).toMatch(/^[A-Z].*\.$/);
    }
    for (const name of UNUSUAL_FILES) expect(byName.get(name)?.status, name).not.toBe('unreadable');
    expect(byName.get('face-1.jpg')?.status).toBe('ok');
  });

  it.each([
    [['analyse'], 2, 'missing required argument'],
    [['analyse', 'nowhere.jpg'], 2, 'nowhere.jpg does not exist'],
    [
      ['analyse', '--model', 'package.json', 'package.json'],
      1,
      'package.json is not a model of this program',
    ],
    [['measure'], 2, "unknown command 'measure'"],
  ])('%j ends with code %i and one clear line', async (args, code, message) => {
    const result = await runMlmcsc(args);
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toContain(message);
    expect(result.stderr).not.toContain('    at ');
  });
});

describe('mlmcsc learn and evaluate', () => {
  /** This laboratory's reader sees more shear than there is. */
  const read = (truth: number) => Math.min(100, 0.9 * truth + 12);

  it('make the answers fit a laboratory that reads differently', { timeout: 900_000 }, async () => {
    await mkdir(inFolder('laboratory'));
    const rows: string[] = [];
    for (let index = 0; index < 60; index++) {
      const shear = (index * 37) % 101;
      const picture = await renderSpecimenPicture(5_000 + index, 'side-bench', {
        cleavageShare: 1 - shear / 100,
        resolutionScale: 0.4,
      });
      await writeFile(inFolder('laboratory', `${index}.jpg`), picture.jpeg);
      rows.push(
        `${index}.jpg,${read(picture.shearPercent as number).toFixed(1)},S${index},H${index % 8},anna`,
      );
    }
    const header = 'file,shear_percent,specimen,heat,technician';
    const train = inFolder('train.csv');
    const test = inFolder('test.csv');
    await writeFile(train, [header, ...rows.slice(0, 40), ''].join('\n'));
    await writeFile(test, [header, ...rows.slice(40), ''].join('\n'));

    const evaluate = async (...extra: string[]) => {
      const result = await runMlmcsc([
        'evaluate',
        test,
        '--images',
        inFolder('laboratory'),
        '--json',
        ...extra,
      ]);
      expect(result.code).toBe(0);
      return JSON.parse(result.stdout) as { mae: number; bias: number; answered: number; labels: number };
    };
    const before = await evaluate();
    const model = inFolder('laboratory.mlmcsc');
    const learned = await runMlmcsc(['learn', train, '--images', inFolder('laboratory'), '--out', model]);
    expect(learned.code).toBe(0);
    expect(learned.stdout).toContain('mean absolute error');
    const after = await evaluate('--model', model);
    expect(before.labels).toBe(20);
    expect(before.answered).toBeGreaterThanOrEqual(16);
    expect(after.mae).toBeLessThan(before.mae);
    expect(Math.abs(after.bias)).toBeLessThan(Math.abs(before.bias));

    const compared = await runMlmcsc([
      ...['compare-selection', train, '--images', inFolder('laboratory')],
      ...['--counts', '10,20,900', '--repeats', '2', '--json'],
    ]);
    expect(compared.code, compared.stderr).toBe(0);
    const { counts, curves, savings } = JSON.parse(compared.stdout);
    expect([counts, Object.keys(curves)]).toEqual([
      [10, 20],
      ['uncertainty', 'diversity', 'hybrid', 'random', 'random-again'],
    ]);
    expect(savings).toHaveLength(8);
    expect(savings[0]).toMatchObject({ way: 'uncertainty', random_labels: 10, verdict: expect.any(String) });
    const tooMany = await runMlmcsc([
      ...['compare-selection', train, '--images', inFolder('laboratory'), '--counts', '900'],
    ]);
    expect([tooMany.code, tooMany.stderr]).toEqual([2, expect.stringContaining('counts must begin')]);

    // The same labels on the same model give the same artefact.
    const again = inFolder('again.mlmcsc');
    await runMlmcsc(['learn', train, '--images', inFolder('laboratory'), '--out', again]);
    expect((await readFile(again)).equals(await readFile(model))).toBe(true);
  });

  it('list every error of a label file and do nothing', async () => {
    const table = inFolder('wrong.csv');
    await writeFile(table, 'file,shear_percent\n../face-0.jpg,12\nface-0.jpg,120\n');
    const result = await runMlmcsc([
      'learn',
      table,
      '--images',
      inFolder('faces'),
      '--out',
      inFolder('never.mlmcsc'),
    ]);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain('line 3: shear_percent must be a number from 0 to 100, not "120"');
    expect(existsSync(inFolder('never.mlmcsc'))).toBe(false);
  });
});
