import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPdf } from '../../../../test/read-pdf.ts';
import { createIngredients } from './support/recipes.ts';
import { PASSWORD, startTestApi, type TestApi } from './support/start-test-api.ts';

let api: TestApi;
let make: ReturnType<typeof createIngredients>;
beforeAll(async () => {
  api = await startTestApi();
  await api.installModel('1.0.0');
  make = createIngredients(api);
});
afterAll(() => api.close());

const statement = 'Geprüft und freigegeben.';
const pdfOf = async (id: string) => {
  const answer = await api.call('GET', `/api/v1/reports/${id}/pdf`, { as: 'viewer' });
  expect(answer.status).toBe(200);
  return { ...answer, read: await readPdf(answer.body) };
};
const sign = async (report: { id: string; digest: string }) =>
  (
    await api.call('POST', `/api/v1/reports/${report.id}/sign`, {
      ...{ as: 'reviewer', json: { digest: report.digest, statement, current_password: PASSWORD } },
    })
  ).json;

/** A series with a curve's worth of specimens; some have a picture, the first a label that its value comes from. */
async function newSeries(specimens: number, pictured: number) {
  const name = make.name('Müller & Söhne – Łódź, Сталь');
  const machine = await make.post('reviewer', '/test-machines', {
    ...{ name: make.name('PSd 450'), capacity_j: 450, striker_mm: 8, maker: 'Pendel GmbH' },
    ...{ verified_on: '2026-03-02', verification_due_on: '2027-03-02' },
  });
  const series = await make.post('technician', '/series', {
    ...{ name, standard: 'ISO 148-1', edition: '2016', client: 'Škoda Plzeň', machine_id: machine.id },
    ...{ heat_id: await make.heat(), orientation: 'T-L', location: '1/4 t' },
    rounding: { shear_step_percent: 5, energy_unit: 'J', lateral_expansion_unit: 'mm', ties: 'up' },
    acceptance: {
      ...{ clause: 'Order 17, 4.2', temperature_celsius: null, lateral_expansion_mm: null },
      energy_j: { minimum_mean: 27, minimum_single: 19, most_below_mean: 1, scales_with_width: false },
      shear_percent: { minimum_mean: 10, minimum_single: null },
    },
  });
  let model = '';
  for (let index = 0; index < specimens; index += 1) {
    const celsius = -90 + 10 * index;
    const share = 1 / (1 + Math.exp(-(celsius + 30 + ((index * 7) % 5)) / 14));
    const specimen = await make.post('technician', '/specimens', {
      ...{ identifier: `${make.name('B')}-Ж`, series_id: series.id, tester: 'technician' },
      temperature: { value: celsius, unit: 'degC' },
      energy: { value: 6 + 150 * share, unit: 'J' },
      lateral_expansion: { basis: 'entered', mm: 0.1 + 1.6 * share },
      shear: { method: 'chart', percent: 100 * share },
    });
    if (index >= pictured) continue;
    const image = await make.image();
    await api.call('PUT', `/api/v1/specimens/${specimen.id}/pictures/${image}`, {
      ...{ as: 'technician', json: { half: 1 } },
    });
    const analysis = await make.post('technician', '/analyses', { image_id: image });
    model = analysis.model.digest;
    if (index > 0) continue;
    const { id } = await make.post('technician', '/labels', {
      ...{ analysis_id: analysis.id, shear_percent: 37.5 },
    });
    const changed = await api.call('PATCH', `/api/v1/specimens/${specimen.id}`, {
      ...{ as: 'reviewer', headers: { 'if-match': '*' } },
      json: { shear: { method: 'image-analysis', label_ids: [id] } },
    });
    expect(changed.status, changed.body.toString()).toBe(200);
  }
  return { id: series.id as string, name, model };
}
const draft = (seriesId: string, wish: object = {}) =>
  make.post('technician', `/series/${seriesId}/reports`, wish);

