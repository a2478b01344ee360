import { DomainError, NotAllowed, Unavailable } from '@mlmcsc/core';

/** Codes of refused credentials; all are answered alike, so that nobody learns which part was wrong. */
const REFUSED: ReadonlySet<string> = new Set([
  'UNAUTHORIZED',
  'UNPROCESSABLE_ENTITY',
  'BAD_REQUEST',
  'FORBIDDEN',
]);

/** An error of the sign-in library or of the database below it, in the words of the domain. */
export function translateAuthError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const { status } = error as { status?: unknown };
  if (typeof status === 'string' && REFUSED.has(status)) {
    return new NotAllowed('sign-in-failed', 'User name or password is wrong.', { cause: error });
  }
  // The library hides why it failed; what it does besides the database cannot fail.
  if (isAway(error) || status === 'INTERNAL_SERVER_ERROR') {
    return new Unavailable('database-unavailable', 'The database cannot be reached.', { cause: error });
  }
  return error;
}

/** PostgreSQL classes 08 (connection), 53 (out of resources), 57P (shut down) and errors of the socket. */
function isAway(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code } = current as { code?: unknown };
    if (typeof code === 'string' && /^(08|53|57P|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|ENOENT)/.test(code))
      return true;
    if (/timeout exceeded when trying to connect|Connection terminated/.test(current.message)) return true;
    if (current instanceof AggregateError && current.errors.some(isAway)) return true;
  }
  return false;
}
