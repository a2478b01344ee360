import { distanceToEdge } from '../geometry/distance-to-edge.ts';

/** Zones of a face as a technician names them. */
export const FACE_ZONES = ['notch', 'lips', 'centre', 'back'] as const;
export type FaceZone = (typeof FACE_ZONES)[number];

/** Depth of the notch and back zones as a share of the ligament (1.5 and 1.2 of 8 mm), width of a lip likewise. */
const NOTCH_SHARE = 1.5 / 8;
const BACK_SHARE = 1.2 / 8;
const LIP_SHARE = 1 / 8;

/** Where a cell lies in its face: relative depth and side position. */
export interface FaceFrame {
  readonly width: number;
  readonly height: number;
  /** First and last row with at least half a cell of face. */
  readonly top: number;
  readonly bottom: number;
  /** First and last inside column of each row; first > last where the row is empty. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** Rows and spans of a face mask (cover 0 to 1). */
export function faceFrame(mask: Float32Array, width: number, height: number): FaceFrame {
  const first = new Int32Array(height).fill(width);
  const last = new Int32Array(height).fill(-1);
  let top = height;
  let bottom = -1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (mask[y * width + x] < 0.5) continue;
      first[y] = Math.min(first[y], x);
      last[y] = x;
    }
    if (last[y] < 0) continue;
    top = Math.min(top, y);
    bottom = y;
  }
  return { width, height, top, bottom, first, last };
}

/** Zone of every cell: index into `FACE_ZONES`, -1 outside. Notch and back go before lips. */
export function zoneMap(mask: Float32Array, width: number, height: number): Int8Array {
  const frame = faceFrame(mask, width, height);
  const depth = Math.max(1, frame.bottom - frame.top + 1);
  const distance = distanceToEdge(mask, width, height);
  const zones = new Int8Array(width * height).fill(-1);
  for (let i = 0; i < zones.length; i += 1) {
    if (mask[i] < 0.5) continue;
    const y = Math.floor(i / width);
    const part = (y - frame.top + 0.5) / depth;
    if (part < NOTCH_SHARE) zones[i] = 0;
    else if (part > 1 - BACK_SHARE) zones[i] = 3;
    else zones[i] = distance[i] < LIP_SHARE * depth ? 1 : 2;
  }
  return zones;
}
