import type { Role } from '@mlmcsc/contracts';
import { authenticatorCode } from '@mlmcsc/platform/testing';
import sharp from 'sharp';
import { forceCurveFile } from '../../../../test/force-curve-file.ts';
import { type Answer, PASSWORD, type TestApi } from '../integration/support/start-test-api.ts';
import { storeDriftFinding } from '../integration/support/store-drift-finding.ts';
import { formOf, jpegOf } from '../integration/support/test-pictures.ts';
import type { KnownValues } from './known-values.ts';

type Json = Readonly<Record<string, unknown>>;
type Ask = (as: Role | null, method: string, path: string, json?: Json) => Promise<Answer>;

/** Goes the ways that chance does not find: those of several requests that fit together. What they bring stays for the fuzzing. */
export async function openEveryDoor(api: TestApi, known: KnownValues): Promise<void> {
  const held = async (answer: Promise<Answer>, what: string) => {
    const { status, body } = await answer;
    if (status >= 400) throw new Error(`${what}: ${status} ${body.toString('utf8')}`);
    return answer;
  };
  const ask: Ask = async (as, method, path, json) => {
    const call = api.call(method, `/api/v1${path}`, { as, ...(json === undefined ? {} : { json }) });
    const answer = await held(call, `${method} ${path}`);
    known.remember(`/api/v1${path}`, answer.json);
    return answer;
  };
  const put = async (url: string, bytes: Uint8Array) => {
    const headers = { 'content-type': 'application/octet-stream' };
    await held(api.call('PUT', url, { headers, body: new Uint8Array(bytes) }), 'sending an upload');
  };

  const imageId = await measurePicture(api, ask);
  await uploadDirectly(ask, put);
  await held(downloadDirectly(api, ask, imageId), 'downloading');
  await exchangeDataset(ask, put);
  await held(paintPicture(api, imageId), 'painting');
  await held(infer(api), 'inference');
  await held(setLetterhead(api), 'setting the letterhead');
  await keepRecords(ask, imageId);
  await acknowledgeDrift(api, ask);
  await holdStudy(ask);
  await joinAndLeave(ask);
  await loseAKey(api, ask);
  await held(endASession(api), 'ending a session');
  await useSecondFactor(api);
  await subscribe(api, ask);
  await useJobs(api, ask, imageId);
  await governModels(api, ask);
}

async function measurePicture(api: TestApi, ask: Ask): Promise<string> {
  const body = formOf(await jpegOf('face', 9));
  const image = await api.call('POST', '/api/v1/images', { as: 'technician', body });
  const analysis = await ask('technician', 'POST', '/analyses', { image_id: image.json.id });
  await ask('technician', 'POST', '/labels', { analysis_id: analysis.json.id, shear_percent: 37.5 });
  await ask('technician', 'GET', '/review-queue');
  return image.json.id;
}

async function uploadDirectly(ask: Ask, put: (url: string, bytes: Uint8Array) => Promise<void>) {
  const jpeg = await jpegOf('face', 10);
  const { json } = await ask('technician', 'POST', '/uploads', { size_bytes: jpeg.length });
  await put(json.url, jpeg);
  await ask('technician', 'POST', `/uploads/${json.id}/complete`, { file_name: 'direct.jpg' });
}

async function downloadDirectly(api: TestApi, ask: Ask, imageId: string) {
  const { json } = await ask('viewer', 'GET', `/images/${imageId}/content-link`);
  return api.call('GET', json.url);
}

async function exchangeDataset(ask: Ask, put: (url: string, bytes: Uint8Array) => Promise<void>) {
  const { json: version } = await ask('engineer', 'POST', '/datasets', { description: 'to be read' });
  const { body: archive } = await ask('engineer', 'GET', `/datasets/${version.digest}/export`);
  const { json } = await ask('engineer', 'POST', '/dataset-imports/uploads', { size_bytes: archive.length });
  await put(json.url, archive);
  await ask('engineer', 'POST', '/dataset-imports', { upload_id: json.id });
}

