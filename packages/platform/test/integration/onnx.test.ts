import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureShear, measureShearWith, pipelineVersionWith } from '@mlmcsc/core/measure';
import { decodeModel } from '@mlmcsc/learning';
import { drawSceneSpec, renderScene } from '@mlmcsc/specimens';
import type { RgbImage } from '@mlmcsc/vision';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isolateFace } from '../../../../test/isolate-face.ts';
import { encodeOnnxModel, type OnnxModel } from '../../../../test/onnx-model.ts';
import { BACKBONE_WEIGHTS, brightBoxDetector, colourBackbone } from '../../../../test/onnx-networks.ts';
import { type OpenedPlugIns, openPlugIns, readNetworkFile } from '../../src/onnx/index.ts';
import { loadOnnxRuntime } from '../../src/onnx/onnx-runtime.ts';

let folder: string;
const opened: OpenedPlugIns[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mlmcsc-onnx-'));
});
afterAll(async () => {
  for (const plugIns of opened) await plugIns.close();
  await rm(folder, { recursive: true });
});

async function fileOf(name: string, content: OnnxModel | Uint8Array) {
  const path = join(folder, name);
  await writeFile(path, content instanceof Uint8Array ? content : encodeOnnxModel(content));
  return readNetworkFile(path);
}

async function open(models: { detector?: OnnxModel | Uint8Array; backbone?: OnnxModel | Uint8Array }) {
  const plugIns = await openPlugIns({
    detector: models.detector === undefined ? null : await fileOf('detector.onnx', models.detector),
    backbone: models.backbone === undefined ? null : await fileOf('backbone.onnx', models.backbone),
  });
  opened.push(plugIns);
  return plugIns;
}

/** A square black picture with one rectangle. */
function rectanglePicture(
  side: number,
  [left, top, right, bottom]: readonly [number, number, number, number],
): RgbImage {
  const data = new Uint8Array(3 * side * side);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) data.set([204, 102, 51], 3 * (y * side + x));
  }
  return { width: side, height: side, data };
}

describe('a detector of the laboratory', () => {
  it('finds the bright rectangle where it is, once', async () => {
    const { detector } = await open({ detector: brightBoxDetector() });
    const first = await detector!.detect(rectanglePicture(320, [60, 100, 260, 220]));
    expect(first.boxes).toHaveLength(1);
    const [box] = first.boxes;
    expect(box!.score).toBeGreaterThan(0.9);
    // Cells of five pixels, and a blur of one cell.
    expect(Math.abs(box!.centre.x - 159.5)).toBeLessThan(5);
    expect(Math.abs(box!.centre.y - 159.5)).toBeLessThan(5);
    expect(box!.width).toBeCloseTo(210, -1);
    expect(box!.height).toBeCloseTo(130, -1);
    const second = await detector!.detect(rectanglePicture(640, [20, 40, 220, 440]));
    expect(second.boxes[0]!.centre.x).toBeCloseTo(120, -1);
    expect(second.boxes[0]!.centre.y).toBeCloseTo(240, -1);
  });

  it('finds nothing in a dark picture, and as little of a class that is no face', async () => {
    const dark = rectanglePicture(320, [0, 0, 0, 0]);
    const { detector } = await open({ detector: brightBoxDetector() });
    expect(await detector!.detect(dark)).toEqual({ boxes: [], bestScore: 0 });
    const other = await open({ detector: brightBoxDetector({ 'mlmcsc.face_class': 'label' }) });
    const picture = rectanglePicture(320, [60, 100, 260, 220]);
    expect(await other.detector!.detect(picture)).toEqual({ boxes: [], bestScore: 0 });
    const strict = await open({ detector: brightBoxDetector({ 'mlmcsc.least_score': '0.999' }) });
    expect((await strict.detector!.detect(picture)).boxes).toEqual([]);
  });
});

