import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPdf } from '../../../../test/read-pdf.ts';
import { createIngredients } from './support/recipes.ts';
import { PASSWORD, startTestApi, type TestApi } from './support/start-test-api.ts';

let api: TestApi;
let make: ReturnType<typeof createIngredients>;
beforeAll(async () => {
  api = await startTestApi();
  make = createIngredients(api);
});
afterAll(() => api.close());

const path = '/api/v1/letterhead';
const texts = {
  name: 'Werkstoffprüflabor Süd',
  address: 'Hüttenstraße 4\n70565 Stuttgart',
  accreditation_number: 'D-PL-12345-01-00',
};
const current = () => api.call('GET', path, { as: 'viewer' });
async function put(json: object, as: 'admin' | 'engineer' = 'admin') {
  const headers = { 'if-match': (await current()).headers.get('etag') ?? '' };
  return api.call('PUT', path, { as, headers, json });
}
/** A picture of stripes with a transparent corner. */
const logo = (format: 'png' | 'jpeg' | 'webp', width = 600, height = 200) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 60, alpha: 0.5 } } })
    .toFormat(format)
    .toBuffer();
const withLogo = (bytes: Uint8Array) => ({
  ...texts,
  logo: { content_base64: Buffer.from(bytes).toString('base64') },
});

async function signedReport(): Promise<string> {
  const { id } = await make.post('technician', '/series', { name: make.name('S'), standard: 'ISO 148-1' });
  await make.post('technician', '/specimens', {
    ...{ identifier: make.name('B'), series_id: id, energy: { value: 41, unit: 'J' } },
  });
  const report = await make.post('technician', `/series/${id}/reports`, {});
  const json = { digest: report.digest, statement: 'released', current_password: PASSWORD };
  await api.call('POST', `/api/v1/reports/${report.id}/sign`, { as: 'reviewer', json });
  return report.id;
}
const pdfOf = async (id: string) =>
  (await api.call('GET', `/api/v1/reports/${id}/pdf`, { as: 'viewer' })).body;

it('is empty at first; reports say nothing about a laboratory then', async () => {
  expect((await current()).json).toEqual({
    ...{ name: null, address: null, accreditation_number: null, logo: null },
    ...{ revision: 0, changed_by: null, changed_at: null },
  });
  expect((await api.call('GET', `${path}/logo`, { as: 'viewer' })).json.code).toBe('logo-not-found');
  const id = await signedReport();
  const { document } = (await api.call('GET', `/api/v1/reports/${id}`, { as: 'viewer' })).json;
  expect('laboratory' in document).toBe(false);
});

it('takes a PNG or JPEG by its first bytes, on white and no larger than paper needs', async () => {
  const made = await put(withLogo(await logo('png', 2400, 800)));
  expect([made.status, made.json]).toMatchObject([
    200,
    { ...texts, revision: 1, logo: { width_px: 1200, height_px: 400 }, changed_by: 'admin' },
  ]);
  const shown = await api.call('GET', `${path}/logo`, { as: 'viewer' });
  expect(shown.headers.get('content-type')).toBe('image/png');
  const { data, info } = await sharp(shown.body).raw().toBuffer({ resolveWithObject: true });
  // Half of it shows the paper, whichever way the half is rounded.
  expect(info.channels).toBe(3);
  for (const [at, level] of [228, 143, 158].entries()) expect(Math.abs(data[at]! - level)).toBeLessThan(2);
  const headers = { 'if-none-match': shown.headers.get('etag') ?? '' };
  expect((await api.call('GET', `${path}/logo`, { as: 'viewer', headers })).status).toBe(304);
  expect((await put(withLogo(await logo('jpeg')))).json.logo).toMatchObject({
    width_px: 600,
    height_px: 200,
  });
  // The logo stays where it is not named, and goes when it is null.
  expect((await put(texts)).json.logo).toMatchObject({ width_px: 600 });
  expect((await put({ ...texts, logo: null })).json.logo).toBeNull();
});

it('refuses what is no logo, with nothing changed', async () => {
  const before = (await current()).json;
  const codeOf = async (json: object) => {
    const { status, json: answer } = await put(json);
    return [status, answer.code];
  };
  expect(await codeOf(withLogo(await logo('webp')))).toEqual([400, 'logo-type-unsupported']);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  expect(await codeOf(withLogo(svg))).toEqual([422, 'image-type-unsupported']);
  const torn = (await logo('png')).subarray(0, 60);
  expect(await codeOf(withLogo(torn))).toEqual([422, 'image-truncated']);
  expect((await put({ ...texts, address: 'a\nb\nc\nd\ne\nf\ng' })).json.code).toBe('invalid-request');
  expect((await put(texts, 'engineer')).json.code).toBe('role-insufficient');
  const blind = await api.call('PUT', path, { as: 'admin', json: texts });
  expect(blind.json.code).toBe('precondition-required');
  const old = await api.call('PUT', path, { as: 'admin', json: texts, headers: { 'if-match': '"old"' } });
  expect(old.json.code).toBe('precondition-failed');
  expect((await current()).json).toEqual(before);
});

it('is frozen in a report: what is changed afterwards changes no byte of it', async () => {
  await put(withLogo(await logo('png')));
  const id = await signedReport();
  const first = await pdfOf(id);
  const read = await readPdf(first);
  const text = read.pages.join(' ').replace(/\s+/g, ' ');
  expect(text).toContain(
    'Werkstoffprüflabor Süd Hüttenstraße 4 70565 Stuttgart Accreditation D-PL-12345-01-00',
  );
  expect(read.pictures).toBe(1);
  await put({ name: 'Elsewhere', address: null, accreditation_number: null, logo: null });
  expect((await pdfOf(id)).equals(first)).toBe(true);
  const later = (await readPdf(await pdfOf(await signedReport()))).pages.join(' ');
  expect(later).toContain('Elsewhere');
  expect(later).not.toContain('Werkstoffprüflabor');
  // The object of the logo is one that a row refers to: no cleaning takes it away.
  const { document } = (await api.call('GET', `/api/v1/reports/${id}`, { as: 'viewer' })).json;
  const { rows } = await api.pool.query(`select kind from object_references where key like '%' || $1`, [
    document.laboratory.logo.sha256,
  ]);
  expect(rows).toContainEqual({ kind: 'logo' });
});

it('is in the audit trail, and history cannot be rewritten', async () => {
  const audit = await api.call('GET', '/api/v1/audit?action=letterhead.changed', { as: 'admin' });
  expect(audit.json.items[0]).toMatchObject({
    subject: { kind: 'letterhead' },
    details: { name: 'Elsewhere' },
  });
  await expect(api.pool.query(`update letterheads set name = 'x'`)).rejects.toThrow(
    'followed by another one',
  );
  await expect(api.pool.query('delete from letterheads')).rejects.toThrow();
});
