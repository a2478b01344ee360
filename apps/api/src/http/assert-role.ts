import type { Role } from '@mlmcsc/contracts';
import { NotAllowed } from '@mlmcsc/core';
import type { FastifyRequest } from 'fastify';
import { isAllowed } from '../permissions.ts';
import { signedIn } from './signed-in.ts';

/** @throws NotAllowed `not-signed-in | role-insufficient` when the caller's role is below `needed` */
export function assertRole(request: Pick<FastifyRequest, 'session'>, needed: Role): void {
  const { user } = signedIn(request);
  if (isAllowed(user.role, needed)) return;
  throw new NotAllowed('role-insufficient', `This needs the role ${needed}; yours is ${user.role}.`);
}
