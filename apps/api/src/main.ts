import { DomainError } from '@mlmcsc/core';
import { ConfigError, parseConfig } from '@mlmcsc/platform/config';
import { stopOnSignals } from '@mlmcsc/platform/system';
import { startApi } from './start-api.ts';

/** The API process. Exit codes: 0 stopped as asked, 1 could not start, 2 bad configuration. */
try {
  const config = parseConfig(process.env, undefined, 'api');
  const api = await startApi(config);
  stopOnSignals(api, process, config.shutdownMs);
} catch (error) {
  const expected = error instanceof ConfigError || error instanceof DomainError;
  console.error(expected ? error.message : error);
  process.exit(error instanceof ConfigError ? 2 : 1);
}
