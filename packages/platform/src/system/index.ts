export { withFewArenas } from './few-arenas.ts';
export { lowerThreadPriority } from './lower-thread-priority.ts';
export { readDiskSpace } from './read-disk-space.ts';
export { currentOrigin, type RequestOrigin, runWithOrigin } from './request-origin.ts';
export { stopOnSignals } from './stop-on-signals.ts';
export { systemClock } from './system-clock.ts';
export { uuidV7 } from './uuid-v7.ts';
