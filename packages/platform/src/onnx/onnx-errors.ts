import { Unprocessable } from '@mlmcsc/core';

/** The file is no network that the runtime can open. */
export const unreadable = (path: string, cause: unknown): Unprocessable =>
  new Unprocessable('network-unreadable', `The network ${path} cannot be opened: ${firstLine(cause)}`, {
    cause,
  });

/** The network runs, but is not what is asked for: what was expected, and what was found. */
export const unfit = (path: string, why: string, cause?: unknown): Unprocessable =>
  new Unprocessable('network-unfit', `The network ${path} does not fit: ${why}.`, { cause });

/** Runs a check that says by RangeError what does not fit. @throws Unprocessable `network-unfit` */
export function fitting<T>(path: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (error instanceof RangeError) throw unfit(path, error.message, error);
    throw error;
  }
}

export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? message;
}
