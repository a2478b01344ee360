import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createUseCases } from '@mlmcsc/core';
import { featureSetWith, surfaceFeatureSet } from '@mlmcsc/core/measure';
import { decodeModel, encodeModel, extendHead } from '@mlmcsc/learning';
import { SharpImageCodec } from '@mlmcsc/platform/images';
import { startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scriptedPicture } from '../support/scripted-measurer.ts';
import { shippedModelPath, startTestProduct, type TestProduct } from '../support/test-product.ts';

let server: TestDatabaseServer;
let product: TestProduct;
beforeAll(async () => {
  server = await startTestDatabaseServer();
  product = await startTestProduct(await server.createDatabase());
});
afterAll(async () => {
  await product.close();
  await server.stop();
});

const codec = new SharpImageCodec();
/** Noise, so that a cut file lacks pixels and not only its end mark. */
const greyJpeg = (width: number, height: number) =>
  codec.encodeRendition(
    { width, height, data: Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 7919) % 251) },
    'jpeg',
    2048,
  );

const countRows = async (table: string) =>
  Number((await product.pool.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]!.n);

test('the same bytes are one image, also when uploaded at the same time', async () => {
  const bytes = await greyJpeg(900, 500);
  const uploads = await Promise.all(
    ['a.jpg', '../../b.jpg', 'c.jpg'].map((fileName) =>
      product.useCases.uploadImage({
        bytes,
        fileName,
        username: 'tess',
        context: { heat: ' H1 ', widthMm: 7.5 },
      }),
    ),
  );
  expect(new Set(uploads.map(({ image }) => image.id)).size).toBe(1);
  expect(uploads.filter(({ created }) => created)).toHaveLength(1);
  const { image } = uploads[0]!;
  expect(image).toMatchObject({
    widthPx: 900,
    heightPx: 500,
    heat: 'H1',
    widthMm: 7.5,
    mediaType: 'image/jpeg',
  });
  expect(image.fileName).not.toContain('/');
  const { readObject } = product.useCases;
  expect(await codec.inspect(await readObject(image.thumbnailKey))).toMatchObject({
    ...{ mediaType: 'image/webp', widthPx: 320 },
  });
  expect(await codec.inspect(await readObject(image.displayKey))).toMatchObject({ mediaType: 'image/jpeg' });
});

test('bytes that are known are not decoded again, unless something of them was lost', async () => {
  const request = { bytes: await scriptedPicture(20, 61_000), fileName: 'a.png', username: 'tess' };
  const { image } = await product.useCases.uploadImage(request);
  const blind = createUseCases({
    ...product.dependencies,
    codec: {
      ...{ inspect: () => expect.unreachable(), decode: () => expect.unreachable() },
      encodeRendition: () => expect.unreachable(),
    } as never,
  });
  expect(await blind.uploadImage({ ...request, username: 'bob' })).toEqual({ image, created: false });
  const { objects } = product.dependencies;
  await objects.delete(image.thumbnailKey);
  expect(await product.useCases.uploadImage(request)).toEqual({ image, created: false });
  expect(await objects.head(image.thumbnailKey)).not.toBeNull();
});

test('a refused upload leaves no row and no object', async () => {
  const rows = await countRows('images');
  const objects = (await readdir(join(product.dataDir, 'objects'), { recursive: true })).length;
  const upload = (bytes: Uint8Array, context = {}) =>
    product.useCases.uploadImage({ bytes, fileName: 'x.jpg', username: 'tess', context });
  await expect(upload(Buffer.from('text'))).rejects.toMatchObject({ code: 'image-type-unsupported' });
  const good = await scriptedPicture(1, 60_000);
  await expect(upload(good, { widthMm: 99 })).rejects.toMatchObject({ code: 'context-invalid' });
  const cut = await greyJpeg(500, 500);
  await expect(upload(cut.subarray(0, cut.length - 500))).rejects.toMatchObject({ code: 'image-truncated' });
  expect(await countRows('images')).toBe(rows);
  expect((await readdir(join(product.dataDir, 'objects'), { recursive: true })).length).toBe(objects);
});

