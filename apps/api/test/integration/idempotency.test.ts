import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApiDocument } from '../../src/openapi/openapi-document.ts';
import { createIngredients } from './support/recipes.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';

let api: TestApi;
let make: ReturnType<typeof createIngredients>;
beforeAll(async () => {
  api = await startTestApi();
  await api.installModel('1.0.0');
  await api.useCases.installSchedules();
  make = createIngredients(api);
});
afterAll(() => api.close());

interface Try {
  readonly as: 'technician' | 'reviewer' | 'engineer' | 'admin';
  readonly path: string;
  readonly json?: object;
  /** The same kind of request for something else. */
  readonly other: { readonly path?: string; readonly json?: object };
}

/** A request of each operation that takes a key. */
const recipes: Readonly<Record<string, () => Promise<Try>>> = {
  async completeUpload() {
    const at = (id: string) => `/uploads/${id}/complete`;
    const json = { file_name: 'face.jpg' };
    return { as: 'technician', path: at(await make.upload()), json, other: { json: { file_name: 'b.jpg' } } };
  },
  async createAnalysis() {
    const [image, other] = [await make.image(), await make.image()];
    return {
      as: 'technician',
      path: '/analyses',
      json: { image_id: image },
      other: { json: { image_id: other } },
    };
  },
  async createLabel() {
    const json = { analysis_id: await make.analysis(), shear_percent: 12.5 };
    return { as: 'technician', path: '/labels', json, other: { json: { ...json, shear_percent: 13 } } };
  },
  createHeat: async () => record('technician', '/heats', { name: make.name('H') }, { name: make.name('H') }),
  async createTestMachine() {
    const machine = () => ({ name: make.name('M'), capacity_j: 300, striker_mm: 8 });
    return record('reviewer', '/test-machines', machine(), machine());
  },
  createSeries: async () =>
    record(
      'technician',
      '/series',
      { name: make.name('S'), standard: 'ISO 148-1' },
      { name: make.name('S'), standard: 'ASTM E23' },
    ),
  async createSpecimen() {
    const specimen = () => ({ identifier: make.name('P') });
    return record('technician', '/specimens', specimen(), specimen());
  },
  async importSpecimens() {
    const list = () => ({ file_name: 'list.csv', content_base64: btoa(`Specimen\n${make.name('P')}\n`) });
    return record('technician', '/specimen-imports', list(), list());
  },
  async createReport() {
    const at = (id: string) => `/series/${id}/reports`;
    const [series, other] = [await make.reportableSeries(), await make.reportableSeries()];
    return { as: 'technician', path: at(series), json: {}, other: { path: at(other) } };
  },
  async setDriftReference() {
    await make.analysis();
    const wish = () => ({ reason: make.name('lamp') });
    return record('engineer', '/drift/references', wish(), wish());
  },
  async createStudy() {
    const specimen_ids = [await make.picturedSpecimen()];
    const wish = () => ({ name: make.name('Study'), specimen_ids, readers: ['technician'] });
    return record('reviewer', '/studies', wish(), wish());
  },
  async createJob() {
    const json = { kind: 'analysis.batch.v1', image_ids: [await make.image()] };
    return { as: 'technician', path: '/jobs', json, other: { json: { ...json, priority: 'low' } } };
  },
  runSchedule: async () => ({
    as: 'admin',
    path: '/schedules/prune/run',
    other: { path: '/schedules/other/run' },
  }),
  async testWebhook() {
    const at = (id: string) => `/webhooks/${id}/test`;
    return { as: 'admin', path: at(await make.webhook()), other: { path: at(await make.webhook()) } };
  },
  async redeliverWebhook() {
    const at = (id: string) => `/webhook-deliveries/${id}/redeliver`;
    return { as: 'admin', path: at(await make.delivery()), other: { path: at(await make.delivery()) } };
  },
  async startTrial() {
    const { version } = await api.installModel('0.9.0');
    await api.installModel('1.0.1');
    const json = { model_version: version, kind: 'shadow', reason: 'new steel' };
    return record('engineer', '/model-trials', json, { ...json, reason: 'new lamp' });
  },
  async createDataset() {
    await make.label();
    return {
      as: 'engineer',
      path: '/datasets',
      json: { description: 'a' },
      other: { json: { description: 'b' } },
    };
  },
  async verifyDataset() {
    const at = (digest: string) => `/datasets/${digest}/verify`;
    return { as: 'engineer', path: at(await make.dataset()), other: { path: at(await make.dataset()) } };
  },
  async importDataset() {
    const [archive, other] = [await make.archive(), await make.archive()];
    return {
      ...{ as: 'engineer', path: '/dataset-imports', json: { upload_id: archive } },
      other: { json: { upload_id: other } },
    };
  },
};

const record = (as: Try['as'], path: string, json: object, other: object): Try => ({
  ...{ as, path, json, other: { json: other } },
});

const secret = 'the answer holds a secret that is shown once and kept nowhere in the clear';
/** Operations that make something and take no key, and why a repetition does no harm. */
const exceptions: Readonly<Record<string, string>> = {
  adjudicate: 'every decision is kept with who and why; the newest counts',
  createSession: secret,
  createApiKey: secret,
  inviteUser: `${secret}; the user name is taken the second time`,
  issueOneTimeLink: `${secret}; the link before stops working`,
  createWebhook: secret,
  uploadImage: 'pictures are named by their content: the same bytes give the same picture',
  startUpload: 'the answer holds a signed address; an upload that stays empty is cleared away',
  startArchiveUpload: 'the answer holds a signed address; an upload that stays empty is cleared away',
  startRetentionRun: 'a run that waits already is returned instead',
  promoteModel: 'a version has one open request; what is in service is not promoted again',
};

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name?: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}
const { paths } = (await openApiDocument()) as { paths: Record<string, Record<string, Operation>> };
const posts = Object.values(paths).flatMap((methods) => (methods.post === undefined ? [] : [methods.post]));
const takesKey = ({ parameters = [] }: Operation) =>
  parameters.some(({ name }) => name === 'idempotency-key');
const keyed = posts.filter(takesKey).map(({ operationId }) => operationId);

describe('every operation that makes something', () => {
  it('takes an Idempotency-Key, or says why not', () => {
    const making = posts.filter(({ responses }) => '201' in responses || '202' in responses);
    const without = making.filter((one) => !takesKey(one)).map(({ operationId }) => operationId);
    expect(without.sort()).toEqual(Object.keys(exceptions).sort());
  });

  it('that takes a key is tried here', () => {
    expect(Object.keys(recipes).sort()).toEqual([...keyed].sort());
  });
});

describe('a request with a key', () => {
  it.each(keyed)('to %s is done once, however often it is sent', async (operationId) => {
    const { as, path, json, other } = await recipes[operationId]!();
    const headers = { 'idempotency-key': `key of ${operationId}`.replaceAll(' ', '-') };
    const send = (change: Try['other'] = {}) => {
      const body = change.json ?? json;
      return api.call('POST', `/api/v1${change.path ?? path}`, {
        ...{ as, headers },
        ...(body === undefined ? {} : { json: body }),
      });
    };
    const entries = async () => (await api.call('GET', '/api/v1/audit/head', { as: 'admin' })).json.position;

    const first = await send();
    expect(first.status, first.body.toString()).toBeLessThan(300);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    const recorded = await entries();
    const again = await send();
    expect([again.status, again.json]).toEqual([first.status, first.json]);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await entries()).toBe(recorded);

    const reused = await send(other);
    expect([reused.status, reused.json.code]).toEqual([409, 'idempotency-key-reused']);
    expect(await entries()).toBe(recorded);
  });
});
