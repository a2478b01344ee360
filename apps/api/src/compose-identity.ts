import type { Logger } from '@mlmcsc/core';
import {
  createAuth,
  PostgresApiKeys,
  readOidcSettings,
  SessionAuthenticator,
  SingleSignOn,
  TimeBasedSecondFactors,
  UserAccounts,
} from '@mlmcsc/platform/auth';
import type { Config } from '@mlmcsc/platform/config';
import { appendAudit, type createPool } from '@mlmcsc/platform/postgres';
import type { ApiDependencies } from './api-dependencies.ts';
import { RequestAuthenticator } from './http/request-authenticator.ts';
import { rolesFrom } from './permissions.ts';

export interface IdentityOptions {
  readonly pool: ReturnType<typeof createPool>;
  /** Signs sessions, encrypts second factors. */
  readonly secret: string;
  readonly config: Config;
  readonly log: Logger;
}

/** Wires users and everything by which they show who they are. @throws InvalidInput `oidc-settings-invalid` */
export function composeIdentity({
  pool,
  secret,
  config,
  log,
}: IdentityOptions): Pick<
  ApiDependencies,
  'authenticator' | 'users' | 'apiKeys' | 'secondFactors' | 'singleSignOn'
> {
  const secondFactors = new TimeBasedSecondFactors({ pool, secret, record: appendAudit });
  const apiKeys = new PostgresApiKeys(pool, appendAudit);
  const sessions = new SessionAuthenticator({
    auth: createAuth({ pool, secret, publicUrl: config.publicUrl, log }),
    pool,
    secondFactors,
    rolesWithSecondFactor: rolesFrom(config.secondFactorFromRole),
  });
  const settings = readOidcSettings(config);
  return {
    authenticator: new RequestAuthenticator(sessions, apiKeys),
    users: new UserAccounts(pool, appendAudit),
    apiKeys,
    secondFactors,
    singleSignOn:
      settings === null ? null : new SingleSignOn({ settings, pool, sessions, secret, record: appendAudit }),
  };
}