async function paintPicture(api: TestApi, imageId: string) {
  const image = await api.call('GET', `/api/v1/images/${imageId}`, { as: 'viewer' });
  const { width_px: width, height_px: height } = image.json;
  const red = { width, height, channels: 3, background: '#f00' } as const;
  const painting = await sharp({ create: red }).png().toBuffer();
  const body = formOf(new Uint8Array(painting));
  return api.call('PUT', `/api/v1/images/${imageId}/regions`, { as: 'technician', body });
}

async function keepRecords(ask: Ask, imageId: string) {
  const heat = await ask('technician', 'POST', '/heats', { name: 'H-1' });
  const machine = await ask('reviewer', 'POST', '/test-machines', {
    name: 'M-1',
    capacity_j: 450,
    striker_mm: 2,
  });
  const series = await ask('technician', 'POST', '/series', {
    ...{ name: 'S-1', standard: 'ISO 148-1', heat_id: heat.json.id, machine_id: machine.json.id },
    acceptance: {
      ...{ clause: 'Order 17, 4.2', temperature_celsius: 0, energy_j: null, lateral_expansion_mm: null },
      shear_percent: { minimum_mean: 85, minimum_single: null },
    },
  });
  await ask('viewer', 'GET', `/series/${series.json.id}/acceptance`);
  const specimen = await ask('technician', 'POST', '/specimens', {
    ...{ identifier: 'S-1-01', series_id: series.json.id },
  });
  const list = { content_base64: Buffer.from('Specimen\nS-1-02\n').toString('base64') };
  await ask('technician', 'POST', '/specimen-imports/preview', list);
  await ask('technician', 'POST', '/specimen-imports', { file_name: 'list.csv', ...list });
  const picture = `/specimens/${specimen.json.id}/pictures/${imageId}`;
  await ask('technician', 'PUT', picture, { half: 1 });
  await ask('reviewer', 'DELETE', picture);
  await ask('technician', 'PUT', picture, { half: 2 });
  const curve = `/specimens/${specimen.json.id}/force-curve`;
  await ask('technician', 'PUT', curve, forceCurveFile);
  const { json: attached } = await ask('viewer', 'GET', curve);
  await ask('viewer', 'GET', `${curve}/files`);
  await ask('viewer', 'GET', `${curve}/files/${attached.sha256}`);
  await ask('viewer', 'GET', `/series/${series.json.id}/force-curves`);
  await ask('reviewer', 'DELETE', curve);
  await ask('technician', 'PUT', curve, forceCurveFile);
  await signReport(ask, series.json.id);
}

const smallestPng =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

async function setLetterhead(api: TestApi): Promise<Answer> {
  const before = await api.call('GET', '/api/v1/letterhead', { as: 'admin' });
  return api.call('PUT', '/api/v1/letterhead', {
    as: 'admin',
    headers: { 'if-match': before.headers.get('etag') ?? '' },
    json: {
      ...{ name: 'Laboratory', address: 'Street 4\nTown', accreditation_number: 'D-PL-1' },
      logo: { content_base64: smallestPng },
    },
  });
}

async function signReport(ask: Ask, seriesId: string) {
  await ask('viewer', 'GET', '/letterhead');
  await ask('viewer', 'GET', '/letterhead/logo');
  const { json: report } = await ask('technician', 'POST', `/series/${seriesId}/reports`, {});
  const { json: draft } = await ask('technician', 'POST', `/series/${seriesId}/reports`, {});
  await ask('technician', 'POST', `/reports/${draft.id}/discard`, { reason: 'corrected' });
  await ask('viewer', 'GET', '/reports?state=discarded');
  const { json } = await ask('reviewer', 'POST', `/reports/${report.id}/sign`, {
    ...{ digest: report.digest, statement: 'released', current_password: PASSWORD },
  });
  await ask('viewer', 'GET', `/reports/${report.id}/document`);
  await ask('viewer', 'GET', `/reports/${report.id}/pdf`);
  await ask('viewer', 'GET', `/report-verification?code=${json.signature.verification_code}`);
}

