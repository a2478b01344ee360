import { randomBytes } from 'node:crypto';
import type { IdGenerator } from '@mlmcsc/core';

let lastMs = 0;
let sequence = 0;

/** UUIDs of version 7: ordered by time, within one process also inside a millisecond.
 * @source RFC 9562 section 5.7; the 12 bits of rand_a count up (section 6.2, method 1)
 */
export const uuidV7: IdGenerator = {
  next() {
    const now = Date.now();
    if (now > lastMs) {
      lastMs = now;
      sequence = randomBytes(2).readUInt16BE() & 0x07ff;
    } else {
      sequence += 1;
      if (sequence > 0x0fff) {
        lastMs += 1;
        sequence = 0;
      }
    }
    const bytes = randomBytes(16);
    bytes.writeUIntBE(lastMs, 0, 6);
    bytes.writeUInt16BE(0x7000 | sequence, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  },
};
