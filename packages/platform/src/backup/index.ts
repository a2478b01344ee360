export {
  type BackupJobOptions,
  makeBackup,
  openBackups,
  proveBackup,
  requireBackupKey,
} from './backup-jobs.ts';
