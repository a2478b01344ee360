import { authenticatorCode } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Call, PASSWORD, startTestApi, type TestApi } from './support/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const FRESH = 'four unrelated words here';
const NOTHING = '0192f0a0-1111-7000-8000-00000000dead';
let counter = 0;

const signIn = (username: string, password: string, code?: string, headers: Record<string, string> = {}) =>
  api.call('POST', '/api/v1/session', {
    headers,
    json: { username, password, ...(code === undefined ? {} : { code }) },
  });

/** The Cookie header that a browser would send after an answer. */
const cookieOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');

/** A user with a password and a session of their own. */
async function newUser(role: 'viewer' | 'technician' | 'engineer' | 'admin' = 'technician') {
  counter += 1;
  const username = `person${counter}`;
  const { id } = await api.accounts.createUser({ username, password: PASSWORD, role });
  const cookie = cookieOf(await signIn(username, PASSWORD));
  const call = (method: string, path: string, options: Call = {}) =>
    api.call(method, path, { ...options, headers: { cookie, ...options.headers } });
  return { id, username, cookie, call };
}

const isSignedIn = async (cookie: string) =>
  (await api.call('GET', '/api/v1/session', { headers: { cookie } })).status === 200;

describe('inviting a user', () => {
  it('makes a link that sets the first password once, and lists the user', async () => {
    const invited = await api.call('POST', '/api/v1/users', {
      as: 'admin',
      json: { username: 'Ann.Smith', display_name: 'Ann Smith', role: 'reviewer' },
    });
    expect(invited.status).toBe(201);
    expect(invited.json.user).toMatchObject({ username: 'ann.smith', status: 'invited', role: 'reviewer' });
    const { token, path, expires_at } = invited.json.link;
    expect(path).toBe(`/welcome#${token}`);
    expect(Date.parse(expires_at) - Date.now()).toBeGreaterThan(6.9 * 24 * 3_600_000);
    expect((await signIn('ann.smith', PASSWORD)).status).toBe(401);

    const inspected = await api.call('POST', '/api/v1/one-time-links/inspect', { json: { token } });
    expect(inspected.json).toMatchObject({ purpose: 'invitation', username: 'ann.smith' });
    const refused = await api.call('POST', '/api/v1/one-time-links/redeem', {
      json: { token, password: 'ann.smith2026' },
    });
    expect(refused).toMatchObject({ status: 400, json: { code: 'password-common' } });
    const redeem = () =>
      api.call('POST', '/api/v1/one-time-links/redeem', { json: { token, password: FRESH } });
    const statuses = (await Promise.all([redeem(), redeem(), redeem()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 404, 404]);
    expect((await redeem()).json.code).toBe('link-invalid');
    expect((await signIn('ann.smith', FRESH)).status).toBe(201);

    const { rows } = await api.pool.query('select token_hash from auth_one_time_link');
    expect(JSON.stringify(rows)).not.toContain(token);
    const { json } = await api.call('GET', '/api/v1/users?limit=200', { as: 'admin' });
    expect(json.items.find((user: { username: string }) => user.username === 'ann.smith')).toMatchObject({
      status: 'active',
      has_password: true,
    });
  });

  it('pages through the users by name', async () => {
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { json }: Answer = await api.call(
        'GET',
        `/api/v1/users?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
        { as: 'admin' },
      );
      expect(json.items.length).toBeLessThanOrEqual(2);
      names.push(...json.items.map(({ username }: { username: string }) => username));
      cursor = json.next_cursor;
    }
    const { rows } = await api.pool.query('select username from auth_user order by username');
    expect(names).toEqual(rows.map(({ username }) => username));
    const broken = await api.call('GET', '/api/v1/users?cursor=$$', { as: 'admin' });
    expect(broken).toMatchObject({ status: 400, json: { code: 'cursor-invalid' } });
  });

  it.each([
    [{ username: 'admin', role: 'viewer' }, 409, 'username-taken'],
    [{ username: 'two words', role: 'viewer' }, 400, 'username-invalid'],
    [{ username: 'system', role: 'viewer' }, 400, 'username-invalid'],
    [{ username: 'bob', role: 'king' }, 400, 'invalid-request'],
    [{ username: 'bob', role: 'viewer', display_name: ' ' }, 400, 'invalid-request'],
    [{ username: 'bob' }, 400, 'invalid-request'],
  ])('refuses %j', async (json, status, code) => {
    expect(await api.call('POST', '/api/v1/users', { as: 'admin', json })).toMatchObject({
      status,
      json: { code },
    });
  });

  it('stops an older link with a newer one, and every link with its time', async () => {
    const { json } = await api.call('POST', '/api/v1/users', {
      as: 'admin',
      json: { username: 'late', role: 'viewer' },
    });
    const again = await api.call('POST', `/api/v1/users/${json.user.id}/one-time-link`, { as: 'admin' });
    expect(again.json.purpose).toBe('invitation');
    const inspect = (token: string) =>
      api.call('POST', '/api/v1/one-time-links/inspect', { json: { token } });
    expect((await inspect(json.link.token)).status).toBe(404);
    expect((await inspect(again.json.token)).status).toBe(200);
    await api.pool.query(`update auth_one_time_link set expires_at = now() - interval '1 second'`);
    expect((await inspect(again.json.token)).json.code).toBe('link-invalid');
  });
});

describe('a password reset by an administrator', () => {
  it('ends the sessions once it is used, not before', async () => {
    const { id, username, cookie } = await newUser();
    const { json } = await api.call('POST', `/api/v1/users/${id}/one-time-link`, { as: 'admin' });
    expect(json.purpose).toBe('password-reset');
    expect(await isSignedIn(cookie)).toBe(true);
    await api.call('POST', '/api/v1/one-time-links/redeem', {
      json: { token: json.token, password: FRESH },
    });
    expect(await isSignedIn(cookie)).toBe(false);
    expect((await signIn(username, PASSWORD)).status).toBe(401);
    expect((await signIn(username, FRESH)).status).toBe(201);
  });
});

describe('changing the own password', () => {
  it('needs the present one, and ends the other sessions', async () => {
    const { username, cookie, call } = await newUser();
    const other = cookieOf(await signIn(username, PASSWORD));
    const change = (current_password: string, new_password: string) =>
      call('PUT', '/api/v1/account/password', { json: { current_password, new_password } });
    expect((await change('not the present one', FRESH)).json.code).toBe('password-wrong');
    expect((await change(PASSWORD, 'short')).json.code).toBe('password-unfit');
    expect((await change(PASSWORD, 'password12345')).json.code).toBe('password-common');
    expect((await change(PASSWORD, FRESH)).status).toBe(204);
    expect(await isSignedIn(cookie)).toBe(true);
    expect(await isSignedIn(other)).toBe(false);
    expect((await signIn(username, FRESH)).status).toBe(201);
  });

  it('cannot be used to guess it', async () => {
    const { call } = await newUser();
    const guess = () =>
      call('PUT', '/api/v1/account/password', {
        json: { current_password: 'guess', new_password: FRESH },
      });
    for (let failure = 0; failure < 5; failure += 1) expect((await guess()).status).toBe(403);
    expect(await guess()).toMatchObject({ status: 429, json: { code: 'sign-in-locked' } });
  });
});

describe('changing and deactivating users', () => {
  it('gives another role at the next request', async () => {
    const { id, call } = await newUser('viewer');
    expect((await call('PUT', '/api/v1/learning/strategy', { json: { strategy: 'batch' } })).status).toBe(
      403,
    );
    const headers = { 'if-match': '*' };
    const changed = await api.call('PATCH', `/api/v1/users/${id}`, {
      ...{ as: 'admin', headers },
      json: { role: 'engineer', display_name: 'Engineer' },
    });
    expect(changed.json).toMatchObject({ role: 'engineer', display_name: 'Engineer' });
    const { json } = await call('GET', '/api/v1/session');
    expect(json.user).toMatchObject({ role: 'engineer', display_name: 'Engineer' });
    const nothing = await api.call('PATCH', `/api/v1/users/${id}`, { as: 'admin', headers, json: {} });
    expect(nothing.status).toBe(400);
  });

  it('kills sessions, keys and links at once, and gives back none of them', async () => {
    const { id, username, cookie, call } = await newUser();
    const made = await call('POST', '/api/v1/account/api-keys', {
      json: { name: 'camera', scopes: ['read'] },
    });
    const bearer = { authorization: `Bearer ${made.json.secret}` };
    expect((await api.call('GET', '/api/v1/history', { headers: bearer })).status).toBe(200);
    const link = await api.call('POST', `/api/v1/users/${id}/one-time-link`, { as: 'admin' });

    const gone = await api.call('POST', `/api/v1/users/${id}/deactivate`, { as: 'admin' });
    expect(gone.json.status).toBe('deactivated');
    expect(await isSignedIn(cookie)).toBe(false);
    const withKey = () => api.call('GET', '/api/v1/history', { headers: bearer });
    expect(await withKey()).toMatchObject({ status: 401, json: { code: 'api-key-invalid' } });
    expect((await signIn(username, PASSWORD)).json.code).toBe('sign-in-failed');
    const redeem = { token: link.json.token, password: FRESH };
    expect((await api.call('POST', '/api/v1/one-time-links/redeem', { json: redeem })).status).toBe(404);
    const relink = await api.call('POST', `/api/v1/users/${id}/one-time-link`, { as: 'admin' });
    expect(relink.json.code).toBe('user-deactivated');

    const back = await api.call('POST', `/api/v1/users/${id}/reactivate`, { as: 'admin' });
    expect(back.json.status).toBe('active');
    expect(await isSignedIn(cookie)).toBe(false);
    expect((await withKey()).status).toBe(401);
    expect((await signIn(username, PASSWORD)).status).toBe(201);
  });

  it('never takes away the last active administrator, whoever tries at once', async () => {
    const [ann, bob] = [await newUser('admin'), await newUser('admin')];
    // Somebody invited cannot sign in yet, so counts for nothing.
    await api.accounts.invite({ username: 'invited-admin', role: 'admin' }, 'admin');
    await api.accounts.setRole('admin', 'viewer');
    const headers = { 'if-match': '*' };
    try {
      const both = await Promise.all([
        ann.call('POST', `/api/v1/users/${bob.id}/deactivate`),
        bob.call('PATCH', `/api/v1/users/${ann.id}`, { headers, json: { role: 'viewer' } }),
      ]);
      // The slower one finds its access gone, or itself the last.
      expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
      const self = both[0]?.status === 200 ? ann : bob;
      for (const attempt of [
        await self.call('POST', `/api/v1/users/${self.id}/deactivate`),
        await self.call('PATCH', `/api/v1/users/${self.id}`, { headers, json: { role: 'engineer' } }),
      ]) {
        expect(attempt).toMatchObject({ status: 409, json: { code: 'last-administrator' } });
      }
    } finally {
      await api.accounts.setRole('admin', 'admin');
    }
  });
});

describe('sessions', () => {
  it('are seen and ended by their owner', async () => {
    const { username, cookie, call } = await newUser();
    const other = cookieOf(await signIn(username, PASSWORD, undefined, { 'user-agent': 'Tablet/1' }));
    const { json } = await call('GET', '/api/v1/account/sessions');
    expect(json.items).toHaveLength(2);
    const [newest, oldest] = json.items;
    expect(newest).toMatchObject({ is_current: false, user_agent: 'Tablet/1', ip_address: '127.0.0.1' });
    expect(oldest).toMatchObject({ is_current: true, method: 'password' });
    expect((await call('DELETE', `/api/v1/account/sessions/${newest.id}`)).status).toBe(204);
    expect(await isSignedIn(other)).toBe(false);
    const third = cookieOf(await signIn(username, PASSWORD));
    expect((await call('DELETE', '/api/v1/account/sessions')).status).toBe(204);
    expect([await isSignedIn(third), await isSignedIn(cookie)]).toEqual([false, true]);
    expect((await call('DELETE', `/api/v1/account/sessions/${NOTHING}`)).json.code).toBe('session-not-found');
  });

  it('are seen and ended by administrators, and nobody ends those of others', async () => {
    const ann = await newUser();
    const bob = await newUser();
    const { json } = await api.call('GET', `/api/v1/users/${ann.id}/sessions`, { as: 'admin' });
    const sessionId = json.items[0].id;
    expect((await bob.call('DELETE', `/api/v1/account/sessions/${sessionId}`)).status).toBe(404);
    expect(
      (await api.call('DELETE', `/api/v1/users/${bob.id}/sessions/${sessionId}`, { as: 'admin' })).status,
    ).toBe(404);
    expect(await isSignedIn(ann.cookie)).toBe(true);
    expect(
      (await api.call('DELETE', `/api/v1/users/${ann.id}/sessions/${sessionId}`, { as: 'admin' })).status,
    ).toBe(204);
    expect(await isSignedIn(ann.cookie)).toBe(false);
    expect((await api.call('DELETE', `/api/v1/users/${bob.id}/sessions`, { as: 'admin' })).status).toBe(204);
    expect(await isSignedIn(bob.cookie)).toBe(false);
  });
});

describe('API keys', () => {
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

  it('are shown once, kept as hashes, noted when used, and die when revoked', async () => {
    const { call } = await newUser();
    const made = await call('POST', '/api/v1/account/api-keys', {
      json: { name: 'line 3', scopes: ['read', 'label'], expires_in_days: 7 },
    });
    const { key, secret } = made.json;
    expect(secret).toMatch(/^mlmcsc_[\w-]{48}$/);
    expect(secret.startsWith(key.prefix)).toBe(true);
    expect(key).toMatchObject({ name: 'line 3', scopes: ['read', 'label'], last_used_at: null });
    const { rows } = await api.pool.query('select * from auth_api_key');
    expect(JSON.stringify(rows)).not.toContain(secret);

    const used = await api.call('GET', '/api/v1/session', { headers: bearer(secret) });
    expect(used).toMatchObject({ status: 200, json: { second_factor_missing: false } });
    const listed = await call('GET', '/api/v1/account/api-keys');
    expect(listed.json.items[0].last_used_at).not.toBeNull();
    expect((await call('DELETE', `/api/v1/account/api-keys/${key.id}`)).status).toBe(204);
    expect((await api.call('GET', '/api/v1/session', { headers: bearer(secret) })).json.code).toBe(
      'api-key-invalid',
    );
  });

  it('are bounded by the role their owner has when they are used', async () => {
    const { id, call } = await newUser('engineer');
    const { json } = await call('POST', '/api/v1/account/api-keys', {
      json: { name: 'strategy', scopes: ['models'] },
    });
    const use = () =>
      api.call('PUT', '/api/v1/learning/strategy', {
        headers: bearer(json.secret),
        json: { strategy: 'batch' },
      });
    expect((await use()).json?.code).not.toBe('role-insufficient');
    await api.accounts.change(id, { role: 'technician' }, 'admin');
    expect(await use()).toMatchObject({ status: 403, json: { code: 'role-insufficient' } });
  });

  it('end with their time, and are no one else’s', async () => {
    const ann = await newUser();
    const bob = await newUser();
    const { json } = await ann.call('POST', '/api/v1/account/api-keys', {
      json: { name: 'short', scopes: ['read'], expires_in_days: 1 },
    });
    expect((await bob.call('DELETE', `/api/v1/account/api-keys/${json.key.id}`)).json.code).toBe(
      'key-not-found',
    );
    const seen = await api.call('GET', `/api/v1/users/${ann.id}/api-keys`, { as: 'admin' });
    expect(seen.json.items).toHaveLength(1);
    await api.pool.query(`update auth_api_key set expires_at = now() where id = $1`, [json.key.id]);
    expect((await api.call('GET', '/api/v1/history', { headers: bearer(json.secret) })).status).toBe(401);
  });

  it.each([
    ['nothing', 'mlmcsc_'],
    ['another product’s', 'ghp_0123456789012345678901234567890123456'],
    ['a wrong checksum', `mlmcsc_${'A'.repeat(40)}00000000`],
    ['SQL', "mlmcsc_'or'1'='1"],
    ['a long text', `mlmcsc_${'x'.repeat(5000)}`],
  ])('refuse %s, and do not fall back to the cookie', async (_what, secret) => {
    const answer = await api.call('GET', '/api/v1/session', {
      headers: { ...bearer(secret), cookie: api.cookie('admin') },
    });
    expect(answer).toMatchObject({ status: 401, json: { code: 'api-key-invalid' } });
  });

  it('need no check of the origin, because browsers never send them by themselves; cookies need it', async () => {
    const { call } = await newUser();
    const { json } = await call('POST', '/api/v1/account/api-keys', {
      json: { name: 'x', scopes: ['label'] },
    });
    const fromElsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    const label = { analysis_id: NOTHING, shear_percent: 50 };
    const withKey = await api.call('POST', '/api/v1/labels', {
      json: label,
      headers: { ...bearer(json.secret), ...fromElsewhere },
    });
    expect(withKey).toMatchObject({ status: 404, json: { code: 'analysis-not-found' } });
    const withCookie = await call('POST', '/api/v1/labels', { json: label, headers: fromElsewhere });
    expect(withCookie).toMatchObject({ status: 403, json: { code: 'cross-site-request' } });
    for (const authorization of ['Basic YTpi', 'Bearer', 'Bearer a b', '']) {
      const disguised = await call('POST', '/api/v1/labels', {
        json: label,
        headers: { ...fromElsewhere, authorization },
      });
      expect(disguised.json.code, authorization).toBe('cross-site-request');
    }
  });

  it('are limited in number and in time', async () => {
    const { id, call } = await newUser();
    const json = (days: number) => ({ json: { name: 'x', scopes: ['read'], expires_in_days: days } });
    for (const days of [0, 367, 1.5]) {
      expect((await call('POST', '/api/v1/account/api-keys', json(days))).status).toBe(400);
    }
    const expiresAt = new Date(Date.now() + 3_600_000);
    for (let made = 0; made < 50; made += 1) {
      await api.apiKeys.create(id, { name: 'x', scopes: ['read'], expiresAt }, 'system');
    }
    expect((await call('POST', '/api/v1/account/api-keys', json(1))).json.code).toBe('too-many-keys');
  });
});

describe('a second factor', () => {
  async function enrolled() {
    const user = await newUser();
    const offer = await user.call('POST', '/api/v1/account/second-factor', {
      json: { current_password: PASSWORD },
    });
    const { secret } = offer.json;
    // The present step and, later, the next one: both are taken, wherever the clock has got to in between.
    const used = authenticatorCode(secret, 0);
    const confirmed = await user.call('POST', '/api/v1/account/second-factor/confirm', {
      json: { code: used },
    });
    return { ...user, offer, secret, used, codes: confirmed.json.codes as string[], confirmed };
  }

  it('is set up by secret or QR code and confirmed by its first code, which ends the other sessions', async () => {
    const { username, call, cookie } = await newUser();
    const other = cookieOf(await signIn(username, PASSWORD));
    const begin = (current_password: string) =>
      call('POST', '/api/v1/account/second-factor', { json: { current_password } });
    const confirm = (code: string) =>
      call('POST', '/api/v1/account/second-factor/confirm', { json: { code } });
    expect((await confirm('123456')).json.code).toBe('second-factor-not-begun');
    expect((await begin('not the password')).json.code).toBe('password-wrong');
    const { secret, otpauth_uri, qr_svg } = (await begin(PASSWORD)).json;
    expect(otpauth_uri).toBe(
      `otpauth://totp/MLMCSC:${username}?secret=${secret}&issuer=MLMCSC&algorithm=SHA1&digits=6&period=30`,
    );
    expect(qr_svg).toMatch(/^<svg[^>]+>[\s\S]*<\/svg>$/);
    const { rows } = await api.pool.query('select secret from auth_second_factor');
    expect(rows[0].secret).not.toContain(secret);
    expect(rows[0].secret.length).toBeGreaterThan(80);

    // Before it is confirmed it is not asked for.
    expect((await signIn(username, PASSWORD)).status).toBe(201);
    expect((await confirm(authenticatorCode(secret, 5))).json.code).toBe('second-factor-wrong');
    const { json } = await confirm(authenticatorCode(secret, 0));
    expect(json.codes).toHaveLength(10);
    expect([await isSignedIn(other), await isSignedIn(cookie)]).toEqual([false, true]);
    expect((await begin(PASSWORD)).json.code).toBe('second-factor-active');
    const account = await call('GET', '/api/v1/account');
    expect(account.json.second_factor).toEqual({
      is_active: true,
      is_missing: false,
      recovery_codes_left: 10,
    });
    const sessions = await call('GET', '/api/v1/account/sessions');
    expect(sessions.json.items[0].method).toBe('password-and-code');
  });

  it('is asked for after the right password only, and takes each code once', async () => {
    const { username, secret, used } = await enrolled();
    expect((await signIn(username, 'wrong password!')).json.code).toBe('sign-in-failed');
    expect(await signIn(username, PASSWORD)).toMatchObject({
      status: 401,
      json: { code: 'second-factor-required' },
    });
    expect((await signIn(username, PASSWORD, used)).json.code).toBe('second-factor-wrong');
    const code = authenticatorCode(secret, 1);
    const both = await Promise.all([signIn(username, PASSWORD, code), signIn(username, PASSWORD, code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 403]);
    expect((await signIn(username, PASSWORD, code)).json.code).toBe('second-factor-wrong');
  });

  it('locks after wrong codes as after wrong passwords', async () => {
    const { username, secret } = await enrolled();
    for (let failure = 0; failure < 5; failure += 1) {
      // Asking for the code in between is no success.
      await signIn(username, PASSWORD);
      expect((await signIn(username, PASSWORD, '000000')).json.code).toBe('second-factor-wrong');
    }
    expect((await signIn(username, PASSWORD, authenticatorCode(secret, 1))).json.code).toBe('sign-in-locked');
  });

  it('is replaced by a recovery code, once, however it is typed', async () => {
    const { username, codes, call } = await enrolled();
    const typed = ` ${codes[3]?.toUpperCase().replaceAll('-', ' ')}`;
    const first = await signIn(username, PASSWORD, typed);
    expect(first.status).toBe(201);
    expect((await signIn(username, PASSWORD, codes[3])).json.code).toBe('second-factor-wrong');
    const renewed = await call('POST', '/api/v1/account/recovery-codes', {
      json: { current_password: PASSWORD },
    });
    expect((await signIn(username, PASSWORD, codes[4])).status).toBe(403);
    expect((await signIn(username, PASSWORD, renewed.json.codes[0])).status).toBe(201);
  });

  it('is switched off by its owner with the password, or taken away by an administrator', async () => {
    const ann = await enrolled();
    const remove = (current_password: string) =>
      ann.call('POST', '/api/v1/account/second-factor/remove', { json: { current_password } });
    expect((await remove('not the password')).json.code).toBe('password-wrong');
    expect((await remove(PASSWORD)).status).toBe(204);
    expect((await remove(PASSWORD)).json.code).toBe('second-factor-inactive');
    expect((await signIn(ann.username, PASSWORD)).status).toBe(201);

    const bob = await enrolled();
    const reset = await api.call('DELETE', `/api/v1/users/${bob.id}/second-factor`, { as: 'admin' });
    expect(reset.status).toBe(204);
    expect(await isSignedIn(bob.cookie)).toBe(false);
    expect((await signIn(bob.username, PASSWORD)).status).toBe(201);
  });
});

describe('where the role demands a second factor', () => {
  let strict: TestApi;
  beforeAll(async () => {
    strict = await startTestApi({}, undefined, { rolesWithSecondFactor: ['admin'] });
  });
  afterAll(() => strict.close());

  it('the session tells so, and is free as soon as one is set up', async () => {
    expect((await strict.call('GET', '/api/v1/session', { as: 'admin' })).json.second_factor_missing).toBe(
      true,
    );
    const refused = await strict.call('GET', '/api/v1/history', { as: 'admin' });
    expect(refused.json.code).toBe('second-factor-missing');
    const { json } = await strict.call('POST', '/api/v1/account/second-factor', {
      as: 'admin',
      json: { current_password: PASSWORD },
    });
    const secret = new URL(json.otpauth_uri).searchParams.get('secret') as string;
    const confirmed = await strict.call('POST', '/api/v1/account/second-factor/confirm', {
      as: 'admin',
      json: { code: authenticatorCode(secret) },
    });
    expect(confirmed.status).toBe(200);
    expect((await strict.call('GET', '/api/v1/history', { as: 'admin' })).status).toBe(200);
    await strict.call('POST', '/api/v1/account/second-factor/remove', {
      as: 'admin',
      json: { current_password: PASSWORD },
    });
    expect((await strict.call('GET', '/api/v1/history', { as: 'admin' })).json.code).toBe(
      'second-factor-missing',
    );
  });
});

describe('what a refused sign-in tells', () => {
  it('is the same for unknown and deactivated users and for wrong passwords, and takes as long', async () => {
    const { id, username } = await newUser();
    const gone = await newUser();
    await api.accounts.deactivate(gone.id, 'system');
    await api.accounts.invite({ username: 'never-came', role: 'viewer' }, 'system');
    expect(id).toBeTypeOf('string');

    const attempts = {
      wrong: [username, 'a wrong password'],
      unknown: ['nobody-at-all', 'a wrong password'],
      deactivated: [gone.username, PASSWORD],
      invited: ['never-came', 'a wrong password'],
    } as const;
    const times = new Map<string, number[]>();
    const bodies = new Set<string>();
    // In turn, so that whatever else the machine does disturbs all alike; few enough not to be locked.
    for (let round = 0; round < 4; round += 1) {
      for (const [name, [user, password]] of Object.entries(attempts)) {
        const started = performance.now();
        const { status, json } = await signIn(user, password);
        times.set(name, [...(times.get(name) ?? []), performance.now() - started]);
        const { request_id: _id, ...rest } = json;
        bodies.add(JSON.stringify({ status, rest }));
      }
    }
    expect([...bodies]).toHaveLength(1);
    const fastest = (name: string) => Math.min(...(times.get(name) ?? []));
    // Without the same work an unknown user would be refused in a tenth of the time.
    for (const name of ['unknown', 'deactivated', 'invited']) {
      const ratio = fastest(name) / fastest('wrong');
      expect(ratio, name).toBeGreaterThan(0.5);
      expect(ratio, name).toBeLessThan(2);
    }
  });
});
