import type { Logger } from '@mlmcsc/core';

/** For short commands: only errors are shown, on the error stream. */
export const quietLog: Logger = {
  info: () => {},
  warn: () => {},
  error: (_fields, message) => process.stderr.write(`${message}\n`),
};
