import type { Logger } from '@mlmcsc/core';

/** For short commands: only what went wrong is shown, on the error stream. */
export const quietLog: Logger = {
  info: () => {},
  warn: (_fields, message) => process.stderr.write(`${message}\n`),
  error: (_fields, message) => process.stderr.write(`${message}\n`),
};