async function acknowledgeDrift(api: TestApi, ask: Ask) {
  const { json } = await ask('engineer', 'POST', '/drift/references', { reason: 'new lamp' });
  const id = await storeDriftFinding(api.store, json.id);
  await ask('viewer', 'GET', `/drift/findings/${id}`);
  await ask('reviewer', 'POST', `/drift/findings/${id}/acknowledge`, { reason: 'a cloud' });
  await ask('viewer', 'GET', '/drift');
  await ask('engineer', 'GET', '/operations');
}

/** Two read, a third decides. */
async function holdStudy(ask: Ask) {
  const { json } = await ask('viewer', 'GET', '/specimens');
  const specimen = json.items.find(({ identifier }: { identifier: string }) => identifier === 'S-1-01');
  const study = await ask('reviewer', 'POST', '/studies', {
    ...{ name: 'Study 1', specimen_ids: [specimen.id], readers: ['technician', 'engineer'] },
  });
  const path = `/studies/${study.json.id}`;
  for (const [as, percent] of [
    ['technician', 20],
    ['engineer', 60],
  ] as const) {
    const next = await ask(as, 'GET', `${path}/next-reading`);
    await ask(as, 'POST', `${path}/readings`, { reading_id: next.json.reading.id, percent });
  }
  const decision = { percent: 45, reason: 'shear lips' };
  await ask('reviewer', 'POST', `${path}/specimens/${specimen.id}/adjudications`, decision);
  await ask('viewer', 'GET', `${path}/results`);
  await ask('reviewer', 'POST', `${path}/close`, { reason: 'done' });
}

async function joinAndLeave(ask: Ask) {
  const { json } = await ask('admin', 'POST', '/users', { username: 'guest', role: 'viewer' });
  const { token } = json.link;
  await ask(null, 'POST', '/one-time-links/inspect', { token });
  await ask(null, 'POST', '/one-time-links/redeem', { token, password: 'four unrelated words here' });
  await ask('admin', 'GET', '/people/guest/export');
  await ask('admin', 'POST', '/people/guest/erase', { confirm: 'guest' });
}

async function loseAKey(api: TestApi, ask: Ask) {
  const newKey = async (name: string) => {
    const wish = { name, scopes: ['read'], expires_in_days: 1 };
    return (await ask('viewer', 'POST', '/account/api-keys', wish)).json.key.id as string;
  };
  await ask('viewer', 'DELETE', `/account/api-keys/${await newKey('lost')}`);
  const path = `/users/${await api.accounts.idOf('viewer')}`;
  await ask('admin', 'DELETE', `${path}/api-keys/${await newKey('found')}`);
  await api.signIn('viewer');
  const { json } = await ask('admin', 'GET', `${path}/sessions`);
  await ask('admin', 'DELETE', `${path}/sessions/${json.items[0].id}`);
}

