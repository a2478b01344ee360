import { createHash } from 'node:crypto';
import { authenticatorCode } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const statement = 'Checked and released.';
const sha256 = (text: Uint8Array | string) => createHash('sha256').update(text).digest('hex');
const get = async (path: string) => (await api.call('GET', `/api/v1${path}`, { as: 'viewer' })).json;

/** A series with a heat, a machine, a rule and one specimen that was tested, photographed, measured and labelled. */
async function newSeries(): Promise<{ id: string; specimenId: string; name: string }> {
  const name = make.name('S');
  const machine = await make.post('reviewer', '/test-machines', {
    ...{ name: make.name('M'), capacity_j: 300, striker_mm: 8 },
  });
  const series = await make.post('technician', '/series', {
    ...{ name, standard: 'ISO 148-1', heat_id: await make.heat(), machine_id: machine.id },
    rounding: { shear_step_percent: 5, energy_unit: 'J', lateral_expansion_unit: 'mm', ties: 'up' },
    acceptance: {
      ...{ clause: 'Order 17, 4.2', temperature_celsius: null, lateral_expansion_mm: null },
      energy_j: { minimum_mean: 27, minimum_single: null, most_below_mean: 0, scales_with_width: false },
      shear_percent: null,
    },
  });
  const specimen = await make.post('technician', '/specimens', {
    ...{ identifier: `${name}-01`, series_id: series.id, tester: 'technician' },
    temperature: { value: -20, unit: 'degC' },
    energy: { value: 41.5, unit: 'J' },
    shear: { method: 'chart', percent: 62.5 },
  });
  const image = await make.image();
  await api.call('PUT', `/api/v1/specimens/${specimen.id}/pictures/${image}`, {
    ...{ as: 'technician', json: { half: 1 } },
  });
  const analysis = await make.post('technician', '/analyses', { image_id: image });
  await make.post('technician', '/labels', { analysis_id: analysis.id, shear_percent: 62.5 });
  return { id: series.id, specimenId: specimen.id, name };
}
const draft = (seriesId: string, wish: object = {}) =>
  make.post('technician', `/series/${seriesId}/reports`, wish);
const sign = (report: { id: string; digest: string }, change: object = {}, headers = {}) =>
  api.call('POST', `/api/v1/reports/${report.id}/sign`, {
    ...(Object.keys(headers).length === 0 ? { as: 'reviewer' } : { headers }),
    json: { digest: report.digest, statement, current_password: PASSWORD, ...change },
  });
const verify = async (code: string, digest?: string) =>
  get(
    `/report-verification?code=${encodeURIComponent(code)}${digest === undefined ? '' : `&digest=${digest}`}`,
  );
async function reviewer(role: 'reviewer' | 'engineer' = 'reviewer') {
  const username = make.name('signer');
  await api.accounts.createUser({ username, password: PASSWORD, role });
  return { username, headers: { cookie: await api.signIn(username) } };
}

