import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Dataset, DatasetEntry, Image, Job, Upload } from '@mlmcsc/contracts';
import { executeJob, type JobHandlers, objectKeyOf } from '@mlmcsc/core';
import { tarArchiver } from '@mlmcsc/platform/archive';
import { parseConfig } from '@mlmcsc/platform/config';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { systemClock } from '@mlmcsc/platform/system';
import { silentLog } from '@mlmcsc/platform/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCoco } from '../../../../test/check-coco.ts';
import { startS3, type TestS3 } from '../../../../test/services/s3.ts';
import { servicesMissing } from '../../../../test/services/service-process.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { formOf, jpegOf } from './support/test-pictures.ts';

const count = 7;

describe('datasets in files of the server', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());
  describeDatasets(() => api);
});

describe.skipIf(servicesMissing !== null)(
  `datasets in a bucket${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`,
  () => {
    let s3: TestS3;
    let api: TestApi;
    beforeAll(async () => {
      s3 = await startS3();
      const objects = await openObjectStore(
        parseConfig({
          MLMCSC_S3_ENDPOINT: s3.endpoint,
          MLMCSC_S3_BUCKET: await s3.createBucket(),
          MLMCSC_S3_ACCESS_KEY_ID: s3.accessKeyId,
          MLMCSC_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
        }),
      );
      api = await startTestApi({}, objects);
      return async () => {
        await api.close();
        await objects.close();
        await s3.stop();
      };
    });
    describeDatasets(() => api);
  },
);

