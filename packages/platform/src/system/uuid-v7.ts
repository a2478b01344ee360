import type { IdGenerator } from '@mlmcsc/core';
import { v7 } from 'uuid';

/** UUIDs of version 7: ordered by time, within one process also inside a millisecond (RFC 9562 section 5.7). */
export const uuidV7: IdGenerator = { next: () => v7() };
