export { type BackupKey, makeBackupKey, parseBackupKey } from './backup-key.ts';
export type { BackupManifest } from './backup-manifest.ts';
export { BackupStore } from './backup-store.ts';
export { createBackup } from './create-backup.ts';
export { requireObjectsThere, restoreObjects, restoreRows } from './restore-backup.ts';
export { runRecorded } from './run-recorded.ts';
export { type BackupVerdict, verifyBackup } from './verify-backup.ts';
