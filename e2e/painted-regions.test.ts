import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawSceneSpec, renderScene } from '@mlmcsc/specimens';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runMlmcsc } from '../test/run-program.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

/** This laboratory counts the rim of a cleavage zone as shear, so wide. */
const RIM_MM = 0.7;
const PAINTED = 6;
const LABELLED = 12;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const inFolder = (...parts: string[]) => join(folder.path, ...parts);
/** Percent shear as the laboratory counts it. */
const percent: number[] = [];

interface Mask {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Pixels whose whole neighbourhood, a square, is set. */
function eroded(mask: Mask, radius: number): Uint8Array {
  const along = (data: Uint8Array, step: number, count: number, position: (i: number) => number) =>
    data.map((value, i) => {
      if (value === 0) return 0;
      for (let d = -radius; d <= radius; d++) {
        const at = position(i) + d;
        if (at >= 0 && at < count && data[i + d * step] === 0) return 0;
      }
      return 1;
    });
  const { width, height, data } = mask;
  const rows = along(data, 1, width, (i) => i % width);
  return along(rows, width, height, (i) => Math.floor(i / width));
}

/** A picture, its painted regions, and what the laboratory says of it. */
async function writePicture(index: number): Promise<void> {
  const { image, truth } = renderScene(
    drawSceneSpec(8_000 + index, 'dome-laboratory', {
      ...{ fitness: 'good', halves: 1, widthMm: 10, resolutionScale: 0.4 },
      cleavageShare: 0.25 + 0.5 * ((index * 0.618) % 1),
    }),
  );
  const { width, height } = image;
  const face = truth.faces[0];
  if (face === undefined) throw new Error('a picture without a face was rendered');
  const cleavage = eroded(truth.cleavageMask, Math.round(RIM_MM * face.pxPerMm));
  const regions = new Uint8Array(3 * width * height);
  let area = 0;
  let brittle = 0;
  for (let i = 0; i < cleavage.length; i++) {
    const isFace = truth.faceMask.data[i] !== 0;
    area += isFace ? 1 : 0;
    brittle += cleavage[i] ?? 0;
    regions[3 * i + (isFace ? (cleavage[i] === 1 ? 0 : 1) : 2)] = 255;
  }
  percent[index] = 100 * (1 - brittle / area);
  const raw = { raw: { width, height, channels: 3 } } as const;
  await sharp(image.data, raw)
    .jpeg({ quality: 92 })
    .toFile(inFolder('photos', `${index}.jpg`));
  await sharp(regions, raw)
    .png()
    .toFile(inFolder('photos', `${index}.regions.png`));
}

beforeAll(async () => {
  folder = await temporaryFolder('painted-regions');
  await mkdir(inFolder('photos'));
  for (let index = 0; index < PAINTED + LABELLED; index++) await writePicture(index);
  const row = (index: number) => `${index}.jpg,${percent[index]?.toFixed(1)},S${index}`;
  const test = Array.from({ length: LABELLED }, (_, i) => row(PAINTED + i));
  await writeFile(inFolder('test.csv'), ['file,shear_percent,specimen', ...test, ''].join('\n'));
  const paint = Array.from({ length: PAINTED }, (_, i) => `${i}.jpg,,S${i},${i}.regions.png`);
  await writeFile(inFolder('paint.csv'), ['file,shear_percent,specimen,regions', ...paint, ''].join('\n'));
});
afterAll(() => folder.remove());

const learn = (table: string, out: string, ...extra: string[]) =>
  runMlmcsc(['learn', inFolder(table), '--images', inFolder('photos'), '--out', inFolder(out), ...extra]);

const evaluate = async (...extra: string[]) => {
  const table = ['evaluate', inFolder('test.csv'), '--images', inFolder('photos'), '--json'];
  const result = await runMlmcsc([...table, ...extra]);
  expect(result.code).toBe(0);
  return JSON.parse(result.stdout) as { mae: number; bias: number; answered: number };
};

describe('mlmcsc learn with painted regions', () => {
  it('moves the boundary to where a few painted pictures have it', async () => {
    const before = await evaluate();
    const learned = await learn('paint.csv', 'painted.mlmcsc');
    expect(learned.stdout).toContain(`Painted: ${PAINTED} pictures`);
    expect(learned.stdout).toContain('The map was moved to these labels');
    const after = await evaluate('--model', inFolder('painted.mlmcsc'));
    expect(before.answered).toBeGreaterThanOrEqual(LABELLED - 2);
    expect(after.mae).toBeLessThan(0.8 * before.mae);
    expect(Math.abs(after.bias)).toBeLessThan(Math.abs(before.bias));

    await learn('paint.csv', 'again.mlmcsc');
    expect(await readFile(inFolder('again.mlmcsc'))).toEqual(await readFile(inFolder('painted.mlmcsc')));
  });

  it('says in JSON what became of the map, and leaves it alone when told to', async () => {
    const rows = Array.from({ length: 8 }, (_, i) => {
      const index = PAINTED + i;
      return `${index}.jpg,${percent[index]?.toFixed(1)},S${index},${i < 3 ? `${index}.regions.png` : ''}`;
    });
    await writeFile(inFolder('both.csv'), ['file,shear_percent,specimen,regions', ...rows, ''].join('\n'));
    const { map, learned } = JSON.parse((await learn('both.csv', 'both.mlmcsc', '--json')).stdout);
    expect(learned).toBeGreaterThanOrEqual(6);
    expect(map).toMatchObject({ left_out: { judged_by: 'percent labels', grouped_by: 'specimen' } });
    expect(map.moved).toBe(map.left_out.after <= map.left_out.before);
    expect(map.painted_cells).toBeGreaterThan(1_000);
    const still = JSON.parse((await learn('both.csv', 'still.mlmcsc', '--json', '--keep-map')).stdout);
    expect(still).toMatchObject({ map: null, learned });
  });

  it('refuses regions that are not of the photograph, with their lines, and does nothing', async () => {
    await sharp({ create: { width: 30, height: 20, channels: 3, background: '#f00' } })
      .png()
      .toFile(inFolder('photos', 'small.png'));
    await writeFile(
      inFolder('wrong.csv'),
      'file,shear_percent,regions\n0.jpg,,0.regions.png\n1.jpg,40,small.png\n',
    );
    const result = await learn('wrong.csv', 'never.mlmcsc');
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(/line 3: small\.png has 30 x 20 pixels, its upright photograph \d+ x \d+/);
    expect(existsSync(inFolder('never.mlmcsc'))).toBe(false);
  });
});
