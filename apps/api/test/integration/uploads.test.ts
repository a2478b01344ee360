import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { fixture, formOf, hugePng, jpegOf } from './support/test-pictures.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ maxUploadBytes: 2 * 1024 * 1024 });
  await api.installModel('1.0.0');
});
afterAll(() => api.close());

const upload = (body: FormData) => api.call('POST', '/api/v1/images', { as: 'technician', body });
const text = (content: string) => new Uint8Array(Buffer.from(content));
const countImages = async () =>
  Number((await api.pool.query<{ count: string }>('select count(*) from images')).rows[0]?.count);

describe('uploading a picture', () => {
  it('stores it with what was told about it, and finds it again by its bytes', async () => {
    const bytes = await jpegOf('face', 11);
    const fields = { specimen: ' H4711-03 ', heat: 'H4711', width_mm: '7.5', px_per_mm: '12.25' };
    const first = await upload(formOf(bytes, 'Bruchfläche 3.jpg', fields));
    expect(first.status).toBe(201);
    expect(first.headers.get('location')).toBe(`/api/v1/images/${first.json.id}`);
    expect(first.json).toMatchObject({
      file_name: 'Bruchfläche 3.jpg',
      media_type: 'image/jpeg',
      size_bytes: bytes.length,
      width_px: 96,
      height_px: 64,
      specimen: 'H4711-03',
      heat: 'H4711',
      width_mm: 7.5,
      px_per_mm: 12.25,
      uploaded_by: 'technician',
    });
    const again = await upload(formOf(bytes, 'other name.jpg'));
    expect(again.status).toBe(200);
    expect(again.json.id).toBe(first.json.id);
    const read = await api.call('GET', `/api/v1/images/${first.json.id}`, { as: 'viewer' });
    expect(read.json).toEqual(first.json);
  });

  it('serves renditions that may be kept for ever', async () => {
    const { json: image } = await upload(formOf(await jpegOf('face', 12)));
    for (const [query, mediaType] of [
      ['', 'image/jpeg'],
      ['?rendition=display', 'image/jpeg'],
      ['?rendition=thumbnail', 'image/webp'],
    ]) {
      const path = `/api/v1/images/${image.id}/content${query}`;
      const answer = await api.call('GET', path, { as: 'viewer' });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe(mediaType);
      expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
      const etag = answer.headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
      for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const unchanged = await api.call('GET', path, { as: 'viewer', headers: { 'if-none-match': tag } });
        expect(unchanged.status).toBe(304);
        expect(unchanged.body).toHaveLength(0);
      }
      const changed = await api.call('GET', path, { as: 'viewer', headers: { 'if-none-match': '"other"' } });
      expect(changed.body).toEqual(answer.body);
    }
    const wrong = await api.call('GET', `/api/v1/images/${image.id}/content?rendition=original`, {
      as: 'viewer',
    });
    expect(wrong.status).toBe(400);
  });

  it.each(['../../../etc/passwd', 'C:\\secret\\a.jpg', "x'; drop table images; --.jpg", '\u202Egpj.exe', ''])(
    'takes the file name %j for no more than a name',
    async (name) => {
      const answer = await upload(formOf(await jpegOf('face', 13 + name.length), name));
      expect([200, 201]).toContain(answer.status);
      expect(answer.json.file_name).not.toMatch(/[/\\\u202E]/);
      expect(answer.json.file_name).not.toBe('');
    },
  );

  it.each<[string, () => Promise<Uint8Array<ArrayBuffer>>]>([
    ['a 16-bit TIFF', () => fixture('grey-16-bit.tiff')],
    ['a CMYK JPEG', () => fixture('cmyk.jpg')],
  ])('reads %s', async (_what, bytes) => {
    const uploaded = await upload(formOf(await bytes(), 'unusual'));
    expect(uploaded.status).toBe(201);
    const analysis = await api.call('POST', '/api/v1/analyses', {
      as: 'technician',
      json: { image_id: uploaded.json.id },
    });
    expect(analysis.status).toBe(201);
  });
});

