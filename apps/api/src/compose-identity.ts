import type { Logger } from '@mlmcsc/core';
import {
  createAuth,
  PostgresApiKeys,
  SessionAuthenticator,
  TimeBasedSecondFactors,
  UserAccounts,
} from '@mlmcsc/platform/auth';
import type { Config } from '@mlmcsc/platform/config';
import type { createPool } from '@mlmcsc/platform/postgres';
import type { ApiDependencies } from './api-dependencies.ts';
import { RequestAuthenticator } from './http/request-authenticator.ts';
import { rolesFrom } from './permissions.ts';

export interface IdentityOptions {
  readonly pool: ReturnType<typeof createPool>;
  /** Signs sessions, encrypts second factors. */
  readonly secret: string;
  readonly config: Pick<Config, 'publicUrl' | 'secondFactorFromRole'>;
  readonly log: Logger;
}

/** Wires users and everything by which they show who they are. */
export function composeIdentity({
  pool,
  secret,
  config,
  log,
}: IdentityOptions): Pick<ApiDependencies, 'authenticator' | 'users' | 'apiKeys' | 'secondFactors'> {
  const secondFactors = new TimeBasedSecondFactors({ pool, secret });
  const apiKeys = new PostgresApiKeys(pool);
  const sessions = new SessionAuthenticator({
    auth: createAuth({ pool, secret, publicUrl: config.publicUrl, log }),
    pool,
    secondFactors,
    rolesWithSecondFactor: rolesFrom(config.secondFactorFromRole),
  });
  return {
    authenticator: new RequestAuthenticator(sessions, apiKeys),
    users: new UserAccounts(pool),
    apiKeys,
    secondFactors,
  };
}
