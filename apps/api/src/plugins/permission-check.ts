import type { ApiInstance } from '../api-instance.ts';
import { assertAccess } from '../http/assert-access.ts';
import type { Authenticator } from '../http/authenticator.ts';
import { type Access, EARLIER_PERMISSIONS, PERMISSIONS, WITHOUT_SECOND_FACTOR } from '../permissions.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** From the permission table; set when the route is registered. */
    access?: Access;
    /** Whether those may call it who have yet to set up a second factor that they need. */
    worksWithoutSecondFactor?: boolean;
  }
}

/** Entries of the table ending in `*` stand for every route below. */
function findAccess(method: string, url: string): { key: string; access: Access } | null {
  const key = `${method === 'HEAD' ? 'GET' : method} ${url}`;
  const exact = PERMISSIONS[key] ?? EARLIER_PERMISSIONS[key];
  if (exact !== undefined) return { key, access: exact };
  for (const [pattern, access] of Object.entries(PERMISSIONS)) {
    if (pattern.endsWith('*') && pattern !== 'GET /*' && key.startsWith(pattern.slice(0, -1)))
      return { key: pattern, access };
  }
  return null;
}

/**
 * Holds every route to the permission table: a route that is not in it cannot be registered, so nothing is ever open
 * by oversight.
 * @returns a check, for when all routes are registered, that the table holds nothing else
 */
export function checkPermissions(app: ApiInstance, authenticator: Authenticator): () => void {
  const used = new Set<string>();

  app.addHook('onRoute', (route) => {
    const methods = Array.isArray(route.method) ? route.method : [route.method];
    for (const method of methods) {
      const found = findAccess(method, route.url);
      if (found === null) {
        throw new Error(
          `${method} ${route.url} is not in the permission table (apps/api/src/permissions.ts)`,
        );
      }
      used.add(found.key);
      route.config = {
        ...route.config,
        access: found.access,
        worksWithoutSecondFactor: WITHOUT_SECOND_FACTOR.has(found.key),
      };
    }
  });

  app.decorateRequest('session', null);
  app.addHook('onRequest', async (request) => {
    if (request.is404) return;
    const { access, worksWithoutSecondFactor = false } = request.routeOptions.config;
    if (access === 'public') return;
    if (access === undefined) throw new Error(`${request.method} ${request.url} has no permission`);
    request.session = await authenticator.authenticate(request.headers);
    request.origin.apiKey = request.session?.apiKey?.id ?? null;
    assertAccess(request, access, worksWithoutSecondFactor);
  });

  return () => {
    const left = [...Object.keys(PERMISSIONS), ...WITHOUT_SECOND_FACTOR].filter(
      (key) => !used.has(key) && !key.endsWith('*'),
    );
    if (left.length > 0)
      throw new Error(`the permission table names routes that do not exist: ${left.join(', ')}`);
  };
}
