import type { Role } from '@mlmcsc/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Access, isAllowed, PERMISSIONS } from '../../src/permissions.ts';
import { ALL_ROLES, startTestApi, type TestApi } from './support/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** Never exists, so that an allowed call changes nothing. */
const NOTHING = '0192f0a0-1111-7000-8000-00000000dead';

const routes = Object.entries(PERMISSIONS)
  .filter(([key]) => !key.includes('*'))
  .map(([key, access]) => {
    const [method = '', pattern = ''] = key.split(' ');
    return {
      key,
      method,
      path: pattern.replace(/:id/, NOTHING).replace(/:code/, 'not-found').replace(/:name/, 'nothing'),
      access,
    };
  });

const cases = routes.flatMap(({ key, method, path, access }) =>
  [null, ...ALL_ROLES].map((role) => ({ key, method, path, access, role, who: role ?? 'nobody' })),
);

function expected(access: Access, role: Role | null): 'through' | 401 | 403 {
  if (access === 'public') return 'through';
  if (role === null) return 401;
  return isAllowed(role, access) ? 'through' : 403;
}

describe('every route and every role', () => {
  it.each(cases)('$key as $who', async ({ key, method, path, access, role }) => {
    if (key === 'GET /api/v1/events' && expected(access, role) === 'through') return;
    // Signing out for real would end the session that the next case needs.
    const as = key === 'DELETE /api/v1/session' ? null : role;
    const answer = await api.call(method, path, { as });
    const want = expected(access, role);
    if (want === 'through') {
      expect([401, 403, 500]).not.toContain(answer.status);
    } else {
      expect(answer.status).toBe(want);
      expect(answer.json.code).toBe(want === 401 ? 'not-signed-in' : 'role-insufficient');
    }
  });

  it('covers exactly what the OpenAPI document describes', () => {
    const documented = api.checker.operations.map(
      ({ method, path, operation }) =>
        `${method} ${path.replace(/\{(\w+)\}/g, ':$1')} ${operation['x-required-role']}`,
    );
    const undocumented = /^GET \/(openapi\.json|problems)/;
    const table = routes
      .filter(({ key }) => !undocumented.test(key))
      .map(({ key, access }) => `${key} ${access}`);
    expect(documented.sort()).toEqual(table.sort());
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
