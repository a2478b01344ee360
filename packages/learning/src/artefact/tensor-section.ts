import type { JsonObject, JsonValue } from '../json.ts';

/** A dense array with a name; values in row-major order, length = product of `shape`. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array | Float64Array;
}

/** What a tensor must be before its bytes are looked at. */
export interface TensorPlan {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'float64';
}

const ALIGNMENT = 8;

/** Next multiple of eight. */
export function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

/** The table that stands in the header: name, type, shape and byte offset from the start of the tensor section. */
export function tensorTable(plans: readonly TensorPlan[]): { entries: JsonObject[]; byteLength: number } {
  let offset = 0;
  const entries = plans.map(({ name, shape, dtype }) => {
    const entry = { name, dtype, shape: [...shape], offset };
    offset = aligned(offset + elementCount(shape) * bytesPerElement(dtype));
    return entry;
  });
  return { entries, byteLength: offset };
}

/** Writes values little-endian at the places of {@link tensorTable}.
 * @throws RangeError when a tensor's length does not fit its shape or a value is not finite
 */
export function writeTensors(target: Uint8Array, start: number, tensors: readonly NamedTensor[]): void {
  const view = new DataView(target.buffer, target.byteOffset, target.byteLength);
  let offset = start;
  for (const { name, shape, values } of tensors) {
    if (values.length !== elementCount(shape)) {
      throw new RangeError(
        `tensor "${name}" has ${values.length} values, its shape [${shape}] needs ${elementCount(shape)}`,
      );
    }
    const single = values instanceof Float32Array;
    for (let i = 0; i < values.length; i++) {
      if (!Number.isFinite(values[i])) throw new RangeError(`tensor "${name}" holds ${values[i]} at ${i}`);
      if (single) view.setFloat32(offset + 4 * i, values[i], true);
      else view.setFloat64(offset + 8 * i, values[i], true);
    }
    offset = aligned(offset + values.byteLength);
  }
}

/** Reads the tensors the header's other fields ask for; the table must list exactly those.
 * @param section - bytes of the tensor section
 * @throws RangeError when table, length, padding or values are not as planned
 */
export function readTensors(
  section: Uint8Array,
  table: JsonValue | undefined,
  plans: readonly TensorPlan[],
): Map<string, Float32Array | Float64Array> {
  const wanted = tensorTable(plans);
  if (!sameJson(table, wanted.entries)) {
    throw new RangeError(
      'model header: the tensor table does not list the tensors that networks, head and intervals need',
    );
  }
  if (section.byteLength !== wanted.byteLength) {
    throw new RangeError(
      `model tensors take ${section.byteLength} bytes, the header announces ${wanted.byteLength}; the file is cut or padded`,
    );
  }
  const view = new DataView(section.buffer, section.byteOffset, section.byteLength);
  const tensors = new Map<string, Float32Array | Float64Array>();
  let offset = 0;
  for (const { name, shape, dtype } of plans) {
    const count = elementCount(shape);
    const values = dtype === 'float32' ? new Float32Array(count) : new Float64Array(count);
    for (let i = 0; i < count; i++) {
      const value =
        dtype === 'float32' ? view.getFloat32(offset + 4 * i, true) : view.getFloat64(offset + 8 * i, true);
      if (!Number.isFinite(value)) throw new RangeError(`model tensor "${name}" holds ${value} at ${i}`);
      values[i] = value;
    }
    const end = offset + values.byteLength;
    offset = aligned(end);
    for (let i = end; i < offset; i++) {
      if (section[i] !== 0)
        throw new RangeError(`model tensor "${name}" is followed by bytes that are not zero`);
    }
    tensors.set(name, values);
  }
  return tensors;
}

function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function bytesPerElement(dtype: TensorPlan['dtype']): number {
  return dtype === 'float32' ? 4 : 8;
}

function sameJson(a: JsonValue | undefined, b: JsonValue): boolean {
  if (a === undefined || a === null || b === null || typeof a !== 'object' || typeof b !== 'object')
    return a === b;
  const keys = Object.keys(b);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    Object.keys(a).length === keys.length &&
    keys.every((key) => sameJson((a as JsonObject)[key], (b as JsonObject)[key]))
  );
}
