import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { InvalidInput, type ObjectStore } from '@mlmcsc/core';
import type { Config } from '../config/index.ts';
import type { FilesystemObjectStore } from './filesystem-object-store.ts';
import { readCertificates } from './read-certificates.ts';
import { TracedFolder } from './traced-folder.ts';

export type ObjectStoreConfig = Pick<
  Config,
  | 'dataDir'
  | 's3Bucket'
  | 's3Endpoint'
  | 's3PublicEndpoint'
  | 's3Region'
  | 's3AccessKeyId'
  | 's3SecretAccessKey'
  | 's3ForcePathStyle'
  | 's3CaFile'
  | 's3TimeoutMs'
>;

/** The object store of the configuration: a bucket where one is named, else the data folder. Connects when it is used.
 * @param secret - of the installation, the same for all processes; signs addresses of transfers
 * @throws InvalidInput `s3-ca-file-unreadable`
 */
export async function openObjectStore(config: ObjectStoreConfig, secret?: string): Promise<ObjectStore> {
  return config.s3Bucket === null ? openFolder(config, secret) : openBucket(config, config.s3Bucket);
}

/** The data folder's objects, whatever the configuration says about S3. */
export function openFolder({ dataDir }: Pick<Config, 'dataDir'>, secret?: string): FilesystemObjectStore {
  const folder = join(dataDir, 'objects');
  if (secret === undefined) return new TracedFolder(folder);
  return new TracedFolder(folder, createHmac('sha256', secret).update('objects').digest('hex'));
}

async function openBucket(config: ObjectStoreConfig, bucket: string): Promise<ObjectStore> {
  const { s3AccessKeyId, s3SecretAccessKey, s3CaFile } = config;
  if (s3AccessKeyId === null || s3SecretAccessKey === null) {
    throw new InvalidInput('s3-key-missing', 'MLMCSC_S3_BUCKET needs the access key of the bucket.');
  }
  // Only where it is used: loading the client takes half a second and 50 MB.
  const { S3ObjectStore } = await import('./s3-object-store.ts');
  return new S3ObjectStore({
    endpoint: config.s3Endpoint,
    publicEndpoint: config.s3PublicEndpoint,
    region: config.s3Region,
    bucket,
    accessKeyId: s3AccessKeyId,
    secretAccessKey: s3SecretAccessKey,
    forcePathStyle: config.s3ForcePathStyle,
    ca: s3CaFile === null ? null : await readCertificates(s3CaFile),
    timeoutMs: config.s3TimeoutMs,
  });
}
