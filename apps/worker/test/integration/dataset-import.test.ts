import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { checkObjects, type DatasetItem, importDataset, reproduceModel } from '@mlmcsc/core';
import { tarArchiver } from '@mlmcsc/platform/archive';
import { startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '../support/test-product.ts';

let server: TestDatabaseServer;
/** The installation that exports, and a fresh one. */
let here: TestProduct;
let there: TestProduct;
let archive: Buffer;
let digest: string;

const count = 24;
const areaOf = (index: number) => 10 + ((index * 37) % 75);

beforeAll(async () => {
  server = await startTestDatabaseServer();
  here = await startTestProduct(await server.createDatabase());
  there = await startTestProduct(await server.createDatabase());
  for (let index = 0; index < count; index += 1) {
    const { analysisId, imageId } = await here.analyse(areaOf(index), `S${index}`);
    const username = index % 2 === 0 ? 'tess' : 'bob';
    await here.useCases.submitLabel({ analysisId, shearPercent: areaOf(index) + 8.125, username });
    if (index === 3) await here.datasets.paintRegions({ imageId, bytes: await painting(), username: 'bob' });
  }
  await here.learn();
  const { version } = await here.datasets.createDataset({
    filter: {},
    description: 'all',
    username: 'eve',
  });
  digest = version.digest;
  archive = await exported(here, digest);
});
afterAll(async () => {
  await here.close();
  await there.close();
  await server.stop();
});

/** The scripted pictures have three pixels: red, green, and one that is not painted. */
const painting = () =>
  sharp(Uint8Array.of(255, 0, 0, 0, 255, 0, 9, 9, 9), { raw: { width: 3, height: 1, channels: 3 } })
    .png()
    .toBuffer();

async function exported(product: TestProduct, version: string): Promise<Buffer> {
  const { content, sizeBytes } = await product.datasets.exportDataset({
    digest: version,
    format: 'tar',
    username: 'eve',
  });
  const bytes = await buffer(content);
  expect(bytes).toHaveLength(sizeBytes!);
  return bytes;
}

const importInto = (product: TestProduct, bytes: Uint8Array) =>
  importDataset(
    { ...product.dependencies, archiver: tarArchiver, useCases: product.useCases },
    { open: () => pieces(bytes), by: 'ida', signal: new AbortController().signal },
  );

async function* pieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700);
}

const rowCounts = async ({ pool }: TestProduct) =>
  (
    await pool.query(`select (select count(*) from images) images, (select count(*) from labels) labels,
      (select count(*) from regions) regions, (select count(*) from dataset_versions) versions,
      (select count(*) from imported_labels) imported, (select count(*) from audit_log) audit`)
  ).rows[0];

test('a damaged, shortened, foreign or tampered archive is refused and leaves nothing', async () => {
  const before = await rowCounts(there);
  const objects = await there.dependencies.objects.list({ limit: 1000 });
  const flipped = Buffer.from(archive);
  const picture = flipped.indexOf('IDAT');
  flipped[picture] = flipped[picture]! ^ 1;
  const manifest = Buffer.from(archive);
  manifest.write('9', manifest.indexOf('"shear_percent":') + 16);
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['a changed picture', flipped, 'dataset-archive-invalid'],
    ['a manifest whose label was changed', manifest, 'dataset-archive-invalid'],
    ['half of it', archive.subarray(0, archive.length / 2), 'archive-damaged'],
    ['without its last picture', await without(archive, -1), 'dataset-archive-invalid'],
    ['with a file too many', await withFile(archive, 'pictures/extra.png'), 'dataset-archive-invalid'],
    ['another archive', await withFile(null, 'readme.txt'), 'dataset-archive-invalid'],
    ['no archive', Buffer.alloc(4096, 7), 'archive-damaged'],
    ['nothing', Buffer.alloc(0), 'dataset-archive-invalid'],
  ];
  for (const [what, bytes, code] of cases) {
    await expect(importInto(there, bytes), what).rejects.toMatchObject({ code });
  }
  expect(await rowCounts(there)).toEqual(before);
  expect(await there.dependencies.objects.list({ limit: 1000 })).toEqual(objects);
});

