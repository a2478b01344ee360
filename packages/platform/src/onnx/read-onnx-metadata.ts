/** Number of `metadata_props` in `ModelProto`. @source onnx.proto, https://onnx.ai/onnx/repo-docs/IR.html */
const METADATA_FIELD = 14;
const [VARINT, FIXED_64, LENGTH_DELIMITED, FIXED_32] = [0, 1, 2, 5];

/** The key-value pairs that an ONNX file carries beside its graph: the runtime's interface for Node.js does not show them.
 * Reads the outermost fields of the protocol buffer only.
 * @throws RangeError when the bytes are no protocol buffer */
export function readOnnxMetadata(bytes: Uint8Array): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  for (const { field, content } of fieldsOf(bytes)) {
    if (field !== METADATA_FIELD || content === null) continue;
    const pair = new Map([...fieldsOf(content)].map((part) => [part.field, part.content]));
    const text = (part: number) => new TextDecoder().decode(Uint8Array.from(pair.get(part) ?? []));
    entries.set(text(1), text(2));
  }
  return entries;
}

interface Field {
  readonly field: number;
  /** Of a length-delimited field; null for numbers. */
  readonly content: Uint8Array | null;
}

function* fieldsOf(bytes: Uint8Array): Generator<Field> {
  let at = 0;
  const readVarint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++];
      if (byte === undefined || scale > 2 ** 63) throw new RangeError('it is no ONNX file, or it is cut');
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const key = readVarint();
    const field = Math.floor(key / 8);
    const type = key % 8;
    if (type === LENGTH_DELIMITED) {
      const length = readVarint();
      if (length > bytes.length - at) throw new RangeError('it is no ONNX file, or it is cut');
      yield { field, content: bytes.subarray(at, at + length) };
      at += length;
    } else {
      if (type === VARINT) readVarint();
      else if (type === FIXED_64) at += 8;
      else if (type === FIXED_32) at += 4;
      else throw new RangeError('it is no ONNX file, or it is cut');
      yield { field, content: null };
    }
  }
}
