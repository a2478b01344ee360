import { NotAllowed } from '@mlmcsc/core';
import type { FastifyRequest } from 'fastify';
import { type Access, readAccess } from '../permissions.ts';
import { assertRole } from './assert-role.ts';
import { signedIn } from './signed-in.ts';

/** Holds a caller who is known to the permission table's entry of the route.
 * @param worksWithoutSecondFactor - whether those may call it who have yet to set one up
 * @throws NotAllowed `not-signed-in | role-insufficient | session-required | scope-insufficient | second-factor-missing`
 */
export function assertAccess(
  request: Pick<FastifyRequest, 'session'>,
  access: Exclude<Access, 'public'>,
  worksWithoutSecondFactor: boolean,
): void {
  const { role, scope } = readAccess(access);
  const { session, apiKey } = signedIn(request);
  if (role !== null) assertRole(request, role);
  if (apiKey !== null) {
    if (scope === null) {
      throw new NotAllowed('session-required', 'API keys cannot do this; sign in.');
    }
    if (!apiKey.scopes.includes(scope)) {
      throw new NotAllowed(
        'scope-insufficient',
        `This needs a key with the scope ${scope}; yours has ${apiKey.scopes.join(', ')}.`,
      );
    }
  }
  if (session?.lacksSecondFactor === true && !worksWithoutSecondFactor) {
    throw new NotAllowed(
      'second-factor-missing',
      'Your role demands a second factor; set it up in your account first.',
    );
  }
}
