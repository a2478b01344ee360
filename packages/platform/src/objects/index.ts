export { FilesystemObjectStore } from './filesystem-object-store.ts';
export { openObjectStore } from './open-object-store.ts';
