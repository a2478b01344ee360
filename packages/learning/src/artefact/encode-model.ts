import { listNetworkTensors } from '@mlmcsc/kernels';
import type { DoubtShape } from '../head/noise-shape.ts';
import { canonicalJson } from './canonical-json.ts';
import { crc32 } from './crc32.ts';
import type { Model, StoredNetwork } from './model.ts';
import { headerOf, readHeader, tensorPlans } from './model-header.ts';
import type { NamedTensor } from './tensor-section.ts';
import { aligned, tensorTable, writeTensors } from './tensor-section.ts';

/** `MLMCSC` in ASCII. */
export const artefactMagic = Uint8Array.of(0x4d, 0x4c, 0x4d, 0x43, 0x53, 0x43);
/** Newest format that is read; it grows when older code could not read the file. */
export const artefactFormatVersion = 2;
/** Format that a model is written in: 2 when its noise shape has a second factor, else 1, so that a model of older code keeps its
 * bytes and its digest. */
export const artefactFormatOf = ({ head }: Model): number => (head.noiseShape.doubt === undefined ? 1 : 2);
/** Magic 6 bytes, format version uint16, header length uint32, CRC-32 of all that follows uint32; little-endian. */
export const artefactPreambleLength = 16;

/** The model as bytes: preamble, canonical JSON header, zeros up to a multiple of 8, little-endian tensors each 8-aligned.
 * One model has one encoding, so its SHA-256 names it.
 * @throws RangeError when the model could not be decoded again (a wrong length, a number that is not finite, …)
 */
export function encodeModel(model: Model): Uint8Array<ArrayBuffer> {
  const bare = headerOf(model);
  const header = readHeader({ ...bare, tensors: [] });
  const { entries, byteLength } = tensorTable(tensorPlans(header));
  const text = new TextEncoder().encode(canonicalJson({ ...bare, tensors: entries }));
  const tensorsAt = aligned(artefactPreambleLength + text.byteLength);
  const bytes = new Uint8Array(tensorsAt + byteLength);
  bytes.set(text, artefactPreambleLength);
  writeTensors(bytes, tensorsAt, tensorsOf(model, header));
  bytes.set(artefactMagic);
  const view = new DataView(bytes.buffer);
  view.setUint16(6, artefactFormatOf(model), true);
  view.setUint32(8, text.byteLength, true);
  view.setUint32(12, crc32(bytes.subarray(artefactPreambleLength)), true);
  return bytes;
}

/** Names a model: SHA-256 of its encoding.
 * @param sha256 - 64 lower-case hexadecimal digits of the SHA-256 of bytes; given by the caller, because the platform's
 * own is faster and better tested than a second one here
 */
export function modelDigest(model: Model, sha256: (bytes: Uint8Array) => string): string {
  return sha256(encodeModel(model));
}

/** The model's arrays in the order of {@link tensorPlans}; shapes are checked against the plan. */
function tensorsOf(model: Model, header: ReturnType<typeof readHeader>): NamedTensor[] {
  const { head, conformal } = model;
  const values = new Map<string, Float32Array | Float64Array>([
    ...networkValues('locator', model.locator),
    ...networkValues('surface', model.surface),
    ['head/scaling/centre', head.scaling.centre],
    ['head/scaling/scale', head.scaling.scale],
    ['head/noise/knots', head.noiseShape.knots],
    ['head/noise/values', head.noiseShape.values],
    ...doubtValues(head.noiseShape.doubt),
    ['head/prior/precision', head.prior.precision],
    ['head/prior/shift', head.prior.shift],
    ['head/evidence/gram', head.evidence.gram],
    ['head/evidence/moment', head.evidence.moment],
    ['conformal/calibration_scores', conformal.calibrationScores],
    ['conformal/laboratory_scores', conformal.laboratoryScores],
  ]);
  return tensorPlans(header).map(({ name, shape }) => ({ name, shape, values: values.get(name)! }));
}

function doubtValues(doubt: DoubtShape | undefined): [string, Float64Array][] {
  if (doubt === undefined) return [];
  return [
    ['head/noise/doubt_knots', doubt.knots],
    ['head/noise/doubt_values', doubt.values],
  ];
}

function networkValues(prefix: string, network: StoredNetwork): [string, Float32Array][] {
  return listNetworkTensors(network.definition).map(({ name }) => {
    const values = network.weights[name];
    if (values === undefined) throw new RangeError(`${prefix} network lacks the weights "${name}"`);
    return [`${prefix}/${name}`, values];
  });
}
