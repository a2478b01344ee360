import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createUseCases, type UseCases } from '@mlmcsc/core';
import { MemoryCache } from '@mlmcsc/platform/cache';
import { SharpImageCodec } from '@mlmcsc/platform/images';
import { ThreadPoolMeasurer } from '@mlmcsc/platform/measurer';
import { FilesystemObjectStore } from '@mlmcsc/platform/objects';
import { createPool, PostgresStore } from '@mlmcsc/platform/postgres';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCoco } from '../test/check-coco.ts';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { repositoryPath } from '../test/repository-path.ts';
import { runMlmcsc } from '../test/run-program.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const count = 11;

/** An installation with the model that ships. */
interface Installation {
  readonly pool: Pool;
  readonly useCases: UseCases;
  mlmcsc(...args: string[]): ReturnType<typeof runMlmcsc>;
}

let server: TestDatabaseServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let measurer: ThreadPoolMeasurer;
let home: Installation;
let other: Installation;
const inFolder = (name: string) => join(folder.path, name);

async function install(name: string): Promise<Installation> {
  const url = await server.createDatabase();
  const pool = createPool({ url, applicationName: 'test', log: silentLog });
  const useCases = createUseCases({
    store: new PostgresStore(pool),
    objects: new FilesystemObjectStore(join(inFolder(name), 'objects')),
    codec: new SharpImageCodec(),
    measurer,
    cache: new MemoryCache(64 * 1024 * 1024),
    clock: systemClock,
    ids: uuidV7,
    log: silentLog,
    batchConcurrency: 2,
  });
  await useCases.installShippedModel(await readFile(repositoryPath('models/default.mlmcsc')));
  return {
    ...{ pool, useCases },
    mlmcsc: (...args) =>
      runMlmcsc([...args, '--data-dir', inFolder(name)], { environment: { MLMCSC_DATABASE_URL: url } }),
  };
}

beforeAll(async () => {
  server = await startTestDatabaseServer();
  folder = await temporaryFolder('datasets-between');
  measurer = new ThreadPoolMeasurer({ threads: 2 });
  home = await install('home');
  other = await install('other');
  for (let index = 0; index < count; index += 1) {
    const { jpeg, shearPercent } = await renderSpecimenPicture(7_100 + index);
    const { image } = await home.useCases.uploadImage({
      bytes: jpeg,
      fileName: `s${index}.jpg`,
      context: { specimen: `S${index}`, heat: 'H7', widthMm: 10 },
      username: 'tess',
    });
    const { analysis } = await home.useCases.analyseImage({ imageId: image.id, username: 'tess' });
    if (analysis.featuresKey === null) throw new Error(`no face in picture ${index}`);
    await home.useCases.submitLabel({
      analysisId: analysis.id,
      shearPercent: shearPercent!,
      username: 'tess',
    });
  }
  const { items } = await home.useCases.listJobs({ kind: 'label.learn.v1' }, { limit: 1 });
  await home.useCases.learnPendingLabels({ jobId: items[0]!.id, signal: new AbortController().signal });
});
afterAll(async () => {
  await home?.pool.end();
  await other?.pool.end();
  await measurer?.close();
  await server?.stop();
  await folder?.remove();
});

const counts = async ({ pool }: Installation) =>
  (
    await pool.query(
      'select (select count(*) from images) images, (select count(*) from labels) labels, (select count(*) from dataset_versions) versions',
    )
  ).rows[0];

it('brings pictures and labels into another installation, which then makes the very same version', async () => {
  const created = await home.mlmcsc('dataset', 'create', '--description', 'to the other side');
  const digest = created.stdout.slice(0, 64);
  const archive = inFolder('labels.tar');
  expect(await home.mlmcsc('dataset', 'export', digest, '--out', archive)).toMatchObject({ code: 0 });

  const before = await counts(other);
  const bytes = await readFile(archive);
  const damaged = Buffer.from(bytes);
  damaged[bytes.length - 9_000] = damaged[bytes.length - 9_000]! ^ 1;
  await writeFile(inFolder('damaged.tar'), damaged);
  await writeFile(inFolder('foreign.tar'), 'this is no archive');
  for (const [name, code] of [
    ['damaged.tar', 1],
    ['foreign.tar', 1],
    ['missing.tar', 2],
  ] as const) {
    const refused = await other.mlmcsc('dataset', 'import', inFolder(name));
    expect(refused).toMatchObject({ code, stdout: '' });
    expect(refused.stderr).not.toMatch(/\n\s+at /);
  }
  expect(await counts(other)).toEqual(before);

  expect(await other.mlmcsc('dataset', 'import', archive)).toMatchObject({
    code: 0,
    stdout: `${digest}  ${count} pictures, ${count} labels added\n`,
  });
  const after = await counts(other);
  expect(after).toMatchObject({ images: String(count), labels: String(count) });
  // Not the manifest that came along: the rows are read again.
  expect(await other.mlmcsc('dataset', 'create')).toMatchObject({
    stdout: expect.stringContaining(digest),
    stderr: expect.stringContaining('Nothing has changed'),
  });
  expect(await other.mlmcsc('dataset', 'import', archive)).toMatchObject({
    stdout: `${digest}  ${count} pictures, 0 labels added\n`,
    stderr: expect.stringContaining(`${count} labels were here already`),
  });
  expect(await counts(other)).toEqual(after);
  const again = inFolder('again.tar');
  expect(await other.mlmcsc('dataset', 'export', digest, '--out', again)).toMatchObject({ code: 0 });
  expect((await readFile(again)).equals(bytes)).toBe(true);
  expect((await other.mlmcsc('dataset', 'list')).stdout).toContain('labels, imported');

  const coco = inFolder('labels.coco.json');
  expect(await home.mlmcsc('dataset', 'export', digest, '--format', 'coco', '--out', coco)).toMatchObject({
    code: 0,
  });
  const reading = readCoco(await readFile(coco, 'utf8'));
  expect(reading.images).toHaveLength(count);
  expect(reading.annotations).toHaveLength(count);
});

it('makes a model again from its dataset version, the pictures measured anew by the real networks', async () => {
  const { version, datasetDigest } = await home.useCases.currentModel();
  const model =
    datasetDigest === null
      ? (await home.useCases.listModels({ limit: 1 })).items[0]!
      : { version, datasetDigest };
  expect(model.datasetDigest).not.toBeNull();
  expect((await home.mlmcsc('model', 'list')).stdout).toContain(model.datasetDigest!.slice(0, 12));
  expect(await home.mlmcsc('model', 'reproduce', model.version)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('bit for bit'),
  });
  const measured = await home.mlmcsc('model', 'reproduce', model.version, '--remeasure', '--json');
  expect(measured.code).toBe(0);
  expect(JSON.parse(measured.stdout)).toMatchObject({ outcome: 'same', labels: count, measured: count });
  const shipped = (await home.useCases.listModels({ limit: 50 })).items.at(-1)!;
  const refused = await home.mlmcsc('model', 'reproduce', shipped.version);
  expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('cannot be made again') });
  expect((await home.mlmcsc('model', 'reproduce', 'nothing')).code).toBe(1);
});