test('every line that is wrong is named', async () => {
  const bad = await rewritten((item, index) => ({
    ...item,
    ...(index === 1 ? { shear_percent: 101 } : {}),
    ...(index === 4 ? { technician: 'tess' } : {}),
    ...(index === 6 ? { surprise: true } : {}),
  }));
  await expect(importInto(there, bad)).rejects.toMatchObject({
    code: 'dataset-archive-invalid',
    detail: expect.stringContaining('3 lines'),
    faults: [
      { pointer: '#/manifest.ndjson/2/shear_percent', detail: expect.stringContaining('from 0 to 100') },
      { pointer: '#/manifest.ndjson/5/technician' },
      { pointer: '#/manifest.ndjson/7/surprise' },
    ],
  });
  const first = JSON.parse(manifestLines()[0]!) as Record<string, unknown>;
  const twice = await rewritten((item, index) => (index === 2 ? first : item));
  await expect(importInto(there, twice)).rejects.toMatchObject({ code: 'dataset-archive-invalid' });
});

test('a picture that this installation does not take ends the import before it begins', async () => {
  const small = {
    ...there,
    dependencies: {
      ...there.dependencies,
      codec: Object.assign(Object.create(there.dependencies.codec), {
        inspect: async () => {
          throw new (await import('@mlmcsc/core')).Unprocessable('image-too-large', 'It is too large.');
        },
      }),
    },
  };
  await expect(importInto(small, archive)).rejects.toMatchObject({
    code: 'dataset-archive-invalid',
    faults: expect.arrayContaining([expect.objectContaining({ pointer: '#/manifest.ndjson/1/sha256' })]),
  });
});

test('a fresh installation holds the same data afterwards: freezing and retraining give the same digests', async () => {
  expect(await importInto(there, archive)).toEqual({
    ...{ digest, items: count, added: count, known: 0, keptLocal: 0 },
  });
  // Made anew from the rows there, not copied.
  const frozen = await there.datasets.createDataset({ filter: {}, description: null, username: 'ida' });
  expect(frozen).toMatchObject({ created: false, version: { digest, source: 'imported', items: count } });
  expect(frozen.version.summary).toEqual((await here.datasets.getDataset(digest)).summary);
  expect(await exported(there, digest)).toEqual(archive);
  const technicians = await there.pool.query<{ technician: string }>(
    'select distinct technician from labels',
  );
  expect(technicians.rows).toHaveLength(2);
  for (const { technician } of technicians.rows) expect(technician).toMatch(/^person:[0-9a-f]{12}$/);
  const painted = await there.pool.query('select painted_by from regions');
  expect(painted.rows).toEqual([{ painted_by: expect.stringMatching(/^person:/) }]);

  await there.learn();
  const models = [];
  for (const product of [here, there]) {
    const { id } = await product.useCases.startRetraining({ username: 'eve' });
    const { result } = await product.runJob(id);
    models.push(await product.useCases.getModel(String(result!.candidate)));
  }
  const [original, again] = models;
  expect(again!.datasetDigest).toBe(original!.datasetDigest);
  expect(again!.digest).toBe(original!.digest);
  const signal = new AbortController().signal;
  expect(
    await reproduceModel(there.dependencies, { version: again!.version, remeasure: true, signal }),
  ).toMatchObject({ outcome: 'same', measured: again!.labelCount });
});

test('a second import adds nothing, here as there', async () => {
  const before = await rowCounts(there);
  expect(await importInto(there, archive)).toMatchObject({ added: 0, known: count });
  expect(await rowCounts(there)).toEqual(before);
  const home = await rowCounts(here);
  expect(await importInto(here, archive)).toMatchObject({ added: 0, known: count });
  expect(await rowCounts(here)).toEqual(home);
  expect(
    await checkObjects(there.dependencies, {
      orphansBefore: new Date(Date.now() + 1_000),
      readContents: true,
    }),
  ).toMatchObject({ orphans: 0, missing: 0, damaged: 0 });
});

