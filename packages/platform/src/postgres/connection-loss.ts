import { DomainError } from '@mlmcsc/core';

const networkCodes: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENOENT'],
]);

/** The first error of the driver or the socket below whatever it was wrapped in; null when there is none. */
export function driverError(error: unknown): { readonly code: string; readonly message: string } | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof AggregateError && at.errors[0] instanceof Error) return driverError(at.errors[0]);
    const { code } = at as { code?: unknown };
    const isOurs = at instanceof DomainError;
    if (!isOurs && (typeof code === 'string' || at.cause === undefined)) {
      return { code: typeof code === 'string' ? code : '', message: at.message };
    }
  }
  return null;
}

/** Whether the connection broke or could not be made: the server or the pooler is away, restarts, or has no room.
 * PgBouncer reports everything of its own under 08P01.
 */
export function isConnectionLoss(error: unknown): boolean {
  const driver = driverError(error);
  if (driver === null) return false;
  const { code, message } = driver;
  return (
    /^(08|57P0[1-5])/.test(code) ||
    code === '53300' ||
    networkCodes.has(code) ||
    /Connection terminated|Client has encountered a connection error|not queryable|Client was closed/i.test(
      message,
    )
  );
}

/** Whether the server could not prove who it is, or does not encrypt: waiting does not help. */
export function isUnverified(error: unknown): boolean {
  const driver = driverError(error);
  if (driver === null) return false;
  const { code, message } = driver;
  return (
    /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/.test(code) ||
    /does not support SSL|error establishing an SSL connection|no encryption|SSL required/.test(message)
  );
}

/** Whether the server, or the pooler in its own words, knows no such user, password or database. */
export function isRefused(error: unknown): boolean {
  const driver = driverError(error);
  if (driver === null) return false;
  const { code, message } = driver;
  return (
    /^(28P01|28000|3D000)$/.test(code) ||
    (code === '08P01' && /authentication failed|no such (user|database)/i.test(message))
  );
}

/** Whether waiting was given up: no connection became free, or the server stopped answering. Repeating would only wait again. */
export function isTimeOut(error: unknown): boolean {
  const driver = driverError(error);
  return (
    driver !== null &&
    /timeout exceeded when trying to connect|connection timeout|^timeout expired$|Query read timeout/i.test(
      driver.message,
    )
  );
}
