import type { Role } from '@mlmcsc/contracts';
import { InvalidInput } from '@mlmcsc/core';

const ROLES: readonly Role[] = ['viewer', 'technician', 'reviewer', 'engineer', 'admin'];

/** Single sign-on by an OpenID Connect provider. */
export interface OidcSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
  /** Path of the claim that names groups or roles, e.g. `realm_access.roles`. */
  readonly roleClaim: string;
  readonly roleOf: ReadonlyMap<string, Role>;
}

export interface OidcVariables {
  readonly oidcIssuer: string | null;
  readonly oidcClientId: string | null;
  readonly oidcClientSecret: string | null;
  readonly oidcScopes: string;
  readonly oidcRoleClaim: string;
  readonly oidcRoleMap: string | null;
}

/** The settings, or null when single sign-on is not configured. @throws InvalidInput `oidc-settings-invalid` */
export function readOidcSettings(variables: OidcVariables): OidcSettings | null {
  const { oidcIssuer, oidcClientId, oidcClientSecret, oidcRoleMap } = variables;
  const given = [oidcIssuer, oidcClientId, oidcClientSecret, oidcRoleMap];
  if (given.every((value) => value === null)) return null;
  if (oidcIssuer === null || oidcClientId === null || oidcClientSecret === null || oidcRoleMap === null) {
    throw invalid(
      'Single sign-on needs MLMCSC_OIDC_ISSUER, MLMCSC_OIDC_CLIENT_ID, MLMCSC_OIDC_CLIENT_SECRET and MLMCSC_OIDC_ROLE_MAP.',
    );
  }
  const issuer = new URL(oidcIssuer);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname);
  if (issuer.protocol !== 'https:' && !isLocal) {
    throw invalid('MLMCSC_OIDC_ISSUER must begin with https:// unless it is on this machine.');
  }
  return {
    issuer,
    clientId: oidcClientId,
    clientSecret: oidcClientSecret,
    scopes: variables.oidcScopes,
    roleClaim: variables.oidcRoleClaim,
    roleOf: parseRoleMap(oidcRoleMap),
  };
}

/** `group=role` pairs with commas between them. */
function parseRoleMap(text: string): ReadonlyMap<string, Role> {
  const map = new Map<string, Role>();
  for (const pair of text.split(',')) {
    const at = pair.lastIndexOf('=');
    const group = pair.slice(0, Math.max(at, 0)).trim();
    const role = ROLES.find((known) => known === pair.slice(at + 1).trim());
    if (group === '' || role === undefined) {
      throw invalid(
        `MLMCSC_OIDC_ROLE_MAP holds pairs like "lab-technicians=technician" with commas between them; roles are ${ROLES.join(', ')}.`,
      );
    }
    map.set(group, role);
  }
  return map;
}

/** The most powerful role that the claims give, or null. */
export function roleFromClaims(
  claims: Readonly<Record<string, unknown>>,
  { roleClaim, roleOf }: Pick<OidcSettings, 'roleClaim' | 'roleOf'>,
): Role | null {
  let value: unknown = claims[roleClaim];
  if (value === undefined) {
    value = roleClaim
      .split('.')
      .reduce<unknown>(
        (at, name) =>
          at !== null && typeof at === 'object' && Object.hasOwn(at, name)
            ? (at as Record<string, unknown>)[name]
            : undefined,
        claims,
      );
  }
  const groups = [value].flat().filter((one) => typeof one === 'string');
  const roles = groups.map((group) => roleOf.get(group)).filter((role) => role !== undefined);
  return roles.reduce<Role | null>(
    (best, role) => (best === null || ROLES.indexOf(role) > ROLES.indexOf(best) ? role : best),
    null,
  );
}

const invalid = (detail: string) => new InvalidInput('oidc-settings-invalid', detail);