test('twenty requests at once make one analysis and one event', async () => {
  const { image } = await product.useCases.uploadImage({
    bytes: await scriptedPicture(40, 50_000),
    fileName: 'p.png',
    username: 'tess',
  });
  const heard: string[] = [];
  const stop = product.events.subscribe((event) => {
    if (event.type === 'analysis.created' && event.imageId === image.id) heard.push(event.analysisId);
  });
  const results = await Promise.all(
    Array.from({ length: 20 }, () => product.useCases.analyseImage({ imageId: image.id, username: 'tess' })),
  );
  expect(new Set(results.map(({ analysis }) => analysis.id)).size).toBe(1);
  expect(results.filter(({ created }) => created)).toHaveLength(1);
  await expect.poll(() => heard).toHaveLength(1);
  stop();
  const again = await product.useCases.analyseImage({ imageId: image.id, username: 'other' });
  expect(again).toMatchObject({ created: false, analysis: { analysedBy: 'tess' } });
});

test('a batch measures every picture once, an undecodable one fails alone', async () => {
  const areas = [10, 20, 127, 40, 50, 60, 70];
  const images = await Promise.all(
    areas.map(async (area, index) =>
      product.useCases.uploadImage({
        bytes: await scriptedPicture(area, 40_000 + index),
        fileName: `batch-${index}.png`,
        username: 'tess',
      }),
    ),
  );
  const imageIds = images.map(({ image }) => image.id);
  const { id } = await product.useCases.startBatchAnalysis({
    imageIds: [...imageIds, ...imageIds],
    username: 'tess',
  });
  const job = await product.runJob(id);
  expect(job).toMatchObject({ state: 'completed', progress: { done: 6, failed: 1, total: 7 }, attempts: 1 });
  const { items } = await product.useCases.listJobItems(id, { limit: 4 });
  expect(items.map((item) => item.state)).toEqual(['done', 'done', 'failed', 'done']);
  expect(items[2]!.error).toContain('damaged');
  const before = product.measurer.measured;
  const repeat = await product.useCases.startBatchAnalysis({ imageIds, username: 'tess' });
  expect((await product.runJob(repeat.id)).progress).toEqual({ done: 6, failed: 1, total: 7 });
  expect(product.measurer.measured).toBe(before);
});

test('unknown images are refused before anything is queued', async () => {
  const jobs = await countRows('jobs');
  const imageIds = ['0190a0c0-0000-7000-8000-000000000000'];
  await expect(product.useCases.startBatchAnalysis({ imageIds, username: 'x' })).rejects.toMatchObject({
    code: 'image-not-found',
  });
  await expect(product.useCases.startBatchAnalysis({ imageIds: [], username: 'x' })).rejects.toMatchObject({
    code: 'no-images',
  });
  expect(await countRows('jobs')).toBe(jobs);
});

test('a label or batch that is asked for again under the same id is made once', async () => {
  const { analysisId, imageId } = await product.analyse(33, 'again');
  const judgement = { id: crypto.randomUUID(), analysisId, shearPercent: 41.5, username: 'tess' };
  const first = await product.useCases.submitLabel(judgement);
  expect(first.id).toBe(judgement.id);
  expect(await product.useCases.submitLabel(judgement)).toEqual(first);
  expect(await product.useCases.listLabels(analysisId)).toHaveLength(1);

  const batch = { id: crypto.randomUUID(), imageIds: [imageId], username: 'tess' };
  const before = await countRows('jobs');
  const started = await product.useCases.startBatchAnalysis(batch);
  expect((await product.useCases.startBatchAnalysis(batch)).id).toBe(started.id);
  expect(await countRows('jobs')).toBe(before + 1);
});

