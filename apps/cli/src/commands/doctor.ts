import { access, constants, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '@mlmcsc/platform/config';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { createPool, PostgresStore } from '@mlmcsc/platform/postgres';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { describeFailure } from '../console/describe-failure.ts';
import { quietLog } from '../console/quiet-log.ts';
import { loadModel } from '../model/load-model.ts';
import { findRunningInstance } from '../up/instance-lock.ts';
import { withDatabase } from '../up/reach-database.ts';

interface Check {
  readonly name: string;
  /** @returns what is well, in a few words @throws what is not */
  readonly run: () => Promise<string>;
}

/** `mlmcsc doctor`: looks at every part of the installation and says what is wrong, and the remedy. @returns the exit code */
export async function doctor(config: Config): Promise<number> {
  let isWell = true;
  for (const { name, run } of checksOf(config)) {
    try {
      process.stdout.write(`✓ ${name.padEnd(12)} ${await run()}\n`);
    } catch (error) {
      isWell = false;
      process.stdout.write(`✗ ${name.padEnd(12)} ${describeFailure(error).text}\n`);
    }
  }
  return isWell ? exitCodes.ok : exitCodes.failed;
}

function checksOf(config: Config): readonly Check[] {
  return [
    { name: 'runtime', run: async () => `Node.js ${process.versions.node}` },
    { name: 'data folder', run: () => checkDataFolder(config.dataDir) },
    { name: 'database', run: () => checkDatabase(config) },
    { name: 'objects', run: () => checkObjects(config) },
    { name: 'model', run: async () => describeModel(config) },
    { name: 'server', run: () => describeServer(config.dataDir) },
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

const checkDatabase = (config: Config): Promise<string> =>
  withDatabase(config, quietLog, async ({ url }) => {
    const pool = createPool({ url, applicationName: 'mlmcsc-doctor', maxConnections: 1, log: quietLog });
    try {
      await new PostgresStore(pool).check();
      return config.databaseUrl === null ? 'embedded, answers' : 'answers';
    } finally {
      await pool.end();
    }
  });

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
