import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawSceneSpec, renderScene } from '@mlmcsc/specimens';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isolateFace } from '../test/isolate-face.ts';
import { encodeOnnxModel } from '../test/onnx-model.ts';
import { brightBoxDetector, colourBackbone } from '../test/onnx-networks.ts';
import { runMlmcsc } from '../test/run-program.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const PICTURES = 10;

interface Line {
  readonly status: string;
  readonly shear_percent: number | null;
  readonly lower: number | null;
  readonly bbox: readonly number[] | null;
  readonly reason: string | null;
  readonly pipeline_version: string | null;
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const boxes: (readonly [number, number, number, number])[] = [];
const inFolder = (...parts: string[]) => join(folder.path, ...parts);
const analyse = async (...args: string[]): Promise<Line[]> => {
  const { code, stdout, stderr } = await runMlmcsc(['analyse', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
};

beforeAll(async () => {
  folder = await temporaryFolder('own-networks');
  const rows = ['file,shear_percent,specimen'];
  for (let index = 0; index < PICTURES; index++) {
    const scene = renderScene(
      drawSceneSpec(40 + index, 'dome-laboratory', { fitness: 'good', halves: 1, resolutionScale: 0.5 }),
    );
    const { image, bbox } = isolateFace(scene);
    const raw = { width: image.width, height: image.height, channels: 3 } as const;
    await sharp(image.data, { raw })
      .jpeg({ quality: 92 })
      .toFile(inFolder(`face-${index}.jpg`));
    boxes.push(bbox);
    rows.push(`face-${index}.jpg,${scene.truth.faces[0]?.shearPercent.toFixed(1)},S${index}`);
  }
  await writeFile(inFolder('labels.csv'), rows.join('\n'));
  await writeFile(inFolder('detector.onnx'), encodeOnnxModel(brightBoxDetector()));
  await writeFile(inFolder('backbone.onnx'), encodeOnnxModel(colourBackbone('map')));
  await writeFile(inFolder('other.onnx'), encodeOnnxModel(colourBackbone('vector')));
});
afterAll(() => folder.remove());

describe('networks of your own', () => {
  it('find faces, are named in every answer, and change no number until a label has taught them', async () => {
    const faces = [inFolder('face-0.jpg'), inFolder('face-1.jpg')];
    const detector = ['--detector', inFolder('detector.onnx')];
    const backbone = ['--backbone', inFolder('backbone.onnx')];
    const both = await analyse(...faces, ...detector, ...backbone);
    for (const [index, { status, bbox, pipeline_version }] of both.entries()) {
      expect(status).toBe('ok');
      const [, , width, height] = boxes[index]!;
      for (const [k, side] of bbox!.entries()) {
        expect(Math.abs(side - boxes[index]![k]!)).toBeLessThan(0.08 * Math.max(width, height));
      }
      expect(pipeline_version).toMatch(/\/detector-[0-9a-f]{64}\/backbone-[0-9a-f]{64}$/);
    }
    const answers = (lines: readonly Line[]) =>
      lines.map(({ shear_percent, lower }) => [shear_percent, lower]);
    expect(answers(await analyse(...faces, ...backbone))).toEqual(answers(await analyse(...faces)));
    expect(answers(await analyse(...faces, ...detector))).toEqual(answers(both));
  });

  it('are learned with labels, and the model then wants the network that it was taught with', async () => {
    const taught = inFolder('taught.mlmcsc');
    const labels = [inFolder('labels.csv'), '--images', folder.path];
    const backbone = ['--backbone', inFolder('backbone.onnx')];
    const learned = await runMlmcsc(['learn', ...labels, '--out', taught, ...backbone, '--json']);
    expect(learned).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(learned.stdout)).toMatchObject({
      learned: PICTURES,
      pipeline_version: expect.stringMatching(/\/backbone-[0-9a-f]{64}$/),
    });
    expect((await readFile(taught)).includes('backbone-3')).toBe(true);
    const figures = await runMlmcsc(['evaluate', ...labels, '--model', taught, ...backbone, '--json']);
    expect(JSON.parse(figures.stdout)).toMatchObject({ answered: PICTURES });

    const without = await runMlmcsc(['evaluate', ...labels, '--model', taught]);
    expect(without.code).toBe(1);
    expect(without.stderr).toMatch(
      /taught with the feature network [0-9a-f]{64}; give its file with --backbone/,
    );
    const other = ['--model', taught, '--backbone', inFolder('other.onnx')];
    const mixed = await runMlmcsc(['analyse', inFolder('face-0.jpg'), ...other]);
    expect(mixed.code).toBe(1);
    expect(mixed.stderr).toMatch(
      /taught with the feature network [0-9a-f]{64}; .*other\.onnx is [0-9a-f]{64}/,
    );
  });

  it('are refused in one line when they do not fit', async () => {
    for (const [option, message] of [
      [['--backbone', inFolder('detector.onnx')], /detector\.onnx does not fit: the output must be \[1, D\]/],
      [['--detector', inFolder('face-0.jpg')], /face-0\.jpg cannot be opened/],
      [['--detector', inFolder('nowhere.onnx')], /nowhere\.onnx does not exist/],
    ] as const) {
      const result = await runMlmcsc(['analyse', inFolder('face-0.jpg'), ...option]);
      expect(result.code).toBe(1);
      expect(result.stderr.trim()).toMatch(message);
      expect(result.stderr.trim()).not.toContain('\n');
    }
  });
});
