import { inflateRawSync } from 'node:zlib';
import { InvalidInput } from '@mlmcsc/core';

/** What a workbook may hold when it is unpacked; 5000 specimens of 20 columns are 5 MB. */
export const mostWorkbookBytes = 32 * 1024 * 1024;
const mostParts = 1000;
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/** Refuses an archive that unpacks to more than it should, whatever sizes it declares: each part is unpacked under a limit.
 * @throws InvalidInput `specimen-list-unreadable`
 */
export function guardWorkbook(bytes: Buffer): void {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endSignature) throw damaged();
  const parts = bytes.readUInt16LE(end + 10);
  if (parts > mostParts) throw tooLarge();
  let at = bytes.readUInt32LE(end + 16);
  let left = mostWorkbookBytes;
  for (let part = 0; part < parts; part += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) throw damaged();
    const method = bytes.readUInt16LE(at + 10);
    const packed = bytes.readUInt32LE(at + 20);
    const start = dataOf(bytes, bytes.readUInt32LE(at + 42));
    if (start + packed > bytes.length) throw damaged();
    left -= sizeOf(bytes.subarray(start, start + packed), method, left);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function dataOf(bytes: Buffer, at: number): number {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localSignature) throw damaged();
  return at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
}

function sizeOf(packed: Buffer, method: number, limit: number): number {
  if (method === 0) {
    if (packed.length > limit) throw tooLarge();
    return packed.length;
  }
  if (method !== 8) throw damaged();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) }).length;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : damaged(error);
  }
}

const damaged = (cause?: unknown) =>
  new InvalidInput('specimen-list-unreadable', 'The file is no workbook, or is damaged.', { cause });
const tooLarge = () =>
  new InvalidInput('specimen-list-unreadable', 'The workbook is too large when it is unpacked.');
