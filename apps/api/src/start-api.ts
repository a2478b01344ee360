import { fileURLToPath } from 'node:url';
import { Conflict, InvalidInput, Unavailable } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { serveMetrics } from '@mlmcsc/platform/metrics';
import { tellWhetherUsable } from '@mlmcsc/platform/objects';
import { waitForDatabase } from '@mlmcsc/platform/postgres';
import { createLogger } from '@mlmcsc/platform/telemetry';
import { startTracing } from '@mlmcsc/platform/tracing';
import { buildApp } from './app.ts';
import { compose } from './compose.ts';
import { keepShippedModel } from './install-shipped-model.ts';
import { API_VERSION } from './version.ts';

const SHIPPED_MODEL = fileURLToPath(new URL('../../../models/default.mlmcsc', import.meta.url));

export interface RunningApi {
  /** Where it listens, e.g. `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Takes no new requests, ends event streams, lets running requests finish, closes everything. */
  close(): Promise<void>;
}

/** Starts the API and installs the shipped model when there is none. The database is waited for; Redis and objects may be away.
 * @throws InvalidInput `database-url-missing`; Conflict `port-in-use`; Unavailable
 */
export async function startApi(config: Config): Promise<RunningApi> {
  const version = API_VERSION;
  const log = createLogger({ service: 'mlmcsc-api', version, level: config.logLevel });
  const { databaseUrl } = config;
  if (databaseUrl === null) {
    throw new InvalidInput(
      'database-url-missing',
      'MLMCSC_DATABASE_URL must be set for an API of its own; `mlmcsc up` starts one with an embedded database.',
    );
  }
  const stopTracing = await startTracing({ config, service: 'mlmcsc-api', version, log });
  const {
    pool,
    readPool,
    store,
    objects,
    cache,
    measurer,
    curves,
    tables,
    printer,
    events,
    useCases,
    metrics,
    dependencies,
    options,
  } = await compose(config, databaseUrl, log);
  let stopInstalling = async () => {};
  let stopMetrics = async () => {};
  const closeAll = async () => {
    await stopInstalling();
    await stopMetrics();
    await measurer.close();
    await curves.close();
    await tables.close();
    await printer.close();
    await events.close();
    await cache.close();
    await pool.end();
    await readPool?.end();
    await objects.close();
    await stopTracing();
  };
  try {
    const directUrl = config.databaseDirectUrl ?? databaseUrl;
    await waitForDatabase({ waitMs: config.startWaitMs, log, check: () => store.check(), directUrl });
    await Promise.all([tellWhetherUsable(objects, log), cache.start()]);
    await events.start();
    stopInstalling = await keepShippedModel({ useCases, path: config.modelFile ?? SHIPPED_MODEL, log });
    const app = await buildApp(dependencies, options);
    if (config.metricsPort !== null) {
      const server = await serveMetrics(metrics, { host: config.metricsHost, port: config.metricsPort });
      stopMetrics = () => server.close();
    }
    const url = await listen(app, config);
    log.info({ url }, 'API ready');
    let closing: Promise<void> | null = null;
    const close = async () => {
      await app.close();
      await closeAll();
      log.info({}, 'API stopped');
    };
    return {
      url,
      close() {
        closing ??= close();
        return closing;
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** @throws Conflict `port-in-use`; Unavailable `address-unusable` */
async function listen(
  app: Awaited<ReturnType<typeof buildApp>>,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<string> {
  try {
    return await app.listen({ host, port, listenTextResolver: () => 'listening' });
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new Conflict(
        'port-in-use',
        `Port ${port} on ${host} is in use; stop the other program or choose another port with MLMCSC_PORT.`,
        { cause: error },
      );
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new Unavailable(
        'address-unusable',
        `The API cannot listen on ${host}:${port} (${code}); set MLMCSC_HOST and MLMCSC_PORT to an address of this machine.`,
        { cause: error },
      );
    }
    throw error;
  }
}
