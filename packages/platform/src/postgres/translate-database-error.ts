import { Conflict, DomainError, Unavailable } from '@mlmcsc/core';
import { driverError, isConnectionLoss, isRefused, isTimeOut, isUnverified } from './connection-loss.ts';

/** Whether the same transaction may simply be run again. */
export function isTransactionConflict(error: unknown): boolean {
  const code = driverError(error)?.code;
  return code === '40001' || code === '40P01';
}

/** Gives a driver failure a meaning; domain errors pass unchanged. Connection details stay in the cause. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const code = driverError(error)?.code ?? '';
  if (code === '57014' || /Query read timeout/.test(driverError(error)?.message ?? '')) {
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
  if (isUnverified(error)) {
    return new Unavailable(
      'database-unverified',
      'The database cannot be trusted: its certificate does not fit, or it does not encrypt.',
      { cause: error, retryable: false },
    );
  }
  if (isRefused(error)) {
    return new Unavailable(
      'database-refused',
      'The database refuses us: user, password or name of the database in MLMCSC_DATABASE_URL (or MLMCSC_DATABASE_DIRECT_URL) are not right.',
      { cause: error },
    );
  }
  if (isConnectionLoss(error) || isTimeOut(error)) {
    return new Unavailable('database-unavailable', 'The database does not answer; try again in a moment.', {
      cause: error,
    });
  }
  if (code === '23001') return new Conflict('append-only', 'This record is never changed.', { cause: error });
  if (code === '23505')
    return new Conflict('already-exists', 'The same record exists already.', { cause: error });
  if (code === '23503')
    return new Conflict('record-in-use', 'Other records refer to it, or to something that is gone.', {
      cause: error,
    });
  return error;
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
