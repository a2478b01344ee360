import { Unprocessable } from '../errors.ts';

/** What was seen of one picture, as labels are learned from it without the picture. */
export interface StoredFeatures {
  /** Version of the feature set: which numbers, in which order. */
  readonly featureSetVersion: string;
  readonly values: Float64Array;
}

/** `MLFV` in ASCII. */
const magic = 0x4d4c4656;
const headerBytes = 12;

/** Features as bytes: magic, length of the version (uint32), number of values (uint32), version in UTF-8, values as
 * float64; all little-endian but the magic.
 */
export function encodeFeatures({ featureSetVersion, values }: StoredFeatures): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(featureSetVersion);
  const bytes = new Uint8Array(headerBytes + name.length + 8 * values.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, false);
  view.setUint32(4, name.length, true);
  view.setUint32(8, values.length, true);
  bytes.set(name, headerBytes);
  values.forEach((value, index) => {
    view.setFloat64(headerBytes + name.length + 8 * index, value, true);
  });
  return bytes;
}

/** @throws Unprocessable `features-unreadable` */
export function decodeFeatures(bytes: Uint8Array): StoredFeatures {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headerBytes || view.getUint32(0, false) !== magic) throw unreadable();
  const nameLength = view.getUint32(4, true);
  const count = view.getUint32(8, true);
  const start = headerBytes + nameLength;
  if (bytes.length !== start + 8 * count) throw unreadable();
  return {
    featureSetVersion: new TextDecoder().decode(bytes.subarray(headerBytes, start)),
    values: Float64Array.from({ length: count }, (_, index) => view.getFloat64(start + 8 * index, true)),
  };
}

function unreadable(): Unprocessable {
  return new Unprocessable('features-unreadable', 'Stored features have another format.');
}
