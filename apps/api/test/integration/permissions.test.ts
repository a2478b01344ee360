import { ApiKeyScope, type Role } from '@mlmcsc/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Access,
  isAllowed,
  PERMISSIONS,
  readAccess,
  SCOPES,
  WITHOUT_SECOND_FACTOR,
} from '../../src/permissions.ts';
import { ALL_ROLES, startTestApi, type TestApi } from './support/start-test-api.ts';

const ALL_SCOPES = ApiKeyScope.anyOf.map(({ const: scope }) => scope);

let api: TestApi;
/** Keys of the administrator, by their only scope; and of the viewer, with all scopes. */
const keys = new Map<string, string>();
beforeAll(async () => {
  api = await startTestApi();
  const expiresAt = new Date(Date.now() + 60 * 60 * 1000);
  const make = async (username: string, scopes: readonly ApiKeyScope[]) => {
    const id = await api.accounts.idOf(username);
    return (await api.apiKeys.create(id, { name: 'test', scopes, expiresAt }, username)).secret;
  };
  for (const scope of ALL_SCOPES) keys.set(scope, await make('admin', [scope]));
  keys.set('viewer', await make('viewer', ALL_SCOPES));
});
afterAll(() => api.close());

/** Never exists, so that an allowed call changes nothing. */
const NOTHING = '0192f0a0-1111-7000-8000-00000000dead';

const routes = Object.entries(PERMISSIONS)
  .filter(([key]) => !key.includes('*'))
  .map(([key, access]) => {
    const [method = '', pattern = ''] = key.split(' ');
    const path = pattern
      .replace(/:code/, 'not-found')
      .replace(/:name/, 'nothing')
      .replaceAll(/:\w+/g, NOTHING);
    return { key, method, path, access };
  });

const cases = routes.flatMap(({ key, method, path, access }) =>
  [null, ...ALL_ROLES].map((role) => ({ key, method, path, access, role, who: role ?? 'nobody' })),
);

/** Would end the sessions that the next cases need. */
const ENDS_SESSIONS = new Set(['DELETE /api/v1/session', 'DELETE /api/v1/account/sessions']);
/** Stays open. */
const STREAM = 'GET /api/v1/events';

function expected(access: Access, role: Role | null): 'through' | 401 | 403 {
  const needed = readAccess(access).role;
  if (needed === null) return 'through';
  if (role === null) return 401;
  return isAllowed(role, needed) ? 'through' : 403;
}

describe('every route and every role', () => {
  it.each(cases)('$key as $who', async ({ key, method, path, access, role }) => {
    const want = expected(access, role);
    if (key === STREAM && want === 'through') return;
    // Signing out for real would end the session that the next case needs.
    const as = key === 'DELETE /api/v1/session' ? null : role;
    if (ENDS_SESSIONS.has(key) && as !== null) return;
    const answer = await api.call(method, path, { as });
    if (want === 'through') {
      expect([401, 403, 500]).not.toContain(answer.status);
    } else {
      expect(answer.status).toBe(want);
      // The inference protocol has a form of its own for errors.
      if (path.startsWith('/v2')) expect(Object.keys(answer.json)).toEqual(['error']);
      else expect(answer.json.code).toBe(want === 401 ? 'not-signed-in' : 'role-insufficient');
    }
  });

  it('covers exactly what the OpenAPI document describes', () => {
    const documented = api.checker.operations.map(
      ({ method, path, operation }) =>
        `${method} ${path.replace(/\{(\w+)\}/g, ':$1')} ${operation['x-required-role']} ${operation['x-required-scope'] ?? null}`,
    );
    const undocumented = /^GET \/(openapi\.json|problems)/;
    const table = routes
      .filter(({ key }) => !undocumented.test(key))
      .map(({ key, access }) => `${key} ${readAccess(access).role ?? 'public'} ${readAccess(access).scope}`);
    expect(documented.sort()).toEqual(table.sort());
  });
});

describe('every route and every scope of an API key', () => {
  const keyCases = routes.flatMap((route) =>
    [...ALL_SCOPES, 'viewer'].map((holder) => ({ ...route, holder })),
  );

  it.each(keyCases)('$key with the key of $holder', async ({ key, method, path, access, holder }) => {
    const { role, scope } = readAccess(access);
    const callerRole: Role = holder === 'viewer' ? 'viewer' : 'admin';
    const roleFits = role === null || isAllowed(callerRole, role);
    const scopeFits = role === null || (scope !== null && (holder === 'viewer' || holder === scope));
    if (key === STREAM && roleFits && scopeFits) return;
    const answer = await api.call(method, path, {
      headers: { authorization: `Bearer ${keys.get(holder)}`, cookie: api.cookie('admin') },
    });
    if (roleFits && scopeFits) {
      expect([401, 403, 500]).not.toContain(answer.status);
      return;
    }
    expect(answer.status).toBe(403);
    if (path.startsWith('/v2')) return;
    const code = !roleFits ? 'role-insufficient' : scope === null ? 'session-required' : 'scope-insufficient';
    expect(answer.json.code).toBe(code);
  });

  it('explains every scope', () => {
    expect(Object.keys(SCOPES).sort()).toEqual([...ALL_SCOPES].sort());
  });

  it('leaves no route that hands out credentials or roles to a key', () => {
    const credentials =
      /^(POST|PUT|PATCH) \/api\/v1\/(account|users$|users\/:id$|users\/:id\/one-time-link)|second-factor$/;
    for (const { key, access } of routes) {
      if (credentials.test(key)) expect(readAccess(access).scope, key).toBeNull();
    }
  });
});

describe('somebody who has yet to set up the second factor that the role demands', () => {
  let strict: TestApi;
  beforeAll(async () => {
    strict = await startTestApi({}, undefined, { rolesWithSecondFactor: ['admin'] });
  });
  afterAll(() => strict.close());

  it.each(routes.filter(({ key }) => key !== STREAM && !ENDS_SESSIONS.has(key)))(
    'reaches $key only if it belongs to the own account',
    async ({ key, method, path, access }) => {
      const answer = await strict.call(method, path, { as: 'admin' });
      if (access === 'public' || WITHOUT_SECOND_FACTOR.has(key)) {
        expect([401, 403, 500]).not.toContain(answer.status);
      } else if (path.startsWith('/v2')) {
        expect(answer.status).toBe(403);
      } else {
        expect({ status: answer.status, code: answer.json.code }).toEqual({
          status: 403,
          code: 'second-factor-missing',
        });
      }
    },
  );

  it('is nobody whose role demands none', async () => {
    expect((await strict.call('GET', '/api/v1/history', { as: 'engineer' })).status).toBe(200);
  });
});

describe('a job needs the role of its kind', () => {
  it('lets no technician start a retraining', async () => {
    const answer = await api.call('POST', '/api/v1/jobs', {
      as: 'technician',
      json: { kind: 'model.retrain.v1' },
    });
    expect(answer.status).toBe(403);
    expect(answer.json.detail).toContain('engineer');
  });
});
