import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { migrate } from '@mlmcsc/platform/postgres';
import { withFewArenas } from '@mlmcsc/platform/system';
import { CommandFailure } from '../console/command-failure.ts';
import { openDatabase } from './database.ts';
import { runDemonstration } from './demonstration/run-demonstration.ts';
import type { InstanceLock } from './instance-lock.ts';
import { startProductProcesses } from './product-processes.ts';
import { createStartConsole, type StartConsole } from './start-console.ts';
import type { StopRequest } from './stop-request.ts';
import { createFirstAdministrator } from './user-accounts.ts';
import { waitUntilReady } from './wait-until-ready.ts';

export interface RunProductOptions {
  /** With an absolute `dataDir` that can be written. */
  readonly config: Config;
  readonly environment: NodeJS.ProcessEnv;
  readonly lock: InstanceLock;
  readonly stop: StopRequest;
  readonly log: Logger;
  readonly withDemonstration: boolean;
}

const READY_TIMEOUT_MS = 120_000;
/** Beyond the time that the processes give themselves. */
const EXTRA_GRACE_MS = 3_000;

/** Starts database, API and worker, tells the address, runs until a stop is requested, and stops everything in order.
 * @throws CommandFailure or a domain error when something cannot be started; everything is stopped then
 */
export async function runProduct(options: RunProductOptions): Promise<void> {
  const { config, stop, log } = options;
  const console = createStartConsole(!existsSync(join(config.dataDir, 'postgres')));
  const cleanUps: (() => Promise<void>)[] = [];
  try {
    const { hopeless } = await start(options, console, cleanUps);
    if (!stop.signal.aborted) {
      const cause = await Promise.race([stop.requested, hopeless]);
      log.info({ cause }, 'stopping');
    }
    console.line('Stopping …');
  } finally {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  }
  console.line('Stopped. The data stays; the same command starts it again.');
}

/** @returns what rejects when a process turns out to be hopeless later */
async function start(
  { config, environment, lock, stop, log, withDemonstration }: RunProductOptions,
  console: StartConsole,
  cleanUps: (() => Promise<void>)[],
): Promise<{ hopeless: Promise<never> }> {
  const database = await console.step('Database started', () => openDatabase(config, log));
  cleanUps.push(() => database.stop());
  await console.step('Database schema up to date', () => migrate(database.url, log));
  await lock.update({ databaseUrl: database.url });
  if (config.s3Bucket !== null) {
    await console.step('Object store can be used', () => checkObjectStore(config));
  }
  const administrator = await createFirstAdministrator(database.url, log);
  if (administrator !== null) {
    console.line('  ✓ First administrator made; this password is shown only now:');
    console.line(`      user      ${administrator.username}`);
    console.line(`      password  ${administrator.password}`);
  }

  let reject: (failure: CommandFailure) => void = () => {};
  const hopeless = new Promise<never>((_, fail) => {
    reject = fail;
  });
  hopeless.catch(() => {});
  const processes = startProductProcesses({
    dataDir: config.dataDir,
    environment: childEnvironment(environment, config, database.isEmbedded ? database.url : null),
    console,
    onHopeless: (failure) => reject(failure),
  });
  cleanUps.push(() => processes.stop(config.shutdownMs + EXTRA_GRACE_MS));

  const url = addressOf(config);
  const ready = await console.step('API and worker started', () =>
    Promise.race([waitUntilReady(`${url}/readyz`, READY_TIMEOUT_MS, stop.signal), hopeless]),
  );
  if (stop.signal.aborted) return { hopeless };
  if (!ready) {
    throw new CommandFailure(
      `The API is not ready after ${READY_TIMEOUT_MS / 1000} s; its log is ${join(config.dataDir, 'logs', 'api.log')}.`,
    );
  }
  if (withDemonstration) {
    const series = runDemonstration({
      ...{
        apiUrl: url,
        databaseUrl: database.url,
        dataDir: config.dataDir,
        console,
        log,
        signal: stop.signal,
      },
    });
    await Promise.race([series, hopeless]);
  }
  if (stop.signal.aborted) return { hopeless };
  await lock.update({ url });
  console.line(`MLMCSC is ready: ${url}`);
  if (process.stdout.isTTY) console.line('Ctrl-C stops it.');
  return { hopeless };
}

/** Told here, a mistake in the settings need not be looked for in the log of a process. @throws Unavailable; InvalidInput */
async function checkObjectStore(config: Config): Promise<void> {
  const objects = await openObjectStore(config);
  try {
    await objects.check();
  } finally {
    await objects.close();
  }
}

/** Where this machine reaches the API. */
function addressOf({ host, port }: Pick<Config, 'host' | 'port'>): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

function childEnvironment(
  environment: NodeJS.ProcessEnv,
  { dataDir, host, port }: Config,
  embeddedUrl: string | null,
): NodeJS.ProcessEnv {
  return {
    ...withFewArenas(environment),
    MLMCSC_DATA_DIR: dataDir,
    MLMCSC_HOST: host,
    MLMCSC_PORT: String(port),
    ...(embeddedUrl === null ? {} : { MLMCSC_DATABASE_URL: embeddedUrl }),
  };
}
