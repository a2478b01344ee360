export { MemoryCache } from './memory-cache.ts';
