import type { FaceTruth, RenderedScene } from '@mlmcsc/specimens';
import type { MaskImage, RgbImage } from '@mlmcsc/vision';

/** A rendered picture as the training cache keeps it. */
export interface StoredScene {
  readonly image: RgbImage;
  /** One byte a pixel: bits 0-2 face number (0 = none), bit 6 cleavage, bit 7 within 1.5 mm of the notch edge. */
  readonly labels: Uint8Array;
  readonly about: SceneAbout;
}

export interface SceneAbout {
  readonly seed: number;
  /** Render family, or `negative`. */
  readonly family: string;
  /** What a technician would say of the picture; negatives: `none`. */
  readonly fitness: string;
  readonly faces: readonly FaceTruth[];
}

const FACE_BITS = 7;
const CLEAVAGE_BIT = 64;
const NOTCH_BIT = 128;

/** Puts the three truth masks into one byte a pixel. */
export function packLabels(truth: RenderedScene['truth']): Uint8Array {
  const labels = new Uint8Array(truth.faceMask.data.length);
  for (let i = 0; i < labels.length; i++) {
    labels[i] =
      (truth.faceMask.data[i] & FACE_BITS) |
      (truth.cleavageMask.data[i] ? CLEAVAGE_BIT : 0) |
      (truth.notchBandMask.data[i] ? NOTCH_BIT : 0);
  }
  return labels;
}

/** 1 wherever a label's bits under `bits` equal `value`, or, without a value, any of them is set. */
function maskOf(scene: StoredScene, bits: number, value?: number): MaskImage {
  const { labels } = scene;
  const data = new Uint8Array(labels.length);
  for (let i = 0; i < data.length; i++) {
    const part = labels[i] & bits;
    data[i] = (value === undefined ? part > 0 : part === value) ? 1 : 0;
  }
  return { width: scene.image.width, height: scene.image.height, data };
}

export const anyFaceMask = (scene: StoredScene): MaskImage => maskOf(scene, FACE_BITS);
export const notchMask = (scene: StoredScene): MaskImage => maskOf(scene, NOTCH_BIT);
export const cleavageMask = (scene: StoredScene): MaskImage => maskOf(scene, CLEAVAGE_BIT);
/** @param face - 1-based */
export const faceMask = (scene: StoredScene, face: number): MaskImage => maskOf(scene, FACE_BITS, face);

/** One file: length of the JSON (32 bits, little-endian), the JSON, RGB bytes, label bytes. */
export function encodeScene(scene: StoredScene): Uint8Array {
  const { width, height, data } = scene.image;
  const json = new TextEncoder().encode(JSON.stringify({ width, height, about: scene.about }));
  const bytes = new Uint8Array(4 + json.length + data.length + scene.labels.length);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  bytes.set(data, 4 + json.length);
  bytes.set(scene.labels, 4 + json.length + data.length);
  return bytes;
}

/** @throws Error when the bytes are cut short */
export function decodeScene(bytes: Uint8Array): StoredScene {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const { width, height, about } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  const from = 4 + length;
  const pixels = width * height;
  if (bytes.length !== from + 4 * pixels) {
    throw new Error(
      `stored scene of ${width} × ${height} has ${bytes.length} bytes; delete it to render it again`,
    );
  }
  return {
    image: { width, height, data: bytes.subarray(from, from + 3 * pixels) },
    labels: bytes.subarray(from + 3 * pixels),
    about,
  };
}