async function useSecondFactor(api: TestApi) {
  const username = 'careful';
  await api.accounts.createUser({ username, password: PASSWORD, role: 'viewer' });
  let cookie = await api.signIn(username);
  const ask = async (path: string, json: Json) => {
    const answer = await api.call('POST', `/api/v1/account/${path}`, { json, headers: { cookie } });
    if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${answer.body.toString('utf8')}`);
    const fresh = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
    if (fresh.length > 0) cookie = fresh.join('; ');
    return answer;
  };
  const { json: offer } = await ask('second-factor', { current_password: PASSWORD });
  await ask('second-factor/confirm', { code: authenticatorCode(offer.secret, 0) });
  await ask('recovery-codes', { current_password: PASSWORD });
  await ask('second-factor/remove', { current_password: PASSWORD });
}

async function subscribe(api: TestApi, ask: Ask) {
  const { json } = await ask('admin', 'POST', '/webhooks', {
    ...{ url: 'https://lims.example/hooks', event_types: ['label.submitted'] },
  });
  await ask('admin', 'POST', `/webhooks/${json.id}/test`);
  // As if the receiver had not answered.
  await api.pool.query(`update webhook_deliveries set state = 'dead', attempts = 1, finished_at = now()`);
  const { json: deliveries } = await ask('admin', 'GET', `/webhooks/${json.id}/deliveries`);
  await ask('admin', 'POST', `/webhook-deliveries/${deliveries.items[0].id}/redeliver`);
  await ask('admin', 'GET', `/webhook-deliveries/${deliveries.items[0].id}`);
}

async function useJobs(api: TestApi, ask: Ask, imageId: string) {
  await api.useCases.installSchedules();
  await ask('viewer', 'GET', '/schedules');
  const job = { kind: 'analysis.batch.v1', image_ids: [imageId] };
  const { json } = await ask('technician', 'POST', '/jobs', job);
  await ask('technician', 'POST', `/jobs/${json.id}/cancel`);
  await ask('technician', 'POST', `/jobs/${json.id}/rerun`);
}

async function infer(api: TestApi) {
  const data = [Buffer.from(await jpegOf('face', 11)).toString('base64')];
  const json = { inputs: [{ name: 'image', shape: [1], datatype: 'BYTES', data }] };
  const version = '/v2/models/percent-shear/versions/1.0.0';
  await api.call('GET', '/v2/models/percent-shear', { as: 'viewer' });
  await api.call('GET', '/v2/models/percent-shear/ready', { as: 'viewer' });
  await api.call('GET', version, { as: 'viewer' });
  await api.call('GET', `${version}/ready`, { as: 'viewer' });
  await api.call('POST', `${version}/infer`, { as: 'technician', json });
  return api.call('POST', '/v2/models/percent-shear/infer', { as: 'technician', json });
}

/** Somebody ends the session on another device. */
async function endASession(api: TestApi) {
  await api.signIn('viewer');
  const { json } = await api.call('GET', '/api/v1/account/sessions', { as: 'viewer' });
  const other = json.items.find(({ is_current }: { is_current: boolean }) => !is_current);
  return api.call('DELETE', `/api/v1/account/sessions/${other.id}`, { as: 'viewer' });
}

async function governModels(api: TestApi, ask: Ask) {
  await api.installModel('2.0.0');
  await api.pool.query(
    `insert into models select gen_random_uuid(), '3.0.0', repeat('3', 64), base_digest, version, 'retrained', 12,
       pipeline_version, size_bytes, null, '{"promoted": false, "passed": true, "against": "1.0.0", "reasons": []}', now()
     from models where version = '1.0.0'`,
  );
  await ask('engineer', 'POST', '/deployments/rollback', { from_version: '2.0.0', reason: 'reads too low' });
  const policy = await ask('viewer', 'GET', '/model-policy');
  await api.call('PUT', '/api/v1/model-policy', {
    ...{ as: 'admin', json: { ...policy.json, promotion: 'two-persons' } },
    headers: { 'if-match': policy.headers.get('etag') ?? '' },
  });
  const { json } = await ask('engineer', 'POST', '/models/3.0.0/promote', { reason: 'better on X52' });
  await ask('admin', 'POST', `/promotion-requests/${json.request.id}/decide`, { decision: 'declined' });
  const trial = await ask('engineer', 'POST', '/model-trials', {
    ...{ model_version: '2.0.0', kind: 'shadow', reason: 'new steel' },
  });
  await ask('viewer', 'GET', '/model-trials');
  await ask('viewer', 'GET', `/model-trials/${trial.json.id}`);
  await ask('engineer', 'GET', `/model-trials/${trial.json.id}/comparison`);
  await ask('engineer', 'POST', `/model-trials/${trial.json.id}/end`, { reason: 'seen enough' });
  await ask('engineer', 'GET', '/models');
}
