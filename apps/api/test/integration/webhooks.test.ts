import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await api.installModel('1.0.0');
});
afterAll(() => api.close());

const NOTHING = '0192f0a0-1111-7000-8000-00000000dead';
const wish = { url: 'https://lims.example/hook', event_types: ['analysis.completed'] };
const admin = (method: string, path: string, json?: unknown) =>
  api.call(method, `/api/v1${path}`, {
    as: 'admin',
    ...(json === undefined ? {} : { json }),
    // Whatever is there; edits.test.ts holds edits to what was read.
    ...(/^(PATCH|DELETE)$/.test(method) ? { headers: { 'if-match': '*' } } : {}),
  });

describe('webhooks', () => {
  it('are made, changed and deleted; a secret is told once', async () => {
    const made = await admin('POST', '/webhooks', { ...wish, description: 'LIMS' });
    expect(made.status).toBe(201);
    const { id, secret } = made.json;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
    expect(made.headers.get('location')).toBe(`/api/v1/webhooks/${id}`);
    const list = await admin('GET', '/webhooks');
    expect(list.json.items).toMatchObject([{ id, description: 'LIMS', created_by: 'admin' }]);
    expect(list.body.toString()).not.toContain('whsec_');
    const changed = await admin('PATCH', `/webhooks/${id}`, { is_enabled: false, description: null });
    expect(changed.json).toMatchObject({ is_enabled: false, description: null, url: wish.url });
    const rotated = await admin('POST', `/webhooks/${id}/rotate-secret`);
    expect(rotated.json.secret).not.toBe(secret);
    expect(new Date(rotated.json.old_secret_until).getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000);
    expect((await admin('DELETE', `/webhooks/${id}`)).status).toBe(204);
    expect((await admin('GET', `/webhooks/${id}`)).status).toBe(404);
    const { rows } = await api.pool.query<{ action: string }>(
      `select action from audit_log where action like 'webhook.%' order by position`,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'webhook.created',
      'webhook.changed',
      'webhook.secret-rotated',
      'webhook.deleted',
    ]);
  });

  it('keep a log of what was sent, and send it once more', async () => {
    const { id } = (await admin('POST', '/webhooks', wish)).json;
    const sent = await admin('POST', `/webhooks/${id}/test`);
    expect(sent.status).toBe(202);
    expect(sent.json).toMatchObject({ webhook_id: id, event_type: 'webhook.test', state: 'waiting' });
    await api.pool.query(`update webhook_deliveries set state = 'dead', attempts = 1, finished_at = now()`);
    await api.pool.query(
      `insert into webhook_attempts select id, 1, now(), 500, 12, 'The receiver answered 500.', 'oops' from webhook_deliveries`,
    );
    const dead = await admin('GET', `/webhooks/${id}/deliveries?state=dead`);
    expect(dead.json.items).toMatchObject([{ id: sent.json.id, next_attempt_at: null }]);
    expect((await admin('GET', `/webhooks/${id}/deliveries?state=delivered`)).json.items).toEqual([]);
    const detail = await admin('GET', `/webhook-deliveries/${sent.json.id}`);
    expect(detail.json.log).toMatchObject([{ number: 1, status: 500, latency_ms: 12, response: 'oops' }]);
    const again = await admin('POST', `/webhook-deliveries/${sent.json.id}/redeliver`);
    expect(again.json).toMatchObject({ state: 'waiting', event_id: sent.json.event_id });
    const { items } = (await admin('GET', `/audit?subject_kind=webhook&subject_id=${id}`)).json;
    const of = { delivery_id: sent.json.id, event: 'webhook.test' };
    expect(items.slice(0, 2)).toMatchObject([
      { action: 'webhook.delivery-repeated', actor: { name: 'admin' }, details: of },
      { action: 'webhook.tested', details: of },
    ]);
  });

  it('pages through deliveries', async () => {
    const { id } = (await admin('POST', '/webhooks', wish)).json;
    for (let i = 0; i < 5; i += 1) await admin('POST', `/webhooks/${id}/test`);
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = (await admin('GET', `/webhooks/${id}/deliveries?limit=2${cursor}`)).json;
      seen.push(...page.items.map((one: { id: string }) => one.id));
      cursor = page.next_cursor === null ? '' : `&cursor=${page.next_cursor}`;
    } while (cursor !== '');
    expect(new Set(seen).size).toBe(5);
  });

  it.each([
    [{ ...wish, url: 'http://lims.example/' }, 'webhook-url-refused'],
    [{ ...wish, url: 'https://192.168.1.4/' }, 'webhook-url-refused'],
    [{ ...wish, event_types: [] }, 'invalid-request'],
    [{ ...wish, event_types: ['webhook.test'] }, 'invalid-request'],
    [{ url: wish.url }, 'invalid-request'],
  ])('refuse %j', async (json, code) => {
    const answer = await admin('POST', '/webhooks', json);
    expect(answer.status).toBe(400);
    expect(answer.json.code).toBe(code);
  });

  it('of unknown identifiers are not found, an empty change is refused', async () => {
    expect((await admin('PATCH', `/webhooks/${NOTHING}`, { is_enabled: true })).status).toBe(404);
    expect((await admin('PATCH', `/webhooks/${NOTHING}`, {})).status).toBe(400);
    expect((await admin('POST', `/webhook-deliveries/${NOTHING}/redeliver`)).status).toBe(404);
    expect((await admin('GET', `/webhooks/${NOTHING}/deliveries`)).status).toBe(404);
  });
});