test('history filters, pages and exports', async () => {
  for (const [area, specimen] of [
    [15, 'AX_1'],
    [55, 'AX%2'],
    [95, 'bx3'],
  ] as const) {
    const { analysisId } = await product.analyse(area, specimen);
    if (area === 55) await product.useCases.submitLabel({ analysisId, shearPercent: 50, username: 'lena' });
  }
  const { history } = product.useCases;
  const texts = async (text: string) =>
    (await history({ text }, { limit: 50 })).items.map(({ image }) => image.specimen);
  expect(await texts('ax_')).toEqual(['AX_1']);
  expect(await texts('x%2')).toEqual(['AX%2']);
  expect((await texts('ax')).sort()).toEqual(['AX%2', 'AX_1']);
  // One or two letters are sought at the beginning only.
  expect(await texts('%')).toEqual([]);
  expect(await texts('x')).toEqual([]);
  const labelled = await history({ labelled: true, technician: 'lena' }, { limit: 50 });
  expect(labelled.items).toHaveLength(1);
  expect(labelled.items[0]).toMatchObject({ label: { shearPercent: 50, decision: 'corrected' } });
  expect((await history({ labelled: false, text: 'bx3' }, { limit: 5 })).items).toHaveLength(1);
  expect((await history({ to: new Date(0) }, { limit: 5 })).items).toHaveLength(0);

  const all: string[] = [];
  for await (const { analysis } of product.useCases.exportHistory({}, 'eve')) all.push(analysis.id);
  const paged: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await history({}, { limit: 3, cursor });
    paged.push(...page.items.map(({ analysis }) => analysis.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(paged).toEqual(all);
  expect(all).toHaveLength(await countRows('analyses'));
  await expect(history({}, { limit: 3, cursor: 'bogus' })).rejects.toMatchObject({ code: 'cursor-invalid' });
});

test('installing the shipped model again changes nothing', async () => {
  const { model, created } = await product.useCases.installShippedModel(
    await product.useCases.readObject(
      `sha256/${(await product.useCases.currentModel()).digest.replace(/^(..)(..)/, '$1/$2/$1$2')}`,
    ),
  );
  expect(created).toBe(false);
  expect(model.origin).toBe('shipped');
  expect((await product.useCases.listDeployments({ limit: 5 })).items).toHaveLength(1);
  await expect(product.useCases.installShippedModel(Buffer.from('no model'))).rejects.toMatchObject({
    code: 'model-unreadable',
  });
});

test('a model that needs a feature network which the server does not run is refused', async () => {
  const model = decodeModel(await readFile(shippedModelPath));
  const backbone = { digest: 'b'.repeat(64), length: 2 };
  const featureSet = featureSetWith(surfaceFeatureSet(model.surface.definition), backbone);
  const vectors = [0, 1].map((value) => new Float64Array(featureSet.names.length).fill(value));
  const taught = encodeModel({ ...model, head: extendHead(model.head, featureSet, vectors) });
  await expect(product.useCases.installShippedModel(taught)).rejects.toMatchObject({
    code: 'model-unreadable',
    detail: expect.stringMatching(/feature network of its own, which only the command line runs/),
  });
});

test('an analysis keeps what drift is told from, once', async () => {
  const measuresOf = async (id: string) =>
    (await product.pool.query(`select * from picture_measures where analysis_id = $1`, [id])).rows;
  const { imageId, analysisId } = await product.analyse(60);
  await product.useCases.analyseImage({ imageId, username: 'tess' });
  const bytes = Buffer.alloc(8);
  bytes.writeFloatLE(60, 0);
  bytes.writeFloatLE(-0.5, 4);
  expect(await measuresOf(analysisId)).toEqual([
    {
      ...{ analysis_id: analysisId, unsharpness: 5, burnt_share: 0, median_luminance: 0.3 },
      ...{ brightness: 0.6, luminance_range: 0.3, descriptors: bytes, measured_at: expect.any(Date) },
    },
  ]);
  await expect(
    product.pool.query(`update picture_measures set unsharpness = null where analysis_id = $1`, [analysisId]),
  ).rejects.toThrow('violates check constraint');
});