function describeDatasets(current: () => TestApi): void {
  const images: Image[] = [];
  let version: Dataset;
  const get = (path: string, headers = {}) =>
    current().call('GET', `/api/v1/datasets${path}`, { as: 'engineer', headers });
  const create = (json: object, headers = {}) =>
    current().call('POST', '/api/v1/datasets', { as: 'engineer', json, headers });
  const runJob = async (job: Job): Promise<Job> => {
    const { datasets, store } = current();
    const handlers = {
      'dataset.import.v1': datasets.importDatasetJob,
      'dataset.verify.v1': datasets.verifyDatasetJob,
    } as unknown as JobHandlers;
    const events = { subscribe: () => () => {} };
    const signal = new AbortController().signal;
    await executeJob({ store, events, clock: systemClock, log: silentLog }, handlers, {
      jobId: job.id,
      signal,
    });
    return (await current().call('GET', `/api/v1/jobs/${job.id}`, { as: 'viewer' })).json;
  };
  const label = async (seed: number, shear: number, specimen: string) => {
    const form = formOf(await jpegOf('face', seed));
    form.set('specimen', specimen);
    form.set('heat', seed % 2 === 0 ? 'H1' : 'H2');
    const image = (await current().call('POST', '/api/v1/images', { as: 'technician', body: form })).json;
    const as = seed % 3 === 0 ? 'reviewer' : 'technician';
    const analysis = await current().call('POST', '/api/v1/analyses', { as, json: { image_id: image.id } });
    const json = { analysis_id: analysis.json.id, shear_percent: shear };
    expect((await current().call('POST', '/api/v1/labels', { as, json })).status).toBe(201);
    return image as Image;
  };

  beforeAll(async () => {
    await current().installModel('1.0.0');
    for (let index = 0; index < count; index += 1) {
      images.push(await label(900 + index, [5, 35, 95, 50, 12.5, 80, 20][index]!, `=S-${index}`));
    }
  });

  it('takes a painting of a picture, and no other file', async () => {
    const { id, width_px: width, height_px: height } = images[1]!;
    const put = async (bytes: Uint8Array) =>
      current().call('PUT', `/api/v1/images/${id}/regions`, {
        as: 'technician',
        body: formOf(new Uint8Array(bytes)),
      });
    expect((await current().call('GET', `/api/v1/images/${id}/regions`, { as: 'viewer' })).json.code).toBe(
      'regions-not-found',
    );
    const small = await paint(width - 1, height);
    expect((await put(small)).json.code).toBe('regions-unfit');
    expect((await put(await sharp(small).jpeg().toBuffer())).json.code).toBe('regions-unfit');
    const grey = { width, height, channels: 3, background: '#777' } as const;
    expect((await put(await sharp({ create: grey }).png().toBuffer())).json.code).toBe('regions-unfit');
    expect((await put(Buffer.from('no picture'))).json.code).toBe('image-type-unsupported');
    const painting = await paint(width, height);
    const stored = await put(painting);
    expect(stored.status).toBe(201);
    expect(stored.json).toMatchObject({ image_id: id, painted_by: 'technician', sha256: sha256Of(painting) });
    expect((await put(painting)).status).toBe(200);
    const read = await current().call('GET', `/api/v1/images/${id}/regions`, { as: 'viewer' });
    expect(read.body.equals(painting)).toBe(true);
    expect(read.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('freezes labels once, whoever asks, and tells what is in the version', async () => {
    const key = { 'idempotency-key': `freeze-${images[0]!.id}` };
    const first = await create({ description: ' round robin ' }, key);
    expect(first.status).toBe(201);
    version = first.json;
    expect(version).toMatchObject({
      ...{ kind: 'labels', source: 'created', format: 2, items: count, description: 'round robin' },
      ...{ filter: null, created_by: 'engineer', parent_digest: null },
      summary: { low: 2, middle: 4, high: 1, technicians: 2, accepted: 0, painted: 1 },
    });
    expect(first.headers.get('location')).toBe(`/api/v1/datasets/${version.digest}`);
    expect((await create({ description: ' round robin ' }, key)).headers.get('idempotent-replayed')).toBe(
      'true',
    );
    const again = await create({ description: 'another text' });
    expect(again.status).toBe(200);
    expect(again.json).toEqual(version);
    const read = await get(`/${version.digest}`);
    expect(read.json).toEqual(version);
    const etag = read.headers.get('etag')!;
    expect((await get(`/${version.digest}`, { 'if-none-match': etag })).status).toBe(304);
    expect((await get(`/${version.digest.slice(0, 10)}`)).json.digest).toBe(version.digest);
    expect((await get(`/${'0'.repeat(64)}`)).json.code).toBe('dataset-not-found');
    expect((await get('/not-a-digest')).json.code).toBe('invalid-request');
  });

  it('freezes what a filter lets through', async () => {
    const part = await create({ filter: { heat: 'h1', shear_max: 50, technician: 'technician' } });
    expect(part.status).toBe(201);
    expect(part.json.filter).toEqual({ heat: 'h1', shear_max: 50, technician: 'technician' });
    const { items } = (await get(`/${part.json.digest}/entries`)).json as { items: DatasetEntry[] };
    expect(items.length).toBe(part.json.items);
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) expect(item).toMatchObject({ heat: 'H1' });
    expect((await create({ filter: { shear_max: 101 } })).json.code).toBe('invalid-request');
    expect((await create({ filter: { colour: 'red' } })).json.code).toBe('invalid-request');
    const list = (await get('?limit=1')).json;
    expect(list.items.map(({ digest }: Dataset) => digest)).toEqual([part.json.digest]);
    const next = (await get(`?limit=1&cursor=${list.next_cursor}`)).json;
    expect(next).toMatchObject({ items: [{ digest: version.digest }], next_cursor: null });
    expect((await get('?cursor=nonsense')).json.code).toBe('cursor-invalid');
    expect((await get('?kind=training')).json.items).toEqual([]);
  });

  it('pages through the entries, each once, in the order of the labels', async () => {
    const seen: DatasetEntry[] = [];
    let cursor = '';
    do {
      const page = (await get(`/${version.digest}/entries?limit=3${cursor}`)).json;
      seen.push(...page.items);
      cursor = page.next_cursor === null ? '' : `&cursor=${page.next_cursor}`;
    } while (cursor !== '');
    expect(seen.map(({ sha256 }) => sha256)).toEqual(images.map(({ sha256 }) => sha256));
    expect(seen[0]).toMatchObject({ specimen: '=S-0', technician: expect.stringMatching(/^person:/) });
    expect((await get(`/${version.digest}/entries?cursor=9.9`)).json.code).toBe('cursor-invalid');
    expect((await get(`/${version.digest}/entries?cursor=0.3`)).json.code).toBe('cursor-invalid');
  });

  it('hands out the manifest that the digest names', async () => {
    const manifest = await get(`/${version.digest}/manifest`);
    expect(sha256Of(manifest.body)).toBe(version.digest);
    expect(manifest.headers.get('content-length')).toBe(String(version.manifest_bytes));
    const etag = manifest.headers.get('etag')!;
    expect(etag).toBe(`"${version.digest}"`);
    expect((await get(`/${version.digest}/manifest`, { 'if-none-match': etag })).status).toBe(304);
    expect(manifest.body.toString()).not.toContain('reviewer');
  });

  it('exports a table for people and lines for programs', async () => {
    const csv = await get(`/${version.digest}/export?format=csv`);
    const rows = csv.body.toString().trimEnd().split('\r\n');
    expect(rows).toHaveLength(count + 1);
    expect(rows[0]).toMatch(/^file,shear_percent,specimen,heat,technician,regions,/);
    expect(rows[1]).toMatch(/^pictures\/[0-9a-f]{64}\.jpg,5,'=S-0,H1,person:/);
    expect(rows[2]).toMatch(/,regions\/[0-9a-f]{64}\.png,/);
    const lines = (await get(`/${version.digest}/export?format=ndjson`)).body
      .toString()
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line).sha256)).toEqual(images.map(({ sha256 }) => sha256));
    expect((await get(`/${version.digest}/export?format=xml`)).json.code).toBe('invalid-request');
  });

  it('exports COCO that a strict reader understands', async () => {
    const answer = await get(`/${version.digest}/export?format=coco`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    const coco = readCoco(answer.body.toString());
    expect([...coco.categories.keys()]).toEqual(['shear', 'cleavage', 'not-surface', 'fracture-face']);
    expect(coco.images).toHaveLength(count);
    const image = coco.images[1]!;
    expect(image).toMatchObject({
      ...{ width: images[1]!.width_px, height: images[1]!.height_px },
      file_name: `pictures/${images[1]!.sha256}.jpg`,
      mlmcsc: { shear_percent: 35, specimen: '=S-1', held_out: false },
    });
    const of = (category: string) =>
      coco.annotations.filter(({ category_id }) => category_id === coco.categories.get(category));
    expect(of('fracture-face')).toHaveLength(count);
    expect(of('fracture-face')[1]).toMatchObject({ image_id: image.id, mlmcsc: { shear_percent: 35 } });
    const { data } = await sharp(await paint(image.width, image.height))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const colours = { cleavage: 0, shear: 1, 'not-surface': 2 } as const;
    for (const [category, channel] of Object.entries(colours)) {
      const [region, ...more] = of(category);
      expect(more).toEqual([]);
      expect(region!.image_id).toBe(image.id);
      const painted = Uint8Array.from({ length: image.width * image.height }, (_, at) => {
        const pixel = [...data.subarray(3 * at, 3 * at + 3)];
        return pixel.every((value, index) => value === (index === channel ? 255 : 0)) ? 1 : 0;
      });
      expect(coco.maskOf(region!)).toEqual(painted);
    }
  });

  it('exports an archive with everything, as long as announced', async () => {
    const answer = await get(`/${version.digest}/export`);
    expect(answer.headers.get('content-length')).toBe(String(answer.body.length));
    expect(answer.headers.get('content-disposition')).toContain(`dataset-${version.digest.slice(0, 12)}.tar`);
    const names: string[] = [];
    for await (const { name, content } of tarArchiver.read(once(answer.body))) {
      const bytes = await buffer(content);
      if (name === 'manifest.ndjson') expect(sha256Of(bytes)).toBe(version.digest);
      else if (name !== 'labels.csv') expect(name).toContain(sha256Of(bytes));
      names.push(name);
    }
    expect(names).toHaveLength(2 + count + 1);
    const audit = await current().call('GET', '/api/v1/audit?action=dataset.exported', { as: 'admin' });
    expect(audit.json.items[0]).toMatchObject({
      actor: { name: 'engineer' },
      subject: { kind: 'dataset', id: version.digest },
      details: { format: 'tar', items: count },
    });
  });

  const upload = async (bytes: Uint8Array): Promise<Upload> => {
    const started = await current().call('POST', '/api/v1/dataset-imports/uploads', {
      as: 'engineer',
      json: { size_bytes: bytes.length },
    });
    const { url, method, headers } = started.json as Upload;
    const { 'content-length': _length, ...rest } = headers;
    const put = await fetch(new URL(url, current().url), {
      method,
      headers: rest,
      body: new Uint8Array(bytes),
    });
    expect(put.ok).toBe(true);
    return started.json;
  };
  const start = (uploadId: string, headers = {}) =>
    current().call('POST', '/api/v1/dataset-imports', {
      ...{ as: 'engineer', json: { upload_id: uploadId } },
      headers,
    });

  it('refuses an archive that is damaged or foreign at once, and forgets it', async () => {
    const archive = (await get(`/${version.digest}/export`)).body;
    const damaged = Buffer.from(archive);
    damaged[damaged.length - 3_000] = damaged[damaged.length - 3_000]! ^ 255;
    for (const [bytes, code] of [
      [damaged, 'dataset-archive-invalid'],
      [archive.subarray(0, 9_000), 'archive-damaged'],
      [Buffer.from('hello'), 'archive-damaged'],
    ] as const) {
      const { id } = await upload(bytes);
      const answer = await start(id);
      expect({ status: answer.status, code: answer.json.code }).toEqual({ status: 422, code });
      expect((await start(id)).json.code).toBe('upload-not-found');
    }
    const lines = archive.toString('latin1').replace('"shear_percent":35', '"shear_percent":36');
    const conflict = await start((await upload(await retabled(Buffer.from(lines, 'latin1')))).id);
    expect(conflict.json).toMatchObject({
      ...{ status: 422, code: 'dataset-labels-conflict' },
      errors: [{ pointer: '#/rows/2/label_id' }],
    });
  });

  it('imports an archive as a job; what is here already stays as it is', async () => {
    const archive = (await get(`/${version.digest}/export`)).body;
    const { id } = await upload(archive);
    const key = { 'idempotency-key': `import-${id}` };
    const started = await start(id, key);
    expect(started.status).toBe(202);
    expect((await start(id, key)).json.id).toBe(started.json.id);
    const done = await runJob(started.json);
    expect(done).toMatchObject({
      state: 'completed',
      result: { digest: version.digest, items: count, added: 0, known: count, kept_local: 0 },
    });
    expect(await current().objects.transfers.uploadSize(id)).toBeNull();
  });

  it('finds a damaged picture by reading all', async () => {
    const verify = async () => {
      const path = `/api/v1/datasets/${version.digest}/verify`;
      const started = await current().call('POST', path, { as: 'engineer' });
      expect(started.status).toBe(202);
      return runJob(started.json);
    };
    expect(await verify()).toMatchObject({
      state: 'completed',
      progress: { done: count, failed: 0, total: count },
      result: { pictures: count, faulty: 0 },
    });
    await current().objects.delete(objectKeyOf(images[4]!.sha256));
    expect(await verify()).toMatchObject({
      result: { pictures: count, faulty: 1, examples: [images[4]!.sha256] },
    });
    // The answer breaks off instead of lying.
    await expect(get(`/${version.digest}/export`)).rejects.toThrow();
  });

  it('is for engineers', async () => {
    for (const path of ['', `/${version.digest}`, `/${version.digest}/export`]) {
      const answer = await current().call('GET', `/api/v1/datasets${path}`, { as: 'reviewer' });
      expect(answer.json.code).toBe('role-insufficient');
    }
  });
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Cleavage on the left, shear in the middle with a hole, not surface in a corner; the rest is not painted. */
async function paint(width: number, height: number): Promise<Buffer> {
  const data = new Uint8Array(3 * width * height).fill(90);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isHole = (x - width / 2) ** 2 + (y - height / 2) ** 2 < 36;
      const channel =
        x < width / 4 && y < height / 2
          ? 0
          : x > width / 3 && x < width * 0.7 && !isHole
            ? 1
            : x > width - 9 && y > height - 7
              ? 2
              : -1;
      if (channel < 0) continue;
      data.fill(0, 3 * (y * width + x), 3 * (y * width + x) + 3);
      data[3 * (y * width + x) + channel] = 255;
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/** Without the table, which fits the manifest as it was. */
async function retabled(archive: Buffer): Promise<Buffer> {
  const kept: { name: string; bytes: Buffer }[] = [];
  for await (const { name, content } of tarArchiver.read(once(archive))) {
    const bytes = await buffer(content);
    if (name !== 'labels.csv') kept.push({ name, bytes });
  }
  return buffer(
    tarArchiver.pack(
      (async function* () {
        for (const { name, bytes } of kept) yield { name, sizeBytes: bytes.length, content: once(bytes) };
      })(),
    ),
  );
}
