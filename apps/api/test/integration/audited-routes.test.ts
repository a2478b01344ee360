import { authenticatorCode } from '@mlmcsc/platform/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forceCurveFile } from '../../../../test/force-curve-file.ts';
import { EARLIER_PERMISSIONS, PERMISSIONS } from '../../src/permissions.ts';
import { createIngredients } from './support/recipes.ts';
import { type Call, PASSWORD, startTestApi, type TestApi } from './support/start-test-api.ts';
import { formOf } from './support/test-pictures.ts';

let api: TestApi;
let make: ReturnType<typeof createIngredients>;
beforeAll(async () => {
  api = await startTestApi({ earlierRoutes: true });
  await api.installModel('1.0.0');
  await api.useCases.installSchedules();
  make = createIngredients(api);
});
afterAll(() => api.close());

const FRESH = 'five other words of mine';
const ANY = { 'if-match': '*' };

/** What to send so that the route changes something; parameters of its path by name. */
interface Change extends Call {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
}

/** Somebody of one's own, whose sessions and credentials may be spoilt. */
async function person() {
  const username = make.name('person');
  const { id } = await api.accounts.createUser({ username, password: PASSWORD, role: 'technician' });
  const session = async () => {
    const json = { username, password: PASSWORD };
    const { headers } = await api.call('POST', '/api/v1/session', { json });
    return {
      cookie: headers
        .getSetCookie()
        .map((line) => line.split(';', 1)[0])
        .join('; '),
    };
  };
  const headers = await session();
  const call = (method: string, path: string, json?: object) =>
    api.call(method, `/api/v1/account${path}`, { headers, ...(json === undefined ? {} : { json }) });
  return { id, username, headers, session, call };
}
const current = { current_password: PASSWORD };
/** With a second factor that is begun, or switched on. */
async function withSecondFactor(isOn: boolean) {
  const one = await person();
  const { secret } = (await one.call('POST', '/second-factor', current)).json;
  const code = authenticatorCode(secret, 0);
  if (isOn) await one.call('POST', '/second-factor/confirm', { code });
  return { ...one, code };
}
const sessionOf = async ({ id }: { id: string }) =>
  (await api.call('GET', `/api/v1/users/${id}/sessions`, { as: 'admin' })).json.items[0].id as string;
const key = { name: 'press 2', scopes: ['read'], expires_in_days: 7 };
const keyOf = async (one: Awaited<ReturnType<typeof person>>) =>
  (await one.call('POST', '/api-keys', key)).json.key.id as string;
const linkOf = async () =>
  (await make.post('admin', '/users', { username: make.name('user'), role: 'viewer' })).link.token as string;
const specimen = async (): Promise<string> =>
  (await make.post('technician', '/specimens', { identifier: make.name('P') })).id;
const machine = async (): Promise<string> =>
  (await make.post('reviewer', '/test-machines', { name: make.name('M'), capacity_j: 300, striker_mm: 8 }))
    .id;
const series = async (): Promise<string> =>
  (await make.post('technician', '/series', { name: make.name('S'), standard: 'ISO 148-1' })).id;
const study = async (): Promise<string> => {
  const json = {
    name: make.name('Study'),
    specimen_ids: [await make.picturedSpecimen()],
    readers: ['technician'],
  };
  return (await make.post('reviewer', '/studies', json)).id;
};
/** The answer to what the reader has to read next. */
const nextReading = async (id: string) =>
  (await api.call('GET', `/api/v1/studies/${id}/next-reading`, { as: 'technician' })).json.reading
    .id as string;