test('a label that says something else under the same identifier is a contradiction', async () => {
  const bad = await rewritten((item, index) => (index === 7 ? { ...item, shear_percent: 1.5 } : item));
  await expect(importInto(there, bad)).rejects.toMatchObject({
    code: 'dataset-labels-conflict',
    faults: [{ pointer: '#/rows/8/label_id' }],
  });
});

test('a version that continues others brings them along', async () => {
  for (let index = count; index < count + 6; index += 1) {
    const { analysisId } = await here.analyse(areaOf(index), `T${index}`);
    await here.useCases.submitLabel({ analysisId, shearPercent: areaOf(index) + 8.125, username: 'tess' });
  }
  await here.learn();
  const model = await here.useCases.currentModel();
  const training = await here.datasets.getDataset(model.datasetDigest!);
  expect(training.parentDigest).not.toBeNull();
  const bytes = await exported(here, training.digest);
  const third = await startTestProduct(await server.createDatabase());
  try {
    const outcome = await importInto(third, bytes);
    expect(outcome).toMatchObject({ digest: training.digest, added: model.labelCount });
    expect(await third.datasets.getDataset(training.parentDigest!)).toMatchObject({ source: 'imported' });
    expect(await third.datasets.getDataset(training.digest)).toMatchObject({
      items: model.labelCount,
      summary: training.summary,
    });
    expect(await exported(third, training.digest)).toEqual(bytes);
  } finally {
    await third.close();
  }
});

test('pictures that are labelled here already keep the label of this installation', async () => {
  const third = await startTestProduct(await server.createDatabase());
  try {
    const { analysisId } = await third.analyse(areaOf(0), 'S0');
    const own = await third.useCases.submitLabel({ analysisId, shearPercent: 3, username: 'leo' });
    expect(await importInto(third, archive)).toMatchObject({ added: count - 1, keptLocal: 1 });
    expect((await third.dependencies.store.rows.labels.current(analysisId))!.id).toBe(own.id);
    expect((await importInto(third, archive)).added).toBe(0);
  } finally {
    await third.close();
  }
});

/** The lines of the manifest without its header. */
const manifestLines = () => {
  const start = archive.indexOf('{"format"');
  return archive.subarray(start, archive.indexOf('\0', start)).toString().trimEnd().split('\n').slice(1);
};

async function filesOf(bytes: Uint8Array) {
  const files: { name: string; content: Buffer }[] = [];
  for await (const { name, content } of tarArchiver.read(pieces(bytes))) {
    files.push({ name, content: await buffer(content) });
  }
  return files;
}

const pack = async (files: readonly { name: string; content: Buffer }[]) =>
  buffer(
    tarArchiver.pack(
      (async function* () {
        for (const { name, content } of files) {
          yield { name, sizeBytes: content.length, content: pieces(content) };
        }
      })(),
    ),
  );

const without = async (bytes: Uint8Array, at: number) => pack((await filesOf(bytes)).toSpliced(at, 1));
const withFile = async (bytes: Uint8Array | null, name: string) =>
  pack([...(bytes === null ? [] : await filesOf(bytes)), { name, content: Buffer.from('hello') }]);

/** An archive whose manifest has other lines; its digest fits them. */
async function rewritten(change: (item: Record<string, unknown>, index: number) => object) {
  const header = archive.subarray(archive.indexOf('{"format"')).toString().split('\n', 1)[0];
  const lines = manifestLines().map((line, index) => JSON.stringify(change(JSON.parse(line), index)));
  const files = await filesOf(archive);
  files[0]!.content = Buffer.from(`${header}\n${lines.join('\n')}\n`);
  return pack(files.filter(({ name }) => name !== 'labels.csv'));
}

test('the manifest is what its digest says', () => {
  const start = archive.indexOf('{"format"');
  const text = archive.subarray(start, archive.indexOf('\0', start));
  expect(createHash('sha256').update(text).digest('hex')).toBe(digest);
  const items: Pick<DatasetItem, 'regions'>[] = manifestLines().map((line) => JSON.parse(line));
  expect(items.filter(({ regions }) => regions !== null)).toHaveLength(1);
});
