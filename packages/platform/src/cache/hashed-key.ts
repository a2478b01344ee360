import { createHash } from 'node:crypto';
import { KEY_PREFIX } from './key-prefix.ts';

/** Addresses and user names are not written to the cache as such. */
export function hashedKey(topic: string, key: string): string {
  return `${KEY_PREFIX}:${topic}:${createHash('sha256').update(key).digest('base64url')}`;
}