const deadJob = async () => {
  const id = await make.job();
  await api.pool.query(`update jobs set state = 'dead', error = 'x', finished_at = now() where id = $1`, [
    id,
  ]);
  return id;
};
/** A version that the gate let pass and that is not in service. */
const candidate = async () => {
  const live = (await api.call('GET', '/api/v1/deployments/live', { as: 'viewer' })).json.to_version;
  const version = `2.${make.name('0').slice(2)}.0`;
  await api.pool.query(
    `insert into models select gen_random_uuid(), $1, md5($1) || md5($1 || 'x'), base_digest, version, 'retrained', 12,
       pipeline_version, size_bytes, null, jsonb_build_object('promoted', false, 'passed', true, 'against', $2::text, 'reasons', '[]'::jsonb), now()
     from models where version = '1.0.0'`,
    [version, live],
  );
  return version;
};
/** A shadow of a version; it takes the place of the one that runs. */
const trialOf = async (version: string) => {
  const { items } = (await api.call('GET', '/api/v1/model-trials', { as: 'viewer' })).json;
  const running = items.find(({ ended_at }: { ended_at: string | null }) => ended_at === null);
  if (running !== undefined)
    await make.post('engineer', `/model-trials/${running.id}/end`, { reason: 'next' });
  return { model_version: version, kind: 'shadow', reason: 'new steel' };
};
const held = async () => {
  const params = { id: await make.image() };
  const json = { reason: 'claim 7' };
  await api.call('PUT', `/api/v1/images/${params.id}/hold`, { as: 'reviewer', json });
  return params;
};
const setPolicy = async (promotion: string) => {
  const policy = (await api.call('GET', '/api/v1/model-policy', { as: 'viewer' })).json;
  const json = { ...policy, promotion };
  await api.call('PUT', '/api/v1/model-policy', { as: 'admin', json, headers: ANY });
};
const byUser = async (): Promise<Change> => ({ as: 'admin', params: { id: await make.user() } });
const byPerson = async (): Promise<Change> => ({ as: 'admin', params: { id: (await person()).id } });
const byWebhook = async (): Promise<Change> => ({ as: 'admin', params: { id: await make.webhook() } });

