import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startOidcProvider, type TestOidcProvider } from '../../../../test/services/oidc-provider.ts';
import { type Answer, PASSWORD, startTestApi, type TestApi } from './support/start-test-api.ts';

const CALLBACK = '/api/v1/session/sso/callback';
let provider: TestOidcProvider;
let api: TestApi;
beforeAll(async () => {
  provider = await startOidcProvider({
    id: 'mlmcsc',
    secret: 'a secret of this installation',
    redirectUri: () => `${api.url}${CALLBACK}`,
  });
  api = await startTestApi({}, undefined, {
    settings: {
      issuer: new URL(provider.issuer),
      clientId: 'mlmcsc',
      clientSecret: 'a secret of this installation',
      scopes: 'openid profile',
      roleClaim: 'groups',
      roleOf: new Map([
        ['lab', 'technician'],
        ['lab-admins', 'admin'],
      ]),
    },
  });
});
afterAll(async () => {
  await api?.close();
  await provider?.stop();
});
beforeEach(() => {
  provider.tamper = null;
  provider.useForeignKey = false;
  provider.isAway = false;
});

let counter = 0;
/** Somebody whom the provider knows. */
function newPerson(groups: readonly string[], more: Record<string, unknown> = {}) {
  counter += 1;
  const name = `sso${counter}`;
  provider.user = { id: `subject-${counter}`, claims: { preferred_username: name, groups, ...more } };
  return name;
}

const pairsOf = (setCookies: readonly string[]) => setCookies.map((line) => line.split(';', 1)[0] as string);

/** Follows the browser's way through the provider. @returns where it leads back to, and the cookie it carries */
async function visitProvider(begun: Answer): Promise<{ path: string; cookie: string }> {
  const jar = new Map<string, string>();
  let address = begun.headers.get('location') as string;
  for (let hop = 0; hop < 10; hop += 1) {
    if (address.startsWith(`${api.url}${CALLBACK}`)) {
      const { pathname, search } = new URL(address);
      return { path: `${pathname}${search}`, cookie: pairsOf(begun.headers.getSetCookie()).join('; ') };
    }
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const pair of pairsOf(response.headers.getSetCookie())) {
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const next = response.headers.get('location');
    if (next === null) throw new Error(`the provider stops: ${response.status} ${await response.text()}`);
    address = new URL(next, address).href;
  }
  throw new Error('the provider does not lead back');
}

const begin = (next = '') => api.call('GET', `/api/v1/session/sso${next}`);
const finish = ({ path, cookie }: { path: string; cookie: string }, accept = '*/*') =>
  api.call('GET', path, { headers: { cookie, accept } });
const signIn = async (next = '') => finish(await visitProvider(await begin(next)));
const sessionOf = (answer: Answer) =>
  api.call('GET', '/api/v1/session', {
    headers: { cookie: pairsOf(answer.headers.getSetCookie()).join('; ') },
  });

