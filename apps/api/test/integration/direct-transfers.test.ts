import { createHash } from 'node:crypto';
import type { ContentLink, Image, Upload } from '@mlmcsc/contracts';
import { parseConfig } from '@mlmcsc/platform/config';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startS3, type TestS3 } from '../../../../test/services/s3.ts';
import { servicesMissing } from '../../../../test/services/service-process.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { formOf, jpegOf } from './support/test-pictures.ts';

const NOTHING = '0192f0a0-1111-7000-8000-00000000dead';

describe('pictures in files of the server', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());
  describeTransfers(() => api);

  it('serves only addresses that it signed, for what they were signed for', async () => {
    const { json: upload } = await start(api, 10);
    const { pathname, searchParams } = new URL(upload.url, api.url);
    expect(pathname).toBe('/api/v1/transfers');
    const token = searchParams.get('token')!;
    const put = (given: string) =>
      api.call('PUT', `/api/v1/transfers?token=${given}`, {
        headers: { 'content-type': 'application/octet-stream' },
        body: new Uint8Array(10),
      });
    const refused = { code: 'transfer-refused' };
    expect((await put(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).json).toMatchObject(
      refused,
    );
    expect((await put('nonsense')).json).toMatchObject(refused);
    expect((await api.call('GET', `/api/v1/transfers?token=${token}`)).json).toMatchObject(refused);
    const json = await api.call('PUT', `/api/v1/transfers?token=${token}`, { json: {} });
    expect(json.status).toBe(415);
    expect((await put(token)).status).toBe(204);
  });
});

describe.skipIf(servicesMissing !== null)(
  `pictures in a bucket${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`,
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
    describeTransfers(() => api);

    it('has addresses of the S3 server, and serves none itself', async () => {
      const { json } = await start(api, 10);
      expect(json.url).toMatch(new RegExp(`^${s3.endpoint}/bucket-1/incoming/`));
      expect(json.url).not.toContain(s3.secretAccessKey);
      const answer = await api.call('GET', '/api/v1/transfers?token=x');
      expect(answer.json.code).toBe('transfer-refused');
    });
  },
);

const start = (api: TestApi, sizeBytes: number) =>
  api.call('POST', '/api/v1/uploads', { as: 'technician', json: { size_bytes: sizeBytes } }) as Promise<{
    status: number;
    json: Upload;
  }>;

