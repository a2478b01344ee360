import { resolve } from 'node:path';
import { type BackupTarget, InvalidInput } from '@mlmcsc/core';
import type { Config } from '../../config/index.ts';
import { readCertificates } from '../read-certificates.ts';
import { FolderBackupTarget } from './folder-backup-target.ts';

export type BackupTargetConfig = Pick<
  Config,
  | 's3Endpoint'
  | 's3Region'
  | 's3AccessKeyId'
  | 's3SecretAccessKey'
  | 's3ForcePathStyle'
  | 's3CaFile'
  | 's3TimeoutMs'
  | 'backupS3Endpoint'
  | 'backupS3Region'
  | 'backupS3AccessKeyId'
  | 'backupS3SecretAccessKey'
  | 'backupS3CaFile'
>;

/** @param place - a folder, or `s3://bucket/prefix`
 * @throws InvalidInput `backup-target-invalid`, `s3-ca-file-unreadable`
 */
export async function openBackupTarget(place: string, config: BackupTargetConfig): Promise<BackupTarget> {
  if (!place.includes('://')) return new FolderBackupTarget(resolve(place));
  const [, bucket, prefix = ''] = /^s3:\/\/([^/]+)(?:\/(.*))?$/.exec(place) ?? [];
  if (bucket === undefined) {
    throw new InvalidInput('backup-target-invalid', 'Backups go to a folder or to s3://bucket/prefix.');
  }
  const accessKeyId = config.backupS3AccessKeyId ?? config.s3AccessKeyId;
  const secretAccessKey = config.backupS3SecretAccessKey ?? config.s3SecretAccessKey;
  if (accessKeyId === null || secretAccessKey === null) {
    throw new InvalidInput(
      'backup-target-invalid',
      'Backups to a bucket need MLMCSC_BACKUP_S3_ACCESS_KEY_ID and MLMCSC_BACKUP_S3_SECRET_ACCESS_KEY.',
    );
  }
  const caFile = config.backupS3CaFile ?? config.s3CaFile;
  const { S3BackupTarget } = await import('./s3-backup-target.ts');
  return new S3BackupTarget(
    {
      ...{ bucket, accessKeyId, secretAccessKey, publicEndpoint: null },
      endpoint: config.backupS3Endpoint ?? config.s3Endpoint,
      region: config.backupS3Region ?? config.s3Region,
      forcePathStyle: config.s3ForcePathStyle,
      ca: caFile === null ? null : await readCertificates(caFile),
      // A part of 64 MB must fit.
      timeoutMs: Math.max(config.s3TimeoutMs, 60_000),
    },
    prefix === '' ? '' : `${prefix.replace(/\/+$/, '')}/`,
  );
}
