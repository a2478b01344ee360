import { access, constants, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectStore } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { createPool, PostgresStore } from '@mlmcsc/platform/postgres';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { describeFailure } from '../console/describe-failure.ts';
import { asOperator } from '../console/operator.ts';
import { quietLog } from '../console/quiet-log.ts';
import { loadModel } from '../model/load-model.ts';
import { findRunningInstance } from '../up/instance-lock.ts';
import { withDatabase } from '../up/reach-database.ts';
import {
  checkAuditTrail,
  checkChampion,
  checkIntegrity,
  checkQueue,
  checkSchema,
  Leftovers,
  type RecordCheckOptions,
} from './doctor-records.ts';

interface Check {
  readonly name: string;
  /** @returns what is well, in a few words @throws what is not */
  readonly run: () => Promise<string>;
}

/** `mlmcsc doctor`: looks at every part of the installation and says what is wrong, and the remedy. @returns the exit code */
export async function doctor(config: Config, options: RecordCheckOptions): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const run = async (checks: readonly Check[]) => {
    for (const { name, run } of checks) {
      try {
        process.stdout.write(`✓ ${name.padEnd(12)} ${await run()}\n`);
      } catch (error) {
        const isHarmless = error instanceof Leftovers;
        if (!isHarmless) exitCode = exitCodes.failed;
        else if (exitCode === exitCodes.ok) exitCode = exitCodes.leftovers;
        process.stdout.write(`${isHarmless ? '!' : '✗'} ${name.padEnd(12)} ${describeFailure(error).text}\n`);
      }
    }
  };
  await run([
    { name: 'runtime', run: async () => `Node.js ${process.versions.node}` },
    { name: 'data folder', run: () => checkDataFolder(config.dataDir) },
    { name: 'objects', run: () => checkObjects(config) },
    { name: 'model', run: async () => describeModel(config) },
    { name: 'server', run: () => describeServer(config.dataDir) },
  ]);
  try {
    await withDatabase(config, quietLog, (database) => run(recordChecks(config, database.url, options)));
  } catch (error) {
    exitCode = exitCodes.failed;
    process.stdout.write(`✗ ${'database'.padEnd(12)} ${describeFailure(error).text}\n`);
  }
  return exitCode;
}

/** Checks that need the database; the first opens it for all. */
function recordChecks(config: Config, url: string, options: RecordCheckOptions): readonly Check[] {
  const withRows = async (work: (store: PostgresStore, objects: ObjectStore) => Promise<string>) => {
    const pool = createPool({ url, applicationName: 'mlmcsc-doctor', maxConnections: 2, log: quietLog });
    const objects = await openObjectStore(config);
    try {
      return await asOperator(() => work(new PostgresStore(pool), objects));
    } finally {
      await objects.close();
      await pool.end();
    }
  };
  return [
    {
      name: 'database',
      run: () =>
        withRows(async (store) => {
          await store.check();
          return config.databaseUrl === null ? 'embedded, answers' : 'answers';
        }),
    },
    { name: 'schema', run: () => checkSchema(url) },
    { name: 'audit trail', run: () => withRows(checkAuditTrail) },
    { name: 'champion', run: () => withRows(checkChampion) },
    { name: 'queue', run: () => withRows(checkQueue) },
    { name: 'integrity', run: () => withRows((store, objects) => checkIntegrity(store, objects, options)) },
  ];
}

async function checkDataFolder(folder: string): Promise<string> {
  await access(folder, constants.R_OK | constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new CommandFailure(`${folder} does not exist yet; mlmcsc up makes it.`);
  });
  const { bavail, bsize } = await statfs(folder);
  return `${folder}, ${((bavail * bsize) / 1e9).toFixed(1)} GB free`;
}

async function checkObjects(config: Config): Promise<string> {
  const objects = await openObjectStore(config);
  try {
    await objects.check();
    return config.s3Bucket === null ? 'can be written' : `bucket ${config.s3Bucket} can be written`;
  } finally {
    await objects.close();
  }
}

async function describeModel({ modelFile }: Config): Promise<string> {
  const { version, digest } = await loadModel(modelFile ?? undefined);
  return `${version} (${digest.slice(0, 12)})`;
}

async function describeServer(dataDir: string): Promise<string> {
  const running = await findRunningInstance(dataDir);
  if (running?.url == null) return 'not running';
  const answer = await fetch(`${running.url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(
    () => null,
  );
  if (answer?.ok !== true)
    throw new CommandFailure(`${running.url} does not answer; its logs are in ${join(dataDir, 'logs')}.`);
  return `ready at ${running.url}`;
}
