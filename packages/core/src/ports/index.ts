export type * from './audit.ts';
export type * from './cache.ts';
export type * from './clock.ts';
export type * from './image-codec.ts';
export type * from './logger.ts';
export type * from './measurement.ts';
export type * from './object-store.ts';
export type * from './store.ts';
