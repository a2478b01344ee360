export { MemoryAttempts } from './memory-attempts.ts';
export { MemoryCache } from './memory-cache.ts';
export { MemoryCounters } from './memory-counters.ts';
export { type CacheFigures, type OpenCache, openCache } from './open-cache.ts';
