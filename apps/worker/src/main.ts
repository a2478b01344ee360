import { DomainError } from '@mlmcsc/core';
import { ConfigError, parseConfig } from '@mlmcsc/platform/config';
import { stopOnSignals } from '@mlmcsc/platform/system';
import { startWorker } from './start-worker.ts';

/** The worker process. Exit codes: 0 stopped as asked, 1 could not go on, 2 bad configuration. */
try {
  const config = parseConfig(process.env, undefined, 'worker');
  const worker = await startWorker(config);
  stopOnSignals(worker, process, config.shutdownMs);
  worker.ended.catch((error: unknown) => {
    console.error(`The worker cannot go on: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  });
} catch (error) {
  const expected = error instanceof ConfigError || error instanceof DomainError;
  console.error(expected ? error.message : error);
  process.exit(error instanceof ConfigError ? 2 : 1);
}