/** A change of each route; it must leave at least one entry of the audit trail that names its request. */
const changes: Readonly<Record<string, () => Promise<Change>>> = {
  'POST /api/v1/session': async () => ({ json: { username: (await person()).username, password: PASSWORD } }),
  'DELETE /api/v1/session': async () => ({ headers: (await person()).headers }),
  'POST /api/v1/one-time-links/redeem': async () => ({ json: { token: await linkOf(), password: FRESH } }),

  'PUT /api/v1/account/password': async () => ({
    headers: (await person()).headers,
    json: { ...current, new_password: FRESH },
  }),
  'POST /api/v1/account/second-factor/confirm': async () => {
    const { headers, code } = await withSecondFactor(false);
    return { headers, json: { code } };
  },
  'POST /api/v1/account/second-factor/remove': async () => ({
    headers: (await withSecondFactor(true)).headers,
    json: current,
  }),
  'POST /api/v1/account/recovery-codes': async () => ({
    headers: (await withSecondFactor(true)).headers,
    json: current,
  }),
  'DELETE /api/v1/account/sessions': async () => {
    const one = await person();
    await one.session();
    return { headers: one.headers };
  },
  'DELETE /api/v1/account/sessions/:sessionId': async () => {
    const one = await person();
    return { headers: one.headers, params: { sessionId: await sessionOf(one) } };
  },
  'POST /api/v1/account/api-keys': async () => ({ headers: (await person()).headers, json: key }),
  'DELETE /api/v1/account/api-keys/:keyId': async () => {
    const one = await person();
    return { headers: one.headers, params: { keyId: await keyOf(one) } };
  },

  'POST /api/v1/users': async () => ({ as: 'admin', json: { username: make.name('user'), role: 'viewer' } }),
  'PATCH /api/v1/users/:id': async () => ({ ...(await byUser()), headers: ANY, json: { role: 'reviewer' } }),
  'POST /api/v1/users/:id/deactivate': byUser,
  'POST /api/v1/users/:id/reactivate': async () => {
    const change = await byUser();
    await make.post('admin', `/users/${change.params?.id}/deactivate`);
    return change;
  },
  'POST /api/v1/users/:id/one-time-link': byUser,
  'DELETE /api/v1/users/:id/second-factor': async () => ({
    ...{ as: 'admin', params: { id: (await withSecondFactor(true)).id } },
  }),
  'DELETE /api/v1/users/:id/sessions': byPerson,
  'DELETE /api/v1/users/:id/sessions/:sessionId': async () => {
    const one = await person();
    return { as: 'admin', params: { id: one.id, sessionId: await sessionOf(one) } };
  },
  'DELETE /api/v1/users/:id/api-keys/:keyId': async () => {
    const one = await person();
    return { as: 'admin', params: { id: one.id, keyId: await keyOf(one) } };
  },

  'PUT /api/v1/images/:id/regions': async () => {
    const red = { width: 96, height: 64, channels: 3, background: '#f00' } as const;
    const painting = new Uint8Array(await sharp({ create: red }).png().toBuffer());
    return { as: 'technician', params: { id: await make.image() }, body: formOf(painting) };
  },
  'POST /api/v1/analyses/:id/recompute': async () => ({
    ...{ as: 'reviewer', params: { id: await make.analysis() }, json: {} },
  }),
  'POST /api/v1/labels': async () => ({
    ...{ as: 'technician', json: { analysis_id: await make.analysis(), shear_percent: 41 } },
  }),

  'POST /api/v1/heats': async () => ({ as: 'technician', json: { name: make.name('H') } }),
  'PATCH /api/v1/heats/:id': async () => ({
    ...{ as: 'reviewer', params: { id: await make.heat() }, headers: ANY, json: { grade: 'X60' } },
  }),
  'DELETE /api/v1/heats/:id': async () => ({
    as: 'reviewer',
    params: { id: await make.heat() },
    headers: ANY,
  }),
  'POST /api/v1/test-machines': async () => ({
    ...{ as: 'reviewer', json: { name: make.name('M'), capacity_j: 300, striker_mm: 8 } },
  }),
  'PATCH /api/v1/test-machines/:id': async () => ({
    ...{ as: 'reviewer', params: { id: await machine() }, headers: ANY, json: { capacity_j: 450 } },
  }),
  'DELETE /api/v1/test-machines/:id': async () => ({
    ...{ as: 'reviewer', params: { id: await machine() }, headers: ANY },
  }),
  'POST /api/v1/series': async () => ({
    ...{ as: 'technician', json: { name: make.name('S'), standard: 'ISO 148-1' } },
  }),
  'PATCH /api/v1/series/:id': async () => ({
    ...{ as: 'reviewer', params: { id: await series() }, headers: ANY, json: { client: 'Mill' } },
  }),
  'DELETE /api/v1/series/:id': async () => ({ as: 'reviewer', params: { id: await series() }, headers: ANY }),
  'POST /api/v1/specimens': async () => ({ as: 'technician', json: { identifier: make.name('P') } }),
  'POST /api/v1/specimen-imports': async () => ({
    as: 'technician',
    json: { file_name: 'list.csv', content_base64: btoa(`Specimen\n${make.name('P')}\n`) },
  }),
  'PATCH /api/v1/specimens/:id': async () => ({
    ...{ as: 'technician', params: { id: await specimen() }, headers: ANY, json: { notes: 'struck twice' } },
  }),
  'DELETE /api/v1/specimens/:id': async () => ({
    ...{ as: 'reviewer', params: { id: await specimen() }, headers: ANY },
  }),
  'PUT /api/v1/specimens/:id/pictures/:imageId': async () => ({
    as: 'technician',
    params: { id: await specimen(), imageId: await make.image() },
    json: { half: null },
  }),
  'DELETE /api/v1/specimens/:id/pictures/:imageId': async () => {
    const params = { id: await specimen(), imageId: await make.image() };
    const path = `/api/v1/specimens/${params.id}/pictures/${params.imageId}`;
    await api.call('PUT', path, { as: 'technician', json: { half: null } });
    return { as: 'reviewer', params };
  },
  'PUT /api/v1/specimens/:id/force-curve': async () => ({
    ...{ as: 'technician', params: { id: await specimen() }, json: forceCurveFile },
  }),
  'DELETE /api/v1/specimens/:id/force-curve': async () => {
    const params = { id: await specimen() };
    const path = `/api/v1/specimens/${params.id}/force-curve`;
    await api.call('PUT', path, { as: 'technician', json: forceCurveFile });
    return { as: 'reviewer', params };
  },

  'POST /api/v1/series/:id/reports': async () => ({
    ...{ as: 'technician', params: { id: await make.reportableSeries() }, json: {} },
  }),
  'POST /api/v1/reports/:id/discard': async () => ({
    ...{ as: 'technician', params: { id: (await make.report()).id }, json: { reason: 'corrected' } },
  }),
  'POST /api/v1/reports/:id/sign': async () => {
    const { id, digest } = await make.report();
    return { as: 'reviewer', params: { id }, json: { ...current, digest, statement: 'released' } };
  },

  'POST /api/v1/drift/findings/:id/acknowledge': async () => ({
    ...{ as: 'reviewer', params: { id: await make.driftFinding() }, json: { reason: 'a cloud' } },
  }),
  'POST /api/v1/drift/references': async () => {
    await make.analysis();
    return { as: 'engineer', json: { reason: make.name('lamp') } };
  },

  'POST /api/v1/studies': async () => ({
    as: 'reviewer',
    json: {
      name: make.name('Study'),
      specimen_ids: [await make.picturedSpecimen()],
      readers: ['technician'],
    },
  }),
  'POST /api/v1/studies/:id/readings': async () => {
    const id = await study();
    return { as: 'technician', params: { id }, json: { reading_id: await nextReading(id), percent: 40 } };
  },
  'POST /api/v1/studies/:id/specimens/:specimenId/adjudications': async () => {
    const specimens = [await make.picturedSpecimen()];
    const readers = ['technician', 'engineer'];
    const json = { name: make.name('Study'), specimen_ids: specimens, readers, disagreement_threshold: 5 };
    const { id } = await make.post('reviewer', '/studies', json);
    for (const [as, percent] of [
      ['technician', 10],
      ['engineer', 90],
    ] as const) {
      const { reading } = (await api.call('GET', `/api/v1/studies/${id}/next-reading`, { as })).json;
      await make.post(as, `/studies/${id}/readings`, { reading_id: reading.id, percent });
    }
    const params = { id, specimenId: specimens[0]! };
    return { as: 'reviewer', params, json: { percent: 50, reason: 'looked at it again' } };
  },
  'POST /api/v1/studies/:id/close': async () => ({
    ...{ as: 'reviewer', params: { id: await study() }, json: { reason: 'a reader left' } },
  }),

  'POST /api/v1/jobs': async () => ({
    ...{ as: 'technician', json: { kind: 'analysis.batch.v1', image_ids: [await make.image()] } },
  }),
  'POST /api/v1/jobs/:id/cancel': async () => ({ as: 'technician', params: { id: await make.job() } }),
  'POST /api/v1/jobs/:id/rerun': async () => ({ as: 'technician', params: { id: await deadJob() } }),
  'POST /api/v1/dead-jobs/rerun': async () => {
    await deadJob();
    return { as: 'technician', json: {} };
  },
  'POST /api/v1/dead-jobs/discard': async () => {
    await deadJob();
    return { as: 'technician', json: { reason: 'the pictures are gone' } };
  },
  'PUT /api/v1/retention-policies/:kind': async () => ({
    ...{ as: 'admin', params: { kind: 'maps' }, headers: ANY, json: { keep_days: 90 } },
  }),
  'PUT /api/v1/letterhead': async () => ({
    ...{ as: 'admin', headers: ANY, json: { name: 'Lab', address: null, accreditation_number: null } },
  }),
  'POST /api/v1/retention-runs': async () => ({ as: 'admin' }),
  'PUT /api/v1/images/:id/hold': async () => ({
    ...{ as: 'reviewer', params: { id: await make.image() }, json: { reason: 'claim 7' } },
  }),
  'DELETE /api/v1/images/:id/hold': async () => ({
    ...{ as: 'reviewer', params: await held(), query: '?reason=settled' },
  }),
  'PUT /api/v1/schedules/:name': async () => ({
    as: 'admin',
    params: { name: 'prune' },
    headers: ANY,
    json: { cron: '30 2 * * 1', time_zone: 'UTC', is_enabled: true },
  }),
  'POST /api/v1/schedules/:name/run': async () => ({ as: 'admin', params: { name: 'prune' } }),

  'POST /api/v1/webhooks': async () => ({
    ...{ as: 'admin', json: { url: 'https://lims.example/hook', event_types: ['label.submitted'] } },
  }),
  'PATCH /api/v1/webhooks/:id': async () => ({
    ...(await byWebhook()),
    headers: ANY,
    json: { is_enabled: false },
  }),
  'DELETE /api/v1/webhooks/:id': async () => ({ ...(await byWebhook()), headers: ANY }),
  'POST /api/v1/webhooks/:id/rotate-secret': byWebhook,
  'POST /api/v1/webhooks/:id/test': byWebhook,
  'POST /api/v1/webhook-deliveries/:id/redeliver': async () => ({
    ...{ as: 'admin', params: { id: await make.delivery() } },
  }),

  'PUT /api/v1/model-policy': async () => {
    await setPolicy('automatic');
    const policy = (await api.call('GET', '/api/v1/model-policy', { as: 'viewer' })).json;
    return { as: 'admin', headers: ANY, json: { ...policy, promotion: 'by-hand' } };
  },
  'POST /api/v1/datasets': async () => {
    await make.label();
    return { as: 'engineer', json: {} };
  },
  'POST /api/v1/datasets/:digest/verify': async () => ({
    ...{ as: 'engineer', params: { digest: await make.dataset() } },
  }),
  'POST /api/v1/dataset-imports': async () => ({ as: 'engineer', json: { upload_id: await make.archive() } }),
  'PUT /api/v1/learning/strategy': async () => ({
    as: 'engineer',
    headers: ANY,
    json: { strategy: 'batch' },
  }),
  'POST /api/v1/people/:username/erase': async () => {
    const { username } = await person();
    return { as: 'admin', params: { username }, json: { confirm: username } };
  },

  'POST /submit_label': async () => ({
    ...{ as: 'technician', json: { specimen_id: await make.analysis(), technician_label: 37.5 } },
  }),
  'POST /online_learning/configure': async () => {
    await api.call('PUT', '/api/v1/learning/strategy', {
      ...{ as: 'engineer', headers: ANY, json: { strategy: 'immediate' } },
    });
    return { as: 'engineer', json: { update_strategy: 'weighted' } };
  },
  'POST /online_learning/force_update': async () => ({ as: 'engineer', json: {} }),

  'POST /api/v1/model-trials': async () => ({ as: 'engineer', json: await trialOf(await candidate()) }),
  'POST /api/v1/model-trials/:id/end': async () => {
    const { id } = await make.post('engineer', '/model-trials', await trialOf(await candidate()));
    return { as: 'engineer', params: { id }, json: { reason: 'seen enough' } };
  },

  // Last: a version without its file comes into service, so nothing can be measured afterwards.
  'POST /api/v1/models/:id/promote': async () => {
    await setPolicy('by-hand');
    return { as: 'engineer', params: { id: await candidate() }, json: { reason: 'better on X52' } };
  },
  'POST /api/v1/deployments/rollback': async () => {
    await setPolicy('by-hand');
    const version = await candidate();
    await make.post('engineer', `/models/${version}/promote`, { reason: 'better' });
    return { as: 'engineer', json: { from_version: version, reason: 'reads too low' } };
  },
  'POST /api/v1/promotion-requests/:id/decide': async () => {
    await setPolicy('two-persons');
    const asked = await make.post('engineer', `/models/${await candidate()}/promote`, { reason: 'better' });
    return { as: 'admin', params: { id: asked.request.id }, json: { decision: 'declined' } };
  },
};

