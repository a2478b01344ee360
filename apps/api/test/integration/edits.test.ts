import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await api.useCases.installSchedules();
});
afterAll(() => api.close());

const admin = (method: string, path: string, json?: unknown, match?: string) =>
  api.call(method, `/api/v1${path}`, {
    as: 'admin',
    ...(json === undefined ? {} : { json }),
    ...(match === undefined ? {} : { headers: { 'if-match': match } }),
  });
const tagOf = async (path: string) => (await admin('GET', path)).headers.get('etag') ?? '';
let made = 0;

/** What administrators edit: how to make one, and two different edits of it. */
const edited = {
  user: {
    method: 'PATCH',
    async path() {
      made += 1;
      const username = `colleague-${made}`;
      return `/users/${(await admin('POST', '/users', { username, role: 'viewer' })).json.user.id}`;
    },
    edits: [{ role: 'technician' }, { display_name: 'Colleague' }],
  },
  webhook: {
    method: 'PATCH',
    async path() {
      const wish = { url: 'https://lims.example/hook', event_types: ['label.submitted'] };
      return `/webhooks/${(await admin('POST', '/webhooks', wish)).json.id}`;
    },
    edits: [{ is_enabled: false }, { description: 'LIMS' }],
  },
  schedule: {
    method: 'PUT',
    async path() {
      const nightly = { cron: '17 3 * * *', time_zone: 'UTC', is_enabled: true };
      await admin('PUT', '/schedules/prune', nightly, '*');
      return '/schedules/prune';
    },
    edits: [
      { cron: '30 2 * * 1', time_zone: 'Europe/Berlin', is_enabled: true },
      { cron: '45 4 * * *', time_zone: 'UTC', is_enabled: false },
    ],
  },
} as const;

describe.each(Object.entries(edited))('an edit of a %s', (_name, { method, path, edits }) => {
  it('says what it replaces', async () => {
    const at = await path();
    const before = await admin('GET', at);
    const without = await admin(method, at, edits[0]);
    expect([without.status, without.json.code]).toEqual([428, 'precondition-required']);
    expect((await admin('GET', at)).json).toEqual(before.json);
  });

  it('does not undo what somebody else did since', async () => {
    const at = await path();
    const first = await tagOf(at);
    const done = await admin(method, at, edits[0], first);
    expect(done.status).toBe(200);
    expect(done.json).toMatchObject(edits[0]);
    // The answer's tag is the one of the resource as it is now.
    expect(done.headers.get('etag')).toBe(await tagOf(at));
    const late = await admin(method, at, edits[1], first);
    expect([late.status, late.json.code]).toEqual([412, 'precondition-failed']);
    expect((await admin('GET', at)).json).toEqual(done.json);
    expect((await admin(method, at, edits[1], done.headers.get('etag') ?? '')).status).toBe(200);
    expect((await admin(method, at, edits[0], '*')).status).toBe(200);
  });

  it('is one of those that were made from the same state at the same time', async () => {
    const at = await path();
    const tag = await tagOf(at);
    const both = await Promise.all(edits.map((edit) => admin(method, at, edit, tag)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe('deleting a webhook', () => {
  it('needs the state that was read', async () => {
    const at = await edited.webhook.path();
    const tag = await tagOf(at);
    expect((await admin('DELETE', at)).status).toBe(428);
    await admin('PATCH', at, { description: 'still wanted' }, tag);
    expect((await admin('DELETE', at, undefined, tag)).status).toBe(412);
    expect((await admin('DELETE', at, undefined, await tagOf(at))).status).toBe(204);
  });
});

describe('a schedule', () => {
  it('is read by its name', async () => {
    const { items } = (await admin('GET', '/schedules')).json;
    const prune = items.find(({ name }: { name: string }) => name === 'prune');
    expect((await admin('GET', '/schedules/prune')).json).toEqual(prune);
    expect((await admin('GET', '/schedules/nothing')).json.code).toBe('schedule-not-found');
  });
});