describe('a bad upload', () => {
  const truncated = async () => (await jpegOf('face', 21)).subarray(0, 700);
  it.each<[string, () => Promise<Uint8Array<ArrayBuffer>>, number, string]>([
    ['an empty file', async () => text(''), 422, 'image-empty'],
    ['text renamed .jpg', async () => text('this is no picture at all'), 422, 'image-type-unsupported'],
    ['an SVG', async () => text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 422, 'image-type-unsupported'],
    ['a PDF', async () => text('%PDF-1.7 ...'), 422, 'image-type-unsupported'],
    ['a truncated JPEG', truncated, 422, 'image-truncated'],
    ['only the start of a PNG', async () => hugePng(8, 8).slice(0, 20), 422, 'image-truncated'],
    ['20 000 × 20 000 pixels', async () => hugePng(20_000, 20_000), 422, 'image-too-many-pixels'],
    ['an animated WebP', () => fixture('animated.webp'), 422, 'image-animated'],
  ])('%s is refused and leaves nothing', async (_what, bytes, status, code) => {
    const before = await countImages();
    const answer = await upload(formOf(await bytes(), 'picture.jpg'));
    expect({ status: answer.status, code: answer.json.code }).toEqual({ status, code });
    expect(await countImages()).toBe(before);
  });

  it('keeps memory bounded while many huge pictures are refused', async () => {
    const bomb = hugePng(20_000, 20_000);
    const before = process.memoryUsage().rss;
    for (let round = 0; round < 4; round += 1) {
      const answers = await Promise.all(Array.from({ length: 5 }, () => upload(formOf(bomb))));
      expect(answers.every(({ status }) => status === 422)).toBe(true);
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  it('explains what is wrong with the form', async () => {
    const face = await jpegOf('face', 22);
    const missing = new FormData();
    missing.append('heat', 'H1');
    const otherField = new FormData();
    otherField.append('picture', new Blob([face]), 'a.jpg');
    const two = formOf(face);
    two.append('file', new Blob([face]), 'b.jpg');
    const cases: [FormData, number, string][] = [
      [missing, 400, 'image-missing'],
      [otherField, 400, 'invalid-request'],
      [two, 400, 'invalid-request'],
      [formOf(face, 'a.jpg', { width_mm: 'ten' }), 400, 'invalid-request'],
      [formOf(face, 'a.jpg', { width_mm: '0' }), 400, 'invalid-request'],
      [formOf(face, 'a.jpg', { px_per_mm: 'Infinity' }), 400, 'invalid-request'],
      [formOf(face, 'a.jpg', { color: 'red' }), 400, 'invalid-request'],
      [formOf(face, 'a.jpg', { __proto__: 'x', constructor: 'y' }), 400, 'invalid-request'],
      [formOf(face, 'a.jpg', { specimen: 'x'.repeat(101) }), 400, 'invalid-request'],
      [formOf(face, 'a.jpg', { heat: 'a\u0000b' }), 400, 'invalid-request'],
    ];
    for (const [form, status, code] of cases) {
      const answer = await upload(form);
      expect({ status: answer.status, code: answer.json.code }).toEqual({ status, code });
    }
    const told = await upload(formOf(face, 'a.jpg', { width_mm: '31' }));
    expect(told.json.errors).toMatchObject([{ pointer: '#/width_mm' }]);
  });

  it.each([
    ['application/json', '{}', 415],
    ['image/jpeg', 'raw', 415],
    ['multipart/form-data', 'no boundary', 400],
    ['multipart/form-data; boundary=x', 'not multipart', 400],
    ['multipart/form-data; boundary=x', '--x\r\nbroken', 400],
    ['multipart/form-data; boundary=x', '', 400],
  ])('as %s with body %j is answered with %i', async (contentType, body, status) => {
    const answer = await api.call('POST', '/api/v1/images', {
      as: 'technician',
      body,
      headers: { 'content-type': contentType },
    });
    expect(answer.status).toBe(status);
  });

  it('that is larger than the limit is cut off, whether or not its size is announced', async () => {
    const big = new Uint8Array(3 * 1024 * 1024);
    expect((await upload(formOf(big))).json.code).toBe('body-too-large');
    const streamed = await streamUpload(api, async (write) => {
      for (let sent = 0; sent < 3 * 1024 * 1024; sent += 65_536) await write(Buffer.alloc(65_536));
      await write(Buffer.from('\r\n--x--\r\n'));
    });
    expect(streamed).toBe(413);
  });

  it('that breaks off leaves neither a row nor an object', async () => {
    const rows = await countImages();
    const files = await readdir(api.objectsFolder, { recursive: true });
    await streamUpload(api, async (write, abort) => {
      await write(Buffer.from((await jpegOf('face', 23)).subarray(0, 900)));
      abort();
    });
    const whole = await jpegOf('face', 24);
    await streamUpload(api, async (write, abort) => {
      await write(Buffer.from(whole));
      abort();
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await countImages()).toBe(rows);
    expect(await readdir(api.objectsFolder, { recursive: true })).toEqual(files);
    expect((await api.call('GET', '/livez')).status).toBe(200);
  });
});

/** Sends a form of unknown length piece by piece. @returns the status, or null when it was broken off */
function streamUpload(
  { url, cookie }: TestApi,
  send: (write: (piece: Buffer) => Promise<void>, abort: () => void) => Promise<void>,
): Promise<number | null> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let aborted = false;
    const request = httpRequest({
      hostname,
      port,
      method: 'POST',
      path: '/api/v1/images',
      headers: {
        cookie: cookie('technician'),
        'content-type': 'multipart/form-data; boundary=x',
        'transfer-encoding': 'chunked',
      },
    });
    request.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    request.on('error', (error) => (aborted ? resolve(null) : reject(error)));
    const write = (piece: Buffer) =>
      new Promise<void>((done) => {
        request.write(piece, () => done());
      });
    const start = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n';
    void write(Buffer.from(start))
      .then(() =>
        send(write, () => {
          aborted = true;
          request.destroy();
        }),
      )
      .then(() => request.end());
  });
}