describe('single sign-on', () => {
  it('makes the user with the role of the groups, and leads to the page that was wanted', async () => {
    const name = newPerson(['lab', 'others'], { name: 'Ann of the Lab' });
    expect((await api.call('GET', '/api/v1/session/options')).json).toEqual({ single_sign_on: true });
    const begun = await begin('?next=/history');
    const asked = new URL(begun.headers.get('location') as string).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const needed of ['state', 'nonce', 'code_challenge']) {
      expect(asked.get(needed)?.length, needed).toBeGreaterThan(40);
    }
    expect(begun.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
    const done = await finish(await visitProvider(begun));
    expect({ status: done.status, to: done.headers.get('location') }).toEqual({
      status: 302,
      to: '/history',
    });
    expect((await sessionOf(done)).json.user).toMatchObject({
      username: name,
      display_name: 'Ann of the Lab',
      role: 'technician',
    });
    const listed = await api.call('GET', '/api/v1/users?limit=200', { as: 'admin' });
    const user = listed.json.items.find(({ username }: { username: string }) => username === name);
    expect(user).toMatchObject({ has_single_sign_on: true, has_password: false, status: 'active' });
    expect(
      (await api.call('POST', '/api/v1/session', { json: { username: name, password: PASSWORD } })).status,
    ).toBe(401);
  });

  it('takes the role anew at each sign-in, also when it is gone', async () => {
    const name = newPerson(['lab']);
    const { id, claims } = provider.user;
    await signIn();
    provider.user = { id, claims: { ...claims, groups: 'lab-admins' } };
    expect((await sessionOf(await signIn())).json.user).toMatchObject({ username: name, role: 'admin' });
    provider.user = { id, claims: { ...claims, groups: ['visitors'] } };
    expect(await signIn()).toMatchObject({ status: 403, json: { code: 'sso-refused' } });
    const { rows } = await api.pool.query(
      `select action, details from audit_log where details->>'by' = 'single-sign-on' and action = 'user.role-changed'`,
    );
    expect(rows.at(-1)?.details).toMatchObject({ from: 'technician', to: 'admin' });
  });

  it('makes one user of two first sign-ins at once', async () => {
    const name = newPerson(['lab']);
    const ways = await Promise.all([begin().then(visitProvider), begin().then(visitProvider)]);
    const answers = await Promise.all(ways.map((way) => finish(way)));
    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    const { rows } = await api.pool.query('select 1 from auth_user where username = $1', [name]);
    expect(rows).toHaveLength(1);
  });

  it('never takes over a local user of the same name', async () => {
    await api.accounts.createUser({ username: 'local-ann', password: PASSWORD, role: 'admin' });
    newPerson(['lab'], { preferred_username: 'Local-Ann' });
    const answer = await signIn();
    expect(answer).toMatchObject({ status: 403, json: { code: 'sso-refused' } });
    expect(answer.json.detail).toContain('local user');
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('keeps deactivated users out', async () => {
    const name = newPerson(['lab']);
    const done = await signIn();
    await api.accounts.deactivate(await api.accounts.idOf(name), 'admin');
    expect((await sessionOf(done)).status).toBe(401);
    expect(await signIn()).toMatchObject({ status: 403, json: { code: 'sso-refused' } });
  });

  it.each<[string, (claims: Record<string, unknown>) => Record<string, unknown>]>([
    ['another nonce', (claims) => ({ ...claims, nonce: 'of another sign-in' })],
    ['no nonce', ({ nonce: _nonce, ...claims }) => claims],
    ['another audience', (claims) => ({ ...claims, aud: 'another-client' })],
    ['another issuer', (claims) => ({ ...claims, iss: 'https://evil.example' })],
    ['a time that is over', (claims) => ({ ...claims, exp: 1_700_000_000 })],
    ['a time to come', (claims) => ({ ...claims, nbf: Math.floor(Date.now() / 1000) + 3600 })],
  ])('takes no ID token with %s', async (_what, tamper) => {
    newPerson(['lab']);
    provider.tamper = tamper;
    expect(await signIn()).toMatchObject({ status: 403, json: { code: 'sso-failed' } });
    provider.tamper = (claims) => claims;
    expect((await signIn()).status).toBe(302);
  });

  it('takes no ID token signed by a key that the provider does not publish', async () => {
    newPerson(['lab']);
    provider.tamper = (claims) => ({ ...claims, groups: ['lab-admins'] });
    provider.useForeignKey = true;
    expect(await signIn()).toMatchObject({ status: 403, json: { code: 'sso-failed' } });
  });

  it('follows when the provider changes its keys', async () => {
    newPerson(['lab']);
    expect((await signIn()).status).toBe(302);
    await provider.rotateKeys();
    expect((await signIn()).status).toBe(302);
  });

  it('needs the browser that began, the state, and a code that was not used', async () => {
    newPerson(['lab']);
    const way = await visitProvider(await begin());
    const stranger = await visitProvider(await begin());
    const failed = { status: 403, json: { code: 'sso-failed' } };
    expect(await finish({ ...way, cookie: '' })).toMatchObject(failed);
    expect(await finish({ ...way, cookie: 'mlmcsc.sso=00ff00ff' })).toMatchObject(failed);
    // Somebody else's answer in this browser (login CSRF).
    expect(await finish({ path: stranger.path, cookie: way.cookie })).toMatchObject(failed);
    expect(await finish({ path: CALLBACK, cookie: way.cookie })).toMatchObject(failed);
    expect(
      await finish({ path: `${CALLBACK}?error=access_denied&state=x`, cookie: way.cookie }),
    ).toMatchObject(failed);
    expect((await finish(way)).status).toBe(302);
    expect(await finish(way)).toMatchObject(failed);
  });

  it('leads a person to the sign-in page when it fails', async () => {
    const answer = await finish({ path: CALLBACK, cookie: '' }, 'text/html,*/*');
    expect({ status: answer.status, to: answer.headers.get('location') }).toEqual({
      status: 302,
      to: '/sign-in?problem=sso-failed',
    });
  });

  it.each(['?next=https://evil.example', '?next=//evil.example', '?next=/%5Cevil.example', '?next=history'])(
    'leads nowhere else: %s',
    async (next) => {
      expect((await begin(next)).status).toBe(400);
    },
  );

  it('says when the provider is away, and passwords still work', async () => {
    provider.isAway = true;
    expect(await begin()).toMatchObject({ status: 503, json: { code: 'sso-unavailable' } });
    const asPage = { headers: { accept: 'text/html' } };
    const shown = await api.call('GET', '/api/v1/session/sso?next=/history', asPage);
    expect([shown.status, shown.headers.get('location')]).toEqual([
      302,
      '/sign-in?problem=sso-unavailable&next=%2Fhistory',
    ]);
    const local = await api.call('POST', '/api/v1/session', {
      json: { username: 'technician', password: PASSWORD },
    });
    expect(local.status).toBe(201);
  });
});

describe('the audit trail', () => {
  it('tells of sign-ins, refusals and changes, with who made them', async () => {
    await api.call('POST', '/api/v1/session', {
      json: { username: 'technician', password: 'wrong password' },
    });
    const signedIn = await api.call('POST', '/api/v1/session', {
      json: { username: 'technician', password: PASSWORD },
    });
    const cookie = pairsOf(signedIn.headers.getSetCookie()).join('; ');
    expect((await api.call('DELETE', '/api/v1/session', { headers: { cookie } })).status).toBe(204);
    const { rows } = await api.pool.query<{ action: string; details: Record<string, unknown> }>(
      'select action, details from audit_log order by position',
    );
    const seen = new Set(rows.map(({ action }) => action));
    for (const action of [
      'session.signed-in',
      'session.refused',
      'session.signed-out',
      'user.created',
      'user.deactivated',
    ]) {
      expect(seen, action).toContain(action);
    }
    expect(JSON.stringify(rows)).not.toMatch(/sso1|local-ann/);
  });
});
