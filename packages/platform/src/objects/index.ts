export { openBackupTarget } from './backup-target/open-backup-target.ts';
export { FilesystemObjectStore } from './filesystem-object-store.ts';
export { openFolder, openObjectStore } from './open-object-store.ts';
export { tellWhetherUsable } from './tell-whether-usable.ts';