it('says on paper all that the document says, with pictures, overlays and curves', async () => {
  const series = await newSeries(16, 2);
  const report = await draft(series.id, { curves: [{ property: 'energy' }, { property: 'shear' }] });
  const { signature } = await sign(report);
  const { body, headers, read } = await pdfOf(report.id);
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(headers.get('content-disposition')).toContain(`report-${report.number}-1.pdf`);
  const text = read.pages.join(' ');
  for (const part of [
    ...[series.name, 'Škoda Plzeň', 'ISO 148-1:2016', 'PSd 450', '8 mm radius', 'T-L', '1/4 t', '-Ж'],
    ...['KV8', 'chart', 'image analysis', 'technician', 'corrected', '37.5', series.model],
    ...['Order 17, 4.2', 'Absorbed energy, mean', 'T27J', 'FATT50', '95 % confidence interval'],
    ...['reviewer', statement, signature.verification_code, report.digest],
  ]) {
    expect(text.replace(/\s+/g, ' ')).toContain(part);
  }
  // Two pictures, each with and without its overlay.
  expect(read.pictures).toBe(4);
  // The curves are lines, not pictures.
  expect(text.match(/temperature, °C/g)).toHaveLength(2);
  expect(read.paths).toBeGreaterThan(60);
  expect(read.missingFonts).toEqual([]);
  expect(text).not.toMatch(/DRAFT|SUPERSEDED|ALTERED/);
  for (const [index, page] of read.pages.entries()) {
    expect(page).toContain(`page ${index + 1} of ${read.pages.length}`);
    expect(page).toContain(signature.verification_code);
    expect(page).toContain(report.digest);
  }
  const stamp = signature.signed_at.slice(0, 19).replace(/[-:T]/g, '');
  expect(read.createdAt).toBe(`D:${stamp}Z`);
  expect(body.includes('PDFKit')).toBe(false);
});

it('is the same, byte for byte, whenever it is printed', async () => {
  const series = await newSeries(2, 1);
  const report = await draft(series.id);
  await sign(report);
  const first = await pdfOf(report.id);
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
  const unchanged = await api.call('GET', `/api/v1/reports/${report.id}/pdf`, { as: 'viewer', headers });
  expect(unchanged.status).toBe(304);
  // What happens to the records afterwards is nothing to the paper.
  await make.post('technician', '/specimens', { identifier: make.name('X'), series_id: series.id });
  expect((await pdfOf(report.id)).body.equals(first.body)).toBe(true);
});

it('is marked on every page while it is a draft, once it is superseded, and when it was tampered with', async () => {
  const series = await newSeries(60, 0);
  const first = await draft(series.id, { curves: [{ property: 'energy' }] });
  const unsigned = (await pdfOf(first.id)).read.pages;
  expect(unsigned.length).toBeGreaterThan(2);
  for (const page of unsigned) {
    expect(page).toContain('DRAFT');
    expect(page).toContain('no verification code');
  }
  const given = await draft(series.id);
  const json = { reason: 'Entered anew.' };
  await api.call('POST', `/api/v1/reports/${given.id}/discard`, { as: 'technician', json });
  for (const page of (await pdfOf(given.id)).read.pages) expect(page).toContain('DISCARDED');
  await sign(first);
  const next = { supersedes: { report_id: first.id, reason: 'Energy was misread.' } };
  const second = await draft(series.id, next);
  const { signature } = await sign(second);
  const { pages } = (await pdfOf(first.id)).read;
  const when = `${signature.signed_at.slice(0, 16).replace('T', ' ')} UTC`;
  for (const page of pages) expect(page).toContain(`SUPERSEDED by version 2, signed ${when}`);
  expect(pages.join(' ')).toContain('Energy was misread.');
  const successor = (await pdfOf(second.id)).read.pages.join(' ').replace(/\s+/g, ' ');
  expect(successor).toContain(`Replaces report ${first.id}`);
  expect(successor).not.toContain('SUPERSEDED');

  await api.pool.query('alter table report_signatures disable trigger user');
  await api.pool.query(`update report_signatures set statement = 'Not read.' where report_id = $1`, [
    second.id,
  ]);
  await api.pool.query('alter table report_signatures enable trigger user');
  for (const page of (await pdfOf(second.id)).read.pages) expect(page).toContain('ALTERED');
});

