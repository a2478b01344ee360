import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { formOf, jpegOf } from './support/test-pictures.ts';

let api: TestApi;
let imageId: string;
let analysisId: string;
let jobId: string;
beforeAll(async () => {
  api = await startTestApi();
  await api.installModel('1.0.0');
  const body = formOf(await jpegOf('face', 77));
  imageId = (await api.call('POST', '/api/v1/images', { as: 'technician', body })).json.id;
  const json = { image_id: imageId };
  analysisId = (await api.call('POST', '/api/v1/analyses', { as: 'technician', json })).json.id;
  const job = { kind: 'analysis.batch.v1', image_ids: [imageId] };
  jobId = (await api.call('POST', '/api/v1/jobs', { as: 'technician', json: job })).json.id;
});
afterAll(() => api.close());

/** What cannot be asked for without a question. */
const QUERIES: Readonly<Record<string, string>> = {
  '/api/v1/report-verification': '?code=AAAAA-AAAAA-AAAAA-AAAAA',
};

/** Every read of the document that answers with JSON, with its path filled in. */
const reads = () =>
  api.checker.operations
    .filter(
      ({ method, path, operation }) =>
        method === 'GET' &&
        path.startsWith('/api/') &&
        operation.responses['200']?.content?.['application/json'] !== undefined,
    )
    .map(({ path }) => path);

describe('reads', () => {
  it('all have a tag that stays while the answer stays, and answer 304 to who has it', async () => {
    const named: Record<string, string> = {
      '/api/v1/images/{id}': imageId,
      '/api/v1/analyses/{id}': analysisId,
      '/api/v1/analyses/{id}/labels': analysisId,
      '/api/v1/jobs/{id}': jobId,
      '/api/v1/jobs/{id}/items': jobId,
      '/api/v1/models/{id}': '1.0.0',
    };
    const asked = reads().filter((path) => !path.includes('{') || named[path] !== undefined);
    expect(asked.length).toBeGreaterThan(8);
    for (const path of asked) {
      const url = `${path.replace(/\{[^}]+\}/, named[path] ?? '')}${QUERIES[path] ?? ''}`;
      const first = await api.call('GET', url, { as: 'admin' });
      expect(first.status, path).toBe(200);
      const etag = first.headers.get('etag') ?? '';
      // What tells the time of asking differs each time.
      if (first.json?.at !== undefined) continue;
      for (const match of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await api.call('GET', url, { as: 'admin', headers: { 'if-none-match': match } });
        expect([path, match, again.status]).toEqual([path, match, 304]);
        expect(again.headers.get('etag')).toBe(etag);
        expect(again.body).toHaveLength(0);
      }
      const other = await api.call('GET', url, { as: 'admin', headers: { 'if-none-match': '"other"' } });
      expect([path, other.status]).toEqual([path, 200]);
      const head = await api.call('HEAD', url, { as: 'admin', headers: { 'if-none-match': etag } });
      expect([path, head.status]).toEqual([path, 304]);
    }
  });

  it('are the same for a reader that takes them compressed', async () => {
    const plain = await api.call('GET', '/api/v1/history', {
      as: 'viewer',
      headers: { 'accept-encoding': 'identity' },
    });
    const packed = await api.call('GET', '/api/v1/history', {
      as: 'viewer',
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(packed.headers.get('etag')).toBe(plain.headers.get('etag'));
  });

  it.each(['br', 'gzip'])('arrive compressed by %s for who accepts that', async (coding) => {
    const options = { as: 'viewer', headers: { 'accept-encoding': coding } } as const;
    const answer = await api.call('GET', '/openapi.json', options);
    expect(answer.headers.get('content-encoding')).toBe(coding);
    expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(answer.json.openapi).toBe('3.1.0');
    const short = await api.call('GET', '/livez', options);
    expect(short.headers.get('content-encoding')).toBeNull();
  });

  it('of what failed have none', async () => {
    const missing = await api.call('GET', '/api/v1/jobs/0192f0a0-1111-7000-8000-00000000dead', {
      as: 'viewer',
      headers: { 'if-none-match': '*' },
    });
    expect([missing.status, missing.headers.get('etag')]).toEqual([404, null]);
  });
});

describe('a job', () => {
  it('is cancelled or run again only as it was read, when that is asked for', async () => {
    const read = await api.call('GET', `/api/v1/jobs/${jobId}`, { as: 'viewer' });
    const act = (what: string, match: string) =>
      api.call('POST', `/api/v1/jobs/${jobId}/${what}`, { as: 'technician', headers: { 'if-match': match } });
    expect((await act('cancel', '"stale"')).json.code).toBe('precondition-failed');
    expect((await act('cancel', read.headers.get('etag') ?? '')).json.state).toBe('cancelled');
    expect((await act('rerun', read.headers.get('etag') ?? '')).status).toBe(412);
    expect((await act('rerun', '*')).json.state).toBe('queued');
  });
});

describe('request identifiers', () => {
  it('are taken from the caller when they are sane, and given back with every answer', async () => {
    for (const path of ['/api/v1/history', '/api/v1/nothing', '/livez']) {
      const own = await api.call('GET', path, {
        as: 'viewer',
        headers: { 'x-request-id': 'lims-2026.11-0042' },
      });
      expect(own.headers.get('x-request-id')).toBe('lims-2026.11-0042');
      const bad = await api.call('GET', path, { as: 'viewer', headers: { 'x-request-id': 'a b' } });
      expect(bad.headers.get('x-request-id')).toMatch(/^[0-9a-f]{16}$/);
    }
  });
});