describe('a backbone of the laboratory', () => {
  const picture = rectanglePicture(320, [0, 0, 320, 320]);
  const corner = (x: number, y: number) => ({ x, y });
  const outline = [corner(59.5, 99.5), corner(259.5, 99.5), corner(259.5, 219.5), corner(59.5, 219.5)];
  // 204, 102, 51 of 255, less 0.5, over 0.25.
  const colour = [1.2, -0.4, -1.2];
  const sums = BACKBONE_WEIGHTS.map((row) =>
    row.reduce<number>((sum, weight, k) => sum + weight * colour[k]!, 0),
  );

  it.each(['vector', 'map', 'tokens'] as const)(
    'gives the numbers that the weights say (%s)',
    async (output) => {
      const { backbone } = await open({ backbone: colourBackbone(output) });
      expect(backbone!.length).toBe(4);
      const numbers = [...(await backbone!.describe(picture, { outline, down: { x: 0, y: 1 } }))];
      // All share one factor: what is outside the face is 0, and the face covers this much of what is averaged.
      const factor = numbers[0]! / sums[0]!;
      for (const [k, number] of numbers.entries()) expect(number / sums[k]!).toBeCloseTo(factor, 5);
      // The face has 186 : 111.6 cells in 192 x 192 (64 x 64 cells of three).
      if (output === 'vector') expect(factor).toBeCloseTo((186 * 111.6) / 192 ** 2, 2);
      else expect(factor).toBeGreaterThan(0.85);
    },
  );

  it('gives the same for a map and for tokens', async () => {
    const face = { outline, down: { x: -1, y: 0 } };
    const [map, tokens] = [
      await open({ backbone: colourBackbone('map') }),
      await open({ backbone: colourBackbone('tokens') }),
    ];
    expect(await tokens.backbone!.describe(picture, face)).toEqual(
      await map.backbone!.describe(picture, face),
    );
    expect(tokens.backbone!.digest).not.toBe(map.backbone!.digest);
  });
});

describe('a photograph measured with both', () => {
  const scene = renderScene(
    drawSceneSpec(7, 'dome-laboratory', { fitness: 'good', halves: 1, resolutionScale: 0.5 }),
  );
  const { image, bbox } = isolateFace(scene);

  it('is measured where the detector says, and answered as without a backbone while no label has taught it', async () => {
    const model = decodeModel(await readFile(join(import.meta.dirname, '../../../../models/default.mlmcsc')));
    const both = await open({ detector: brightBoxDetector(), backbone: colourBackbone('map') });
    const measurement = await measureShearWith(image, model, both);
    expect(measurement).toMatchObject({ status: 'ok', pipelineVersion: pipelineVersionWith(both) });
    for (const [k, value] of measurement.bbox!.entries()) {
      expect(Math.abs(value - bbox[k]!)).toBeLessThan(0.06 * bbox[3]);
    }
    expect(measurement.features!.length).toBe(model.head.featureSet.names.length + 4);
    expect(measurement.features!.every(Number.isFinite)).toBe(true);

    const { features: _long, featureSetVersion: _set, pipelineVersion: _pipeline, ...answer } = measurement;
    const detected = await measureShearWith(image, model, { detector: both.detector, backbone: null });
    expect(detected).toMatchObject(answer);
    expect(await measureShearWith(image, model, both)).toEqual(measurement);
    // Another outline than the locator's own would be no reason for another number.
    expect(Math.abs(measurement.shearPercent! - measureShear(image, model).shearPercent!)).toBeLessThan(5);

    const dark = { ...image, data: image.data.map((value) => value >> 3) };
    expect(await measureShearWith(dark, model, both)).toMatchObject({
      status: 'no-face',
      reason: 'The detector found no fracture face in the picture.',
      shearPercent: null,
      features: null,
    });
  });
});

