import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeFeatures, type MeasureRequest, Unavailable } from '@mlmcsc/core';
import { drawSceneSpec, renderScene } from '@mlmcsc/specimens';
import { DESCRIPTOR_NAMES } from '@mlmcsc/vision';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isolateFace } from '../../../../test/isolate-face.ts';
import { encodeOnnxModel } from '../../../../test/onnx-model.ts';
import { brightBoxDetector } from '../../../../test/onnx-networks.ts';
import { SharpImageCodec } from '../../src/images/index.ts';
import { ThreadPoolMeasurer } from '../../src/measurer/index.ts';
import { loadPlugIns } from '../../src/onnx/index.ts';

let measurer: ThreadPoolMeasurer;
let request: MeasureRequest;
let scene: ReturnType<typeof renderScene>;
beforeAll(async () => {
  measurer = new ThreadPoolMeasurer({ threads: 1, longestQueue: 2 });
  const modelBytes = await readFile(join(import.meta.dirname, '../../../../models/default.mlmcsc'));
  scene = renderScene(drawSceneSpec(7, 'dome-laboratory'));
  request = {
    imageBytes: await new SharpImageCodec().encodeRendition(scene.image, 'jpeg', 4096),
    modelBytes,
    modelDigest: createHash('sha256').update(modelBytes).digest('hex'),
    widthMm: null,
    pxPerMm: null,
  };
});
afterAll(async () => {
  await measurer.close();
});

test('a rendered specimen is measured, twice the same, with map, overlay and features', async () => {
  const first = await measurer.measure(request);
  expect(first.status).toBe('ok');
  expect(first.shearPercent).toBeGreaterThanOrEqual(first.lower!);
  expect(first.shearPercent).toBeLessThanOrEqual(first.upper!);
  expect(first.pipelineVersion).toBe(measurer.pipelineVersion);
  expect(first.outline!.length).toBeGreaterThan(3);
  expect(decodeFeatures(first.features!).values.every(Number.isFinite)).toBe(true);
  const { descriptors, ...photometry } = first.measures!;
  expect(descriptors).toHaveLength(DESCRIPTOR_NAMES.length);
  // Of a photograph without a quality flag of light or focus.
  expect(photometry.unsharpness).toBeGreaterThan(1);
  expect(photometry.unsharpness).toBeLessThan(10.8);
  expect(photometry.burntShare).toBeLessThan(0.03);
  expect(photometry.medianLuminance).toBeLessThan(photometry.brightness + photometry.luminanceRange);
  expect(photometry.brightness).toBeGreaterThan(0.38);
  expect(photometry.luminanceRange).toBeGreaterThan(0.1);
  const scale = Math.min(1, 2048 / Math.max(scene.image.width, scene.image.height));
  const size = {
    width: Math.round(scene.image.width * scale),
    height: Math.round(scene.image.height * scale),
  };
  expect(await sharp(first.mapPng!).metadata()).toMatchObject({ ...size, channels: 1, format: 'png' });
  expect(await sharp(first.overlayPng!).metadata()).toMatchObject({ ...size, channels: 4, format: 'png' });

  const { elapsedMs: _first, ...one } = first;
  const { elapsedMs: _second, ...two } = await measurer.measure(request);
  expect(two).toEqual(one);
});

test.runIf(process.platform === 'linux')(
  'measuring runs behind the other threads of the process',
  async () => {
    await measurer.measure(request);
    const niceness = (task: string) => {
      const stat = readFileSync(`/proc/self/task/${task}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
    };
    const own = getPriority();
    expect(readdirSync('/proc/self/task').map(niceness)).toContain(Math.min(19, Math.max(own, 10)));
    expect(niceness(String(process.pid))).toBe(own);
  },
);

test('a damaged picture is its own fault, and the thread goes on', async () => {
  const damaged = { ...request, imageBytes: request.imageBytes.subarray(0, 2000) };
  await expect(measurer.measure(damaged)).rejects.toMatchObject({
    name: 'Unprocessable',
    code: 'image-truncated',
  });
  expect((await measurer.measure(request)).status).toBe('ok');
});

test('more than fits is refused at once, what was taken is done', async () => {
  const taken = Array.from({ length: 8 }, () => measurer.measure(request));
  expect(measurer.hasRoom).toBe(false);
  expect(() => measurer.requireRoom()).toThrow(Unavailable);
  const results = await Promise.allSettled(taken);
  expect(() => measurer.requireRoom()).not.toThrow();
  const refused = results.filter((result) => result.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(8);
  for (const { reason } of refused) {
    expect(reason).toMatchObject({ code: 'measurer-busy', retryable: true, retryAfterSeconds: 1 });
  }
});

test('aborting ends the work within a moment', async () => {
  const controller = new AbortController();
  const startedAt = performance.now();
  const running = measurer.measure(request, controller.signal);
  setTimeout(() => controller.abort(new Error('left')), 20);
  await expect(running).rejects.toThrow('left');
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  expect((await measurer.measure(request)).status).toBe('ok');
});

test("a laboratory's detector finds the face, and is named in the version of the answer", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mlmcsc-detector-'));
  const path = join(folder, 'detector.onnx');
  await writeFile(path, encodeOnnxModel(brightBoxDetector()));
  const { files } = await loadPlugIns({ detector: path, backbone: null });
  await rm(folder, { recursive: true });
  const equipped = new ThreadPoolMeasurer({ threads: 1, detector: files.detector });
  try {
    const { image } = isolateFace(scene);
    const encode = (data: Uint8Array) =>
      new SharpImageCodec().encodeRendition({ ...image, data }, 'jpeg', 4096);
    const found = await equipped.measure({ ...request, imageBytes: await encode(image.data) });
    expect(found).toMatchObject({ status: 'ok', pipelineVersion: equipped.pipelineVersion });
    expect(equipped.pipelineVersion).toBe(`${measurer.pipelineVersion}/detector-${files.detector!.digest}`);
    expect(equipped.modelPipelineVersion).toBe(measurer.pipelineVersion);
    const dark = await encode(image.data.map((value) => value >> 3));
    expect(await equipped.measure({ ...request, imageBytes: dark })).toMatchObject({
      status: 'no-face',
      reason: 'The detector found no fracture face in the picture.',
    });
  } finally {
    await equipped.close();
  }
});