/** Routes that leave no entry, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'POST /api/v1/specimen-imports/preview': 'reads; the list is in the body',
  'POST /api/v1/one-time-links/inspect': 'reads; the link is in the body to stay out of logs of addresses',
  'POST /api/v1/account/second-factor': 'nothing counts before the first code confirms it',
  'POST /api/v1/images': 'the row of the picture says who and when, and never changes',
  'POST /api/v1/uploads': 'makes only an address; what is not completed is cleared away',
  'POST /api/v1/uploads/:id/complete': 'the row of the picture says who and when, and never changes',
  'PUT /api/v1/transfers': 'takes the bytes of an upload; they count when it is completed',
  'POST /api/v1/analyses': 'the row of the analysis says who and when, and never changes',
  'POST /api/v1/dataset-imports/uploads': 'makes only an address; what is not completed is cleared away',
  'POST /predict': 'the row of the analysis says who and when, and never changes',
  'POST /v2/models/:name/infer': 'answers and stores nothing',
  'POST /v2/models/:name/versions/:version/infer': 'answers and stores nothing',
};

const changing = Object.keys({ ...PERMISSIONS, ...EARLIER_PERMISSIONS }).filter(
  (route) => !route.startsWith('GET '),
);

describe('every route that changes something', () => {
  it('is tried here, or it says why it leaves no entry', () => {
    expect([...Object.keys(changes), ...Object.keys(exceptions)].sort()).toEqual([...changing].sort());
  });

  it.each(Object.keys(changes))('%s leaves an entry that names its request', async (route) => {
    const { params = {}, query = '', ...call } = await changes[route]!();
    const [method = '', pattern = ''] = route.split(' ');
    const path = pattern.replace(/:(\w+)/g, (_all, name: string) => params[name] ?? `no ${name}`);
    const requestId = make.name('audited');
    const answer = await api.call(method, `${path}${query}`, {
      ...call,
      headers: { ...call.headers, 'x-request-id': requestId },
    });
    expect(answer.status, answer.body.toString()).toBeLessThan(300);
    const { rows } = await api.pool.query<{ action: string; actor_kind: string }>(
      'select action, actor_kind from audit_log where request_id = $1',
      [requestId],
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.actor_kind === 'user')).toBe(true);
  });
});
