import { createHash } from 'node:crypto';
import { objectKeyOf } from '../objects/object-key.ts';

/** Key under which the bytes are stored. */
export const objectKeyOfBytes = (bytes: Uint8Array): string =>
  objectKeyOf(createHash('sha256').update(bytes).digest('hex'));