function describeTransfers(current: () => TestApi): void {
  const send = (upload: Upload, bytes: Uint8Array<ArrayBuffer>) => {
    const { 'content-length': _length, ...headers } = upload.headers;
    return fetch(new URL(upload.url, current().url), { method: upload.method, headers, body: bytes });
  };
  const complete = (id: string, json: object, headers = {}) =>
    current().call('POST', `/api/v1/uploads/${id}/complete`, { as: 'technician', json, headers });
  const sent = async (bytes: Uint8Array<ArrayBuffer>): Promise<Upload> => {
    const { json: upload } = await start(current(), bytes.length);
    expect((await send(upload, bytes)).ok).toBe(true);
    return upload;
  };

  it('makes the same image of a direct upload as of a posted form', async () => {
    const bytes = await jpegOf('face', 501);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const upload = await sent(bytes);
    const about = { file_name: '../heat 7/a.jpg', sha256, specimen: 'S-9', width_mm: 7.5 };
    const done = await complete(upload.id, about);
    expect(done.status).toBe(201);
    const image = done.json as Image;
    expect(done.headers.get('location')).toBe(`/api/v1/images/${image.id}`);
    expect(image).toMatchObject({
      ...{ sha256, file_name: 'a.jpg', specimen: 'S-9', width_mm: 7.5, uploaded_by: 'technician' },
      ...{ media_type: 'image/jpeg', size_bytes: bytes.length, width_px: 96 },
    });
    const posted = await current().call('POST', '/api/v1/images', { as: 'technician', body: formOf(bytes) });
    expect(posted.status).toBe(200);
    expect(posted.json).toEqual(image);
    const analysis = await current().call('POST', '/api/v1/analyses', {
      as: 'technician',
      json: { image_id: image.id },
    });
    expect([201, 503]).toContain(analysis.status);
  });

  it('completes an upload once, and repeats its answer for the same idempotency key', async () => {
    const upload = await sent(await jpegOf('face', 502));
    const key = { 'idempotency-key': `complete-${upload.id}` };
    const first = await complete(upload.id, { file_name: 'a.jpg' }, key);
    expect(first.status).toBe(201);
    const again = await complete(upload.id, { file_name: 'a.jpg' }, key);
    expect(again.json).toEqual(first.json);
    expect((await complete(upload.id, { file_name: 'a.jpg' })).json.code).toBe('upload-not-found');
  });

  it('refuses what was never uploaded, is too large, or has another size', async () => {
    expect((await complete(NOTHING, { file_name: 'a.jpg' })).json.code).toBe('upload-not-found');
    const large = (await start(current(), 9 * 1024 * 1024)) as { status: number; json: unknown };
    expect(large.status).toBe(413);
    const { json: upload } = await start(current(), 100);
    expect((await send(upload, new Uint8Array(101))).ok).toBe(false);
    expect((await send(upload, new Uint8Array(99))).ok).toBe(false);
    expect((await complete(upload.id, { file_name: 'a.jpg' })).json.code).toBe('upload-not-found');
  });

  it('discards what is no picture or not the one announced, and stores nothing of it', async () => {
    const text = await sent(new Uint8Array(Buffer.from('this is no picture at all')));
    expect((await complete(text.id, { file_name: 'a.jpg' })).json.code).toBe('image-type-unsupported');
    expect((await complete(text.id, { file_name: 'a.jpg' })).json.code).toBe('upload-not-found');
    const other = await sent(await jpegOf('face', 503));
    const differs = await complete(other.id, { file_name: 'a.jpg', sha256: 'ab'.repeat(32) });
    expect(differs.status).toBe(422);
    expect(differs.json.code).toBe('upload-differs');
    expect((await complete(other.id, { file_name: 'a.jpg' })).status).toBe(404);
  });

  it('clears an upload that nobody completes away with the other maintenance', async () => {
    const upload = await sent(await jpegOf('face', 504));
    const { transfers } = current().objects;
    expect(await transfers.uploadSize(upload.id)).toBeGreaterThan(0);
    const signal = new AbortController().signal;
    const kept = await current().useCases.prune({ jobId: NOTHING, signal });
    expect(kept).toMatchObject({ abandoned_uploads: 0 });
    await transfers.discardUploadsBefore(new Date(Date.now() + 60_000));
    expect((await complete(upload.id, { file_name: 'a.jpg' })).json.code).toBe('upload-not-found');
  });

  it('gives a link to each rendition that works without signing in', async () => {
    const bytes = await jpegOf('face', 505);
    const posted = await current().call('POST', '/api/v1/images', { as: 'technician', body: formOf(bytes) });
    for (const rendition of ['display', 'thumbnail']) {
      const path = `/api/v1/images/${posted.json.id}`;
      const linked = await current().call('GET', `${path}/content-link?rendition=${rendition}`, {
        as: 'viewer',
      });
      expect(linked.status).toBe(200);
      const link = linked.json as ContentLink;
      expect(Date.parse(link.expires_at)).toBeGreaterThan(Date.now() + 200_000);
      const followed = await fetch(new URL(link.url, current().url));
      expect(followed.status).toBe(200);
      const direct = await current().call('GET', `${path}/content?rendition=${rendition}`, { as: 'viewer' });
      expect(followed.headers.get('content-type')).toBe(direct.headers.get('content-type'));
      expect(Buffer.from(await followed.arrayBuffer())).toEqual(direct.body);
    }
    const nobody = await current().call('GET', `/api/v1/images/${posted.json.id}/content-link`);
    expect(nobody.status).toBe(401);
  });
}
