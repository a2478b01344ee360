import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from '@mlmcsc/core';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../embedded-postgres/index.ts';
import { migrate } from '../postgres/index.ts';

/** A throw-away PostgreSQL server for the integration tests of one file. */
export interface TestDatabaseServer {
  /** A fresh, migrated database (cloned from a template, some 30 ms). */
  createDatabase(): Promise<string>;
  /** A fresh database without any schema. */
  createEmptyDatabase(): Promise<string>;
  /** Process id of the server, for tests that kill it. */
  pid(): number;
  stop(): Promise<void>;
}

/** A log that says nothing. */
export const silentLog: Logger = { info: () => {}, warn: () => {}, error: () => {} };

/** Starts the server in a temporary folder; a real PostgreSQL, the same launcher that the product uses. */
export async function startTestDatabaseServer(log: Logger = silentLog): Promise<TestDatabaseServer> {
  const folder = await mkdtemp(join(tmpdir(), 'mlmcsc-test-'));
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), log, isDurable: false });
  // A test run that ends without stopping it (an uncaught error, Ctrl-C) leaves nothing behind.
  const onExit = () => {
    process.kill(server.pid(), 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  };
  process.once('exit', onExit);
  let names = 0;
  let template: Promise<string> | null = null;

  const create = async (source: string | null): Promise<string> => {
    names += 1;
    const name = `test_${names}`;
    const client = new Client({ connectionString: server.url });
    await client.connect();
    try {
      await client.query(`create database ${name}${source === null ? '' : ` template ${source}`}`);
    } finally {
      await client.end();
    }
    return name;
  };
  const urlOf = (name: string) => {
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return url.href;
  };

  return {
    pid: server.pid,
    async createDatabase() {
      template ??= (async () => {
        const name = await create(null);
        await migrate(urlOf(name), log);
        return name;
      })();
      return urlOf(await create(await template));
    },
    async createEmptyDatabase() {
      return urlOf(await create(null));
    },
    async stop() {
      process.off('exit', onExit);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
