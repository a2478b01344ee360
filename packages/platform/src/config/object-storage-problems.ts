interface S3Values {
  readonly s3Bucket: string | null;
  readonly s3Endpoint: string | null;
  readonly s3AccessKeyId: string | null;
  readonly s3SecretAccessKey: string | null;
}

/** What the S3 settings lack: a bucket needs its key, and the others mean nothing without a bucket. */
export function objectStorageProblems(values: S3Values): readonly string[] {
  const { s3Bucket, s3Endpoint, s3AccessKeyId, s3SecretAccessKey } = values;
  if (s3Bucket !== null) {
    return [
      ...(s3AccessKeyId === null ? ['MLMCSC_S3_ACCESS_KEY_ID must be set: MLMCSC_S3_BUCKET needs it.'] : []),
      ...(s3SecretAccessKey === null
        ? ['MLMCSC_S3_SECRET_ACCESS_KEY must be set: MLMCSC_S3_BUCKET needs it.']
        : []),
    ];
  }
  const isMeant = [s3Endpoint, s3AccessKeyId, s3SecretAccessKey].some((value) => value !== null);
  return isMeant
    ? ['MLMCSC_S3_BUCKET must be set: other settings of S3 are, and pictures would go to the data folder.']
    : [];
}

/** What the settings of backups lack. */
export function backupProblems({
  backupTarget,
  backupKey,
}: {
  readonly backupTarget: string | null;
  readonly backupKey: string | null;
}): readonly string[] {
  return backupTarget !== null && backupKey === null
    ? ['MLMCSC_BACKUP_KEY (or MLMCSC_BACKUP_KEY_FILE) must be set: MLMCSC_BACKUP_TARGET needs it.']
    : [];
}
