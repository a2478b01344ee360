import { Conflict, DomainError, Unavailable } from '@mlmcsc/core';

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENOENT',
]);

/** Whether the same transaction may simply be run again. */
export function isTransactionConflict(error: unknown): boolean {
  const code = driverError(error)?.code;
  return code === '40001' || code === '40P01';
}

/** Gives a driver failure a meaning; domain errors pass unchanged. Connection details stay in the cause. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const driver = driverError(error);
  const code = driver?.code ?? '';
  const message = driver?.message ?? '';
  if (code === '57014') {
    return new Unavailable('database-timeout', 'The database took too long; try again.', { cause: error });
  }
  if (code === '53100') {
    return new Unavailable(
      'disk-full',
      'The disk of the database is full; free some space, then try again.',
      {
        cause: error,
      },
    );
  }
  if (isTransactionConflict(error)) {
    return new Unavailable('database-busy', 'Others changed the same rows at the same time; try again.', {
      cause: error,
    });
  }
  if (isConnectionFailure(code, message)) {
    return new Unavailable('database-unavailable', 'The database does not answer; try again in a moment.', {
      cause: error,
    });
  }
  if (code === '23001') return new Conflict('append-only', 'This record is never changed.', { cause: error });
  if (code === '23505')
    return new Conflict('already-exists', 'The same record exists already.', { cause: error });
  return error;
}

function isConnectionFailure(code: string, message: string): boolean {
  return (
    code.startsWith('08') ||
    code.startsWith('57P') ||
    code === '53300' ||
    networkCodes.has(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/i.test(
      message,
    )
  );
}

function driverError(error: unknown): { code?: string; message: string } | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof AggregateError && at.errors[0] instanceof Error) return at.errors[0];
    if (typeof (at as { code?: unknown }).code === 'string' || at.cause === undefined) return at;
  }
  return null;
}

/** The same object whose asynchronous methods reject with translated errors. */
export function translating<T extends object>(target: T): T {
  const wrapped: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(target)) {
    wrapped[name] =
      typeof member === 'function'
        ? async (...parameters: unknown[]) => {
            try {
              return await (member as (...all: unknown[]) => unknown)(...parameters);
            } catch (error) {
              throw translateDatabaseError(error);
            }
          }
        : member;
  }
  return wrapped as T;
}
