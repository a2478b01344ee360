import type { Role } from '@mlmcsc/contracts';
import { ALL_ROLES, PASSWORD, startTestApi } from '../integration/support/start-test-api.ts';
import { jpegOf } from '../integration/support/test-pictures.ts';
import { type FuzzReport, fuzzApi } from './fuzz-api.ts';
import type { JsonSchema } from './generate-value.ts';
import { KnownValues } from './known-values.ts';
import { openEveryDoor } from './open-every-door.ts';

/** Starts the API on a database of its own and fuzzes it. */
export async function fuzzTestApi(options: {
  readonly seed: number;
  readonly round: number;
}): Promise<FuzzReport> {
  const api = await startTestApi({ requestsPerMinute: 10_000_000 });
  try {
    await api.installModel('1.0.0');
    const known = new KnownValues({
      ...{ model: ['percent-shear'], version: ['1.0.0'], username: ALL_ROLES, password: [PASSWORD] },
    });
    await openEveryDoor(api, known);
    const document = (await (await fetch(`${api.url}/openapi.json`)).json()) as {
      components: { schemas: Record<string, JsonSchema> };
    };
    const cookies = new Map<Role, string>(ALL_ROLES.map((role) => [role, api.cookie(role)]));
    let replaced = 0;
    const headersOf = async (role: Role) => {
      const cookie = cookies.get(role) ?? '';
      const asked = await fetch(`${api.url}/api/v1/session`, { headers: { cookie } });
      const session = (await asked.json()) as { user?: { role: Role } };
      if (asked.status === 200 && session.user?.role === role) return { cookie };
      // Signing out, switching users off and changing their roles are among the routes that are tried: somebody new comes.
      replaced += 1;
      const username = `${role}-${replaced}`;
      await api.accounts.createUser({ username, password: PASSWORD, role });
      const fresh = await api.signIn(username);
      cookies.set(role, fresh);
      return { cookie: fresh };
    };
    const pictures = await Promise.all(
      [1, 2, 3].map((seed) => jpegOf(seed === 3 ? 'no face' : 'face', seed)),
    );
    const target = {
      url: api.url,
      checker: api.checker,
      schemas: document.components.schemas,
      headersOf,
      pictures,
      known,
      secrets: ['s3cr3t', PASSWORD, api.objectsFolder],
    };
    return await fuzzApi(target, options);
  } finally {
    await api.close();
  }
}