describe('a draft', () => {
  it('writes down what the series is, unrounded and rounded, with pictures, model, reader and verdict', async () => {
    const series = await newSeries();
    const report = await draft(series.id, { curves: [{ property: 'energy' }] });
    expect(report).toMatchObject({
      ...{ series_id: series.id, version: 1, made_by: 'technician', supersedes: null },
      ...{ signature: null, superseded_by: null, discarded: null, state: 'draft', series_name: series.name },
    });
    const { document, people } = await get(`/reports/${report.id}`);
    expect(document).toMatchObject({
      ...{ schema: 'mlmcsc.report/1', id: report.id, number: report.number, version: 1, supersedes: null },
      series: { name: series.name, revision: 1 },
      machines: [{ striker_mm: 8 }],
      acceptance: { passes: true, clause: 'Order 17, 4.2' },
      curves: [{ property: 'energy', fit: null, refusal: { reason: 'too-few-points' } }],
    });
    expect(document.heats).toHaveLength(1);
    const [specimen] = document.specimens;
    expect(specimen).toMatchObject({
      ...{ identifier: `${series.name}-01`, energy_j: 41.5, energy_symbol: 'KV8' },
      reported: { energy: '42', energy_unit: 'J', shear_percent: '65', lateral_expansion: null },
    });
    const [picture] = specimen.pictures;
    expect(picture.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(picture.analyses[0]).toMatchObject({
      ...{ model_version: '1.0.0', label: { shear_percent: 62.5, reader: specimen.tester } },
    });
    expect(picture.analyses[0].lower).toBeLessThanOrEqual(picture.analyses[0].upper);
    expect(people).toEqual([{ pseudonym: specimen.tester, name: 'technician' }]);
    expect(JSON.stringify(document)).not.toContain('"technician"');
  });

  it('stays as it is when the records change, and its bytes give its digest', async () => {
    const series = await newSeries();
    const report = await draft(series.id);
    await api.call('PATCH', `/api/v1/specimens/${series.specimenId}`, {
      ...{ as: 'reviewer', headers: { 'if-match': '*' }, json: { energy: { value: 12, unit: 'J' } } },
    });
    const file = await api.call('GET', `/api/v1/reports/${report.id}/document`, { as: 'viewer' });
    expect(sha256(file.body)).toBe(report.digest);
    expect(file.headers.get('etag')).toBe(`"${report.digest}"`);
    expect(file.json.specimens[0].energy_j).toBe(41.5);
    const headers = { 'if-none-match': `"${report.digest}"` };
    const again = await api.call('GET', `/api/v1/reports/${report.id}/document`, { as: 'viewer', headers });
    expect(again.status).toBe(304);
  });

  it('is refused where there is nothing to report, and for strangers', async () => {
    const empty = await make.post('technician', '/series', { name: make.name('S'), standard: 'ASTM E23' });
    const path = `/api/v1/series/${empty.id}/reports`;
    expect(await api.call('POST', path, { as: 'technician', json: {} })).toMatchObject({
      ...{ status: 422, json: { code: 'report-empty' } },
    });
    expect((await api.call('POST', path, { as: 'viewer', json: {} })).status).toBe(403);
    const nowhere = '/api/v1/series/0192f0a0-1111-7000-8000-00000000dead/reports';
    expect((await api.call('POST', nowhere, { as: 'technician', json: {} })).status).toBe(404);
    expect((await api.call('GET', nowhere, { as: 'viewer' })).status).toBe(404);
  });

  it('keeps its series from being deleted, and is numbered once, however many are made at a time', async () => {
    const series = await newSeries();
    const made = await Promise.all(Array.from({ length: 5 }, () => draft(series.id)));
    expect(new Set(made.map(({ number }) => number)).size).toBe(5);
    const removed = await api.call('DELETE', `/api/v1/series/${series.id}`, {
      ...{ as: 'reviewer', headers: { 'if-match': '*' } },
    });
    expect([removed.status, removed.json.code]).toEqual([409, 'record-in-use']);
    const first = await get(`/series/${series.id}/reports?limit=3`);
    const rest = await get(`/series/${series.id}/reports?limit=3&cursor=${first.next_cursor}`);
    const listed = [...first.items, ...rest.items].map(({ id }: { id: string }) => id);
    expect([listed.length, rest.next_cursor]).toEqual([5, null]);
    expect(new Set(listed)).toEqual(new Set(made.map(({ id }) => id)));
  });
});

describe('signing', () => {
  it('names who, when, with which words, and gives a code that verifies', async () => {
    const report = await draft((await newSeries()).id);
    const { status, json } = await sign(report);
    expect(status).toBe(200);
    expect(json.signature).toMatchObject({
      ...{ signed_by: 'reviewer', method: 'password', statement, digest: report.digest },
    });
    const code = json.signature.verification_code as string;
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await verify(code, report.digest)).toMatchObject({ verdict: 'valid', report: { id: report.id } });
    expect(await verify(code.toLowerCase().replaceAll('-', ' '))).toMatchObject({ verdict: 'valid' });
    expect(await verify(code, 'ab'.repeat(32))).toMatchObject({ verdict: 'digest-differs' });
    expect(await verify('0000-0000-0000-0000')).toEqual({ verdict: 'unknown', report: null });
    expect((await sign(report)).json.code).toBe('report-signed');
    const { rows } = await api.pool.query(
      `select details from audit_log where action = 'report.signed' and subject_id = $1`,
      [report.id],
    );
    expect(rows).toMatchObject([{ details: { digest: report.digest, number: report.number } }]);
  });

  it('is done by reviewers who read that very document, with their own password and no API key', async () => {
    const report = await draft((await newSeries()).id);
    const json = { digest: report.digest, statement, current_password: PASSWORD };
    const path = `/api/v1/reports/${report.id}/sign`;
    expect((await api.call('POST', path, { as: 'technician', json })).json.code).toBe('role-insufficient');
    const { id } = (await api.accounts.listUsers()).find(({ username }) => username === 'reviewer')!;
    const wish = { name: 'k', scopes: ['records'] as const, expiresAt: new Date(Date.now() + 86_400_000) };
    const { secret } = await api.apiKeys.create(id, wish, 'reviewer');
    const headers = { authorization: `Bearer ${secret}` };
    expect((await api.call('POST', path, { headers, json })).status).toBe(403);
    expect((await sign({ ...report, digest: 'cd'.repeat(32) })).json.code).toBe('report-digest-differs');
    expect((await sign({ ...report, id: '0192f0a0-1111-7000-8000-00000000dead' })).status).toBe(404);
    expect((await get(`/reports/${report.id}`)).report.signature).toBeNull();
  });

  it('counts wrong passwords as failed sign-ins, and locks', async () => {
    const report = await draft((await newSeries()).id);
    const { username, headers } = await reviewer();
    const wrong = () => sign(report, { current_password: 'not mine at all' }, headers);
    const codes: string[] = [];
    for (let attempt = 0; attempt < 8; attempt++) codes.push((await wrong()).json.code);
    expect(codes[0]).toBe('password-wrong');
    expect(codes.at(-1)).toBe('sign-in-locked');
    const right = await sign(report, {}, headers);
    expect([right.status, right.json.code]).toEqual([429, 'sign-in-locked']);
    const json = { username, password: PASSWORD };
    expect((await api.call('POST', '/api/v1/session', { json })).json.code).toBe('sign-in-locked');
    expect((await get(`/reports/${report.id}`)).report.signature).toBeNull();
  });

  it('asks for a code where a second factor is in use, each code once', async () => {
    const { headers: before, username } = await reviewer('engineer');
    const account = (path: string, json: object) =>
      api.call('POST', `/api/v1/account/${path}`, { headers: before, json });
    const { secret } = (await account('second-factor', { current_password: PASSWORD })).json;
    const recovery = (await account('second-factor/confirm', { code: authenticatorCode(secret, 0) })).json
      .codes;
    const [report, other] = [await draft((await newSeries()).id), await draft((await newSeries()).id)];
    expect(await sign(report, {}, before)).toMatchObject({
      ...{ status: 401, json: { code: 'second-factor-required' } },
    });
    expect((await sign(report, { code: '000000' }, before)).json.code).toBe('second-factor-wrong');
    const { json } = await sign(report, { code: recovery[0] }, before);
    expect(json.signature).toMatchObject({ method: 'password-and-code', signed_by: username });
    expect((await sign(other, { code: recovery[0] }, before)).json.code).toBe('second-factor-wrong');
  });

  it('is done by one of two persons who sign at the same time', async () => {
    const signers = await Promise.all([reviewer(), reviewer('engineer'), reviewer()]);
    for (let round = 0; round < 3; round++) {
      const report = await draft((await newSeries()).id);
      const answers = await Promise.all(signers.map(({ headers }) => sign(report, {}, headers)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      const winner = answers.find(({ status }) => status === 200)!;
      const kept = (await get(`/reports/${report.id}`)).report.signature;
      expect(kept).toEqual(winner.json.signature);
    }
  });
});

describe('discarding', () => {
  const discard = (id: string, as: 'technician' | 'viewer' = 'technician', reason = 'Entered anew.') =>
    api.call('POST', `/api/v1/reports/${id}/discard`, { as, json: { reason } });

  it('keeps the draft and its number, and nobody signs it any more', async () => {
    const series = await newSeries();
    const report = await draft(series.id);
    expect((await discard(report.id, 'viewer')).status).toBe(403);
    const { json } = await discard(report.id);
    expect(json).toMatchObject({
      ...{ state: 'discarded', number: report.number, digest: report.digest },
      discarded: { discarded_by: 'technician', reason: 'Entered anew.' },
    });
    expect((await discard(report.id, 'technician', 'Another reason')).json).toEqual(json);
    const late = await sign(report);
    expect([late.status, late.json.code]).toEqual([409, 'report-discarded']);
    expect((await draft(series.id)).number).toBeGreaterThan(report.number);
    const statement = `insert into report_signatures values ($1, 'person:x', 'x', now(), 'password', 'x', $2, '0000000000000000', null)`;
    await expect(api.pool.query(statement, [report.id, report.digest])).rejects.toMatchObject({
      code: '23001',
    });
    const audited = `select details from audit_log where action = 'report.discarded' and subject_id = $1`;
    const { rows } = await api.pool.query(audited, [report.id]);
    expect(rows).toMatchObject([{ details: { digest: report.digest, reason: 'Entered anew.' } }]);
  });

  it('comes too late for a signed report, and is not missed by a signature at the same time', async () => {
    const signed = await draft((await newSeries()).id);
    await sign(signed);
    expect((await discard(signed.id)).json.code).toBe('report-signed');
    for (let round = 0; round < 3; round++) {
      const report = await draft((await newSeries()).id);
      const answers = await Promise.all([sign(report), discard(report.id)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
    await expect(api.pool.query('delete from report_discards')).rejects.toMatchObject({ code: '23001' });
  });

  it('and the other states are found among the reports of all series', async () => {
    const series = await newSeries();
    const [given, kept] = [await draft(series.id), await draft(series.id)];
    await discard(given.id);
    await sign(kept);
    const next = { supersedes: { report_id: kept.id, reason: 'Misread.' } };
    const successor = await draft(series.id, next);
    const waiting = await draft(series.id);
    const found = async (state?: string) =>
      (
        await get(
          `/reports?text=${encodeURIComponent(series.name.toLowerCase())}${state === undefined ? '' : `&state=${state}`}`,
        )
      ).items
        .filter((one: { series_id: string }) => one.series_id === series.id)
        .map(({ id }: { id: string }) => id);
    expect(await found('draft')).toEqual([waiting.id, successor.id]);
    expect(await found('signed')).toEqual([kept.id]);
    expect(await found('superseded')).toEqual([]);
    expect(await found('discarded')).toEqual([given.id]);
    await sign(successor);
    expect(await found('superseded')).toEqual([kept.id]);
    expect(await found('signed')).toEqual([successor.id]);
    expect(await found()).toEqual([waiting.id, successor.id, kept.id, given.id]);
    const byNumber = await get(`/reports?text=${kept.number}`);
    expect(byNumber.items.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining([kept.id, successor.id]),
    );
    const first = await get('/reports?limit=1');
    const second = await get(`/reports?limit=1&cursor=${first.next_cursor}`);
    expect([first.items[0].id, second.items[0].id]).toEqual([waiting.id, successor.id]);
  });
});

describe('superseding', () => {
  const reason = 'Energy was misread.';

  it('makes the next version, which takes the place of the first when it is signed', async () => {
    const series = await newSeries();
    const first = await draft(series.id);
    const early = await api.call('POST', `/api/v1/series/${series.id}/reports`, {
      ...{ as: 'technician', json: { supersedes: { report_id: first.id, reason } } },
    });
    expect([early.status, early.json.code]).toEqual([409, 'report-unsigned']);
    const code = (await sign(first)).json.signature.verification_code;
    const second = await draft(series.id, { supersedes: { report_id: first.id, reason } });
    expect(second).toMatchObject({
      ...{ number: first.number, version: 2, supersedes: first.id, supersedes_reason: reason },
    });
    expect((await get(`/reports/${second.id}`)).document.supersedes).toEqual({
      ...{ report_id: first.id, digest: first.digest, reason },
    });
    // A draft supersedes nothing yet.
    expect(await verify(code)).toMatchObject({ verdict: 'valid' });
    await sign(second);
    const before = await get(`/reports/${first.id}`);
    expect(before.report).toMatchObject({
      ...{ digest: first.digest, superseded_by: { id: second.id, version: 2, reason } },
    });
    expect(await verify(code, first.digest)).toMatchObject({
      ...{ verdict: 'superseded', report: { superseded_by: { id: second.id } } },
    });
    const late = await api.call('POST', `/api/v1/series/${series.id}/reports`, {
      ...{ as: 'technician', json: { supersedes: { report_id: first.id, reason } } },
    });
    expect([late.status, late.json.code]).toEqual([409, 'report-superseded']);
    const elsewhere = await api.call('POST', `/api/v1/series/${(await newSeries()).id}/reports`, {
      ...{ as: 'technician', json: { supersedes: { report_id: second.id, reason } } },
    });
    expect([elsewhere.status, elsewhere.json.code]).toEqual([404, 'report-not-found']);
  });

  it('is done once, when two drafts for the same place are signed at the same time', async () => {
    const series = await newSeries();
    const first = await draft(series.id);
    await sign(first);
    const supersedes = { report_id: first.id, reason };
    const [left, right] = [await draft(series.id, { supersedes }), await draft(series.id, { supersedes })];
    expect([left.version, right.version]).toEqual([2, 3]);
    const other = await reviewer();
    const answers = await Promise.all([sign(left), sign(right, {}, other.headers)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.json.code).toBe('report-superseded');
  });
});

describe('the database', () => {
  it('refuses to change, delete or empty reports and signatures', async () => {
    const report = await draft((await newSeries()).id);
    await sign(report);
    for (const statement of [
      `update reports set document = '{}', digest = encode(sha256('{}'), 'hex')`,
      `update reports set made_by = 'somebody'`,
      'delete from reports',
      'truncate reports cascade',
      `update report_signatures set signed_by = 'somebody'`,
      `update report_signatures set statement = 'x'`,
      'delete from report_signatures',
      'truncate report_signatures',
    ]) {
      await expect(api.pool.query(statement), statement).rejects.toMatchObject({ code: '23001' });
    }
    const copy = `insert into reports select gen_random_uuid(), series_id, 999999, 1, document || ' ', digest, null, null, made_by, made_at
      from reports where id = $1`;
    await expect(api.pool.query(copy, [report.id])).rejects.toMatchObject({ code: '23514' });
  });

  it('cannot hide from verification what somebody with all its rights changed', async () => {
    const [report, other] = [await draft((await newSeries()).id), await draft((await newSeries()).id)];
    const code = (await sign(report)).json.signature.verification_code;
    const otherCode = (await sign(other)).json.signature.verification_code;
    await api.pool.query('alter table report_signatures disable trigger user');
    await api.pool.query('alter table reports disable trigger user');
    await api.pool.query(`update report_signatures set statement = 'Not checked.' where report_id = $1`, [
      report.id,
    ]);
    await api.pool.query('alter table reports drop constraint reports_digest');
    await api.pool.query(`update reports set document = replace(document, '41.5', '99.5') where id = $1`, [
      other.id,
    ]);
    await api.pool.query('alter table report_signatures enable trigger user');
    await api.pool.query('alter table reports enable trigger user');
    expect(await verify(code)).toMatchObject({ verdict: 'altered' });
    expect(await verify(otherCode, other.digest)).toMatchObject({ verdict: 'altered' });
  });

  it('forgets the name of somebody who is erased, and the report still verifies', async () => {
    const { username, headers } = await reviewer();
    const report = await draft((await newSeries()).id);
    const code = (await sign(report, {}, headers)).json.signature.verification_code;
    const exported = await api.call('GET', `/api/v1/people/${username}/export`, { as: 'admin' });
    expect(exported.body.toString()).toContain('report-signature');
    const erased = await api.call('POST', `/api/v1/people/${username}/erase`, {
      ...{ as: 'admin', json: { confirm: username } },
    });
    expect(erased.json.rows).toMatchObject({ 'report_signatures.signed_by': 1 });
    const found = await verify(code, report.digest);
    expect(found.verdict).toBe('valid');
    expect(found.report.signature.signed_by).toBe(erased.json.pseudonym);
  });
});
