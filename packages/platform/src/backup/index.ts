export {
  type BackupJobOptions,
  makeBackup,
  openBackups,
  proveBackup,
  requireBackupKey,
  takeBackupTurn,
} from './backup-jobs.ts';