describe('a file that does not fit', () => {
  const sound = encodeOnnxModel(brightBoxDetector());
  const withOutput = (model: OnnxModel, outputs: OnnxModel['outputs']): OnnxModel => ({ ...model, outputs });
  const fed = (shape: readonly (number | string)[]): OnnxModel => ({
    inputs: { pixels: shape },
    outputs: { features: [1, 'any'] },
    nodes: [{ type: 'Flatten', inputs: ['pixels'], outputs: ['features'] }],
  });

  it.each([
    [
      'is no network',
      { detector: Uint8Array.of(1, 2, 3) },
      'network-unreadable',
      /detector\.onnx cannot be opened: /,
    ],
    ['is cut', { detector: sound.slice(0, 900) }, 'network-unreadable', /cannot be opened/],
    [
      'has one channel',
      { backbone: fed([1, 1, 64, 64]) },
      'network-unfit',
      /input "pixels" must be float32 \[1, 3, height, width\], it is float32 \[1, 1, 64, 64\]/,
    ],
    [
      'gives too many numbers',
      { backbone: fed([1, 3, 64, 64]) },
      'network-unfit',
      /12288 numbers; at most 1024/,
    ],
    [
      'is a detector instead of a backbone',
      { backbone: brightBoxDetector() },
      'network-unfit',
      /output must be \[1, D\].*it is \[1, 6, 8\]/,
    ],
    [
      'is a backbone instead of a detector',
      { detector: colourBackbone('vector') },
      'network-unfit',
      /output must be \[1, 4 \+ classes, boxes\].*it is \[1, 4\]/,
    ],
    [
      'has two outputs',
      { backbone: withOutput(colourBackbone('map'), { features: [1, 4, 8, 8], cells: [1, 4, 8, 8] }) },
      'network-unfit',
      /outputs features, cells; name one in its metadata mlmcsc\.output/,
    ],
    [
      'has classes of which none is said to be the face',
      { detector: { ...brightBoxDetector(), metadata: { names: "{0: 'a', 1: 'b'}" } } },
      'network-unfit',
      /classes a, b; say in its metadata mlmcsc\.face_class/,
    ],
    [
      'is made for another task',
      { detector: brightBoxDetector({ task: 'pose' }) },
      'network-unfit',
      /task "pose"; a detector must be made for detect or obb/,
    ],
    [
      'has a mistyped setting',
      { backbone: colourBackbone('map', { 'mlmcsc.deviation': '1' }) },
      'network-unfit',
      /metadata holds "mlmcsc\.deviation"; known are /,
    ],
    [
      'has a wrong setting',
      { backbone: colourBackbone('map', { 'mlmcsc.mean': '0.5' }) },
      'network-unfit',
      /mlmcsc\.mean must be 3 numbers, it is "0\.5"/,
    ],
  ])('%s: said at once, with what was expected and found', async (_what, models, code, detail) => {
    await expect(open(models)).rejects.toMatchObject({
      name: 'Unprocessable',
      code,
      detail: expect.stringMatching(detail),
    });
  });

  it('chooses among outputs by name', async () => {
    const model = withOutput(colourBackbone('map', { 'mlmcsc.output': 'cells' }), {
      features: [1, 4, 8, 8],
      cells: [1, 4, 8, 8],
    });
    expect((await open({ backbone: model })).backbone!.length).toBe(4);
  });

  it('does not exist', async () => {
    await expect(readNetworkFile(join(folder, 'nowhere.onnx'))).rejects.toMatchObject({
      code: 'network-file-missing',
      detail: expect.stringMatching(/nowhere\.onnx does not exist/),
    });
  });
});

describe('the runtime', () => {
  const missing = () =>
    loadOnnxRuntime(() =>
      Promise.reject(new Error("Cannot find package 'onnxruntime-node'\nRequire stack: …")),
    );

  it('is said to be missing, with what to do', async () => {
    const files = { detector: await fileOf('detector.onnx', brightBoxDetector()), backbone: null };
    await expect(openPlugIns(files, missing)).rejects.toMatchObject({
      code: 'onnx-runtime-missing',
      retryable: false,
      detail:
        "Networks of your own need the package onnxruntime-node, which cannot be loaded here (Cannot find package 'onnxruntime-node'). Run npm ci, or leave the network out.",
    });
  });

  it('is not loaded when there is no network', async () => {
    const none = await openPlugIns({ detector: null, backbone: null }, missing);
    expect(none).toMatchObject({ detector: null, backbone: null });
  });
});
