export { tarArchiver } from './tar.ts';