it('tells of the retest of a set that failed', async () => {
  const acceptance = (rule: string, specimens: readonly string[]) => ({
    ...{ clause: 'Order 18', temperature_celsius: null, lateral_expansion_mm: null, shear_percent: null },
    energy_j: { minimum_mean: 27, minimum_single: 19, most_below_mean: 1, scales_with_width: false },
    retest: { rule, specimens },
  });
  const { id } = await make.post('technician', '/series', { name: make.name('S'), standard: 'ISO 148-1' });
  const add = async (joule: number) => {
    const json = { identifier: make.name('R'), series_id: id, energy: { value: joule, unit: 'J' } };
    return (await make.post('technician', '/specimens', json)).identifier as string;
  };
  for (const joule of [18, 33, 34]) await add(joule);
  const further = [await add(40), await add(26.5), await add(28)];
  const printed = async (rule: string, named: readonly string[]) => {
    const json = { acceptance: acceptance(rule, named) };
    const headers = { 'if-match': '*' };
    const changed = await api.call('PATCH', `/api/v1/series/${id}`, { as: 'reviewer', headers, json });
    expect(changed.status).toBe(200);
    return (await pdfOf((await draft(id)).id)).read.pages.join(' ').replace(/\s+/g, ' ');
  };
  const passed = await printed('en-10021', further);
  expect(passed).toContain(`Passed after the retest of ${further.toSorted().join(', ')}.`);
  expect(passed).toMatch(/Absorbed energy, mean of both sets at least 27\.0 J 29\.9 J met/);
  expect(passed).toContain('The requirements are met.');
  const failed = await printed('astm-a370', further);
  expect(failed).toContain('ASTM A370, A20: three more, each at least the required mean.');
  expect(failed).toMatch(/lowest of the further specimens at least 27\.0 J 26\.5 J not met/);
  expect(failed).toContain('The requirements are NOT met.');
  const { retest: _retest, ...without } = acceptance('en-10021', []);
  const json = { acceptance: without };
  await api.call('PATCH', `/api/v1/series/${id}`, { as: 'reviewer', headers: { 'if-match': '*' }, json });
  const plain = (await pdfOf((await draft(id)).id)).read.pages.join(' ');
  expect(plain).not.toContain('Retest');
});

it('shows letters that its fonts do not hold as their codes, never as empty boxes', async () => {
  const { id } = await make.post('technician', '/series', {
    ...{ name: make.name('钢管 مواسير'), standard: 'ISO 148-1', client: 'Škoda Plzeň' },
  });
  await make.post('technician', '/specimens', {
    ...{ identifier: make.name('试样'), series_id: id, energy: { value: 41, unit: 'J' } },
  });
  const report = await draft(id);
  const { json } = await api.call('GET', `/api/v1/reports/${report.id}`, { as: 'viewer' });
  expect(json.unprintable).toEqual(expect.arrayContaining(['U+0627', 'U+7BA1', 'U+94A2']));
  expect(json.document.series.name).toContain('钢管');
  // A narrow column breaks between codes.
  const text = (await pdfOf(report.id)).read.pages.join(' ').replace(/\s+/g, '');
  for (const part of [
    '[U+94A2][U+7BA1]',
    '[U+8BD5][U+6837]',
    '[U+0627]',
    'standastheirUnicodenumbers',
    'Škoda',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toMatch(/[钢管试样]/);
  const plain = await draft((await newSeries(1, 0)).id);
  const { json: other } = await api.call('GET', `/api/v1/reports/${plain.id}`, { as: 'viewer' });
  expect(other.unprintable).toEqual([]);
});

it('names what is missing, and is nothing for strangers', async () => {
  const series = await newSeries(1, 1);
  const report = await draft(series.id);
  const { document } = (await api.call('GET', `/api/v1/reports/${report.id}`, { as: 'viewer' })).json;
  const image = document.specimens[0].pictures[0].image_id;
  await api.pool.query(
    `update images set pictures_removed_at = '2026-05-04T00:00:00Z', pictures_removed_by = 'after five years' where id = $1`,
    [image],
  );
  const { read } = await pdfOf(report.id);
  expect(read.pictures).toBe(0);
  expect(read.pages.join(' ')).toContain('removed on 2026-05-04');
  const path = `/api/v1/reports/${report.id}/pdf`;
  expect((await api.call('GET', path)).status).toBe(401);
  const nowhere = '/api/v1/reports/0192f0a0-1111-7000-8000-00000000dead/pdf';
  expect((await api.call('GET', nowhere, { as: 'viewer' })).json.code).toBe('report-not-found');
});
