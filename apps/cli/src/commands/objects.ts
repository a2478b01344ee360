import type { ObjectStore } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { openFolder, openObjectStore } from '@mlmcsc/platform/objects';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import {
  copyObjects,
  type ObjectReport,
  repairObjects,
  replicateObjects,
  verifyObjects,
} from '../objects/object-work.ts';

export const objectPlaces = ['folder', 'bucket'] as const;
/** The data folder, or the bucket of the configuration. */
export type ObjectPlace = (typeof objectPlaces)[number];

/** How many objects lie between two signs of life on a terminal. */
const remarkEvery = 250;

/** `mlmcsc objects verify`: reads every object of the configured store. @returns the exit code */
export async function verifyStoredObjects(config: Config): Promise<number> {
  const store = await openObjectStore(config);
  try {
    return tell('verified', await verifyObjects(store, countUp()));
  } finally {
    await store.close();
  }
}

/** `mlmcsc objects copy`: from the data folder to the bucket or back; nothing is removed. @returns the exit code */
export async function copyStoredObjects(config: Config, from: ObjectPlace, to: ObjectPlace): Promise<number> {
  if (from === to) throw new CommandFailure('Name two different places: folder and bucket.', exitCodes.usage);
  if (config.s3Bucket === null) {
    throw new CommandFailure('No bucket is configured; set MLMCSC_S3_BUCKET and its key.', exitCodes.usage);
  }
  const places: Readonly<Record<ObjectPlace, ObjectStore>> = {
    folder: openFolder(config),
    bucket: await openObjectStore(config),
  };
  try {
    await places[to].check();
    return tell('copied', await copyObjects(places[from], places[to], countUp()));
  } finally {
    await places.bucket.close();
  }
}

/** `mlmcsc objects replicate` and `repair`: between the configured store and the bucket of the second region. @returns the exit code */
export async function workWithReplica(config: Config, work: 'replicate' | 'repair'): Promise<number> {
  if (config.replicaS3Bucket === null) {
    throw new CommandFailure(
      'No second region is configured; set MLMCSC_REPLICA_S3_BUCKET and its key.',
      exitCodes.usage,
    );
  }
  const store = await openObjectStore(config);
  const replica = await openObjectStore({
    ...config,
    s3Bucket: config.replicaS3Bucket,
    s3Endpoint: config.replicaS3Endpoint,
    s3Region: config.replicaS3Region ?? config.s3Region,
    s3AccessKeyId: config.replicaS3AccessKeyId,
    s3SecretAccessKey: config.replicaS3SecretAccessKey,
    s3CaFile: config.replicaS3CaFile ?? config.s3CaFile,
  });
  try {
    await Promise.all([store.check(), replica.check()]);
    const done = work === 'replicate' ? replicateObjects : repairObjects;
    return tell('copied', await done(store, replica, countUp()));
  } finally {
    await store.close();
    await replica.close();
  }
}

function tell(done: 'verified' | 'copied', { intact, copied, bytes, damaged }: ObjectReport): number {
  for (const key of damaged) process.stderr.write(`damaged  ${key}\n`);
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  process.stdout.write(
    done === 'verified'
      ? `${intact} objects are intact (${size}), ${damaged.length} are damaged.\n`
      : `${copied} objects copied (${size}), ${intact - copied} were there already, ${damaged.length} are damaged and were left out.\n`,
  );
  return damaged.length === 0 ? exitCodes.ok : exitCodes.failed;
}

/** Shows on a terminal that it goes on. */
function countUp(): () => void {
  let count = 0;
  return () => {
    count += 1;
    if (process.stderr.isTTY && count % remarkEvery === 0) process.stderr.write(`\r${count} objects …\r`);
  };
}
