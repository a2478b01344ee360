export { type ArchiveEntry, packTar, readTar } from './tar.ts';
