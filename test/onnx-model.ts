/** Writes small ONNX files: just enough of the protocol buffer for networks of a few nodes.
 * @source onnx.proto of ONNX 1.16 (IR version 10, operator set 17), field numbers as there */

export interface OnnxNode {
  readonly type: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Whole numbers; a list makes the attribute a list. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

export interface OnnxTensor {
  readonly shape: readonly number[];
  readonly values: readonly number[];
  /** @default float32 */
  readonly type?: 'float32' | 'int64';
}

/** Names of symbolic sizes are allowed. */
export type OnnxShape = readonly (number | string)[];

export interface OnnxModel {
  readonly inputs: Readonly<Record<string, OnnxShape>>;
  readonly outputs: Readonly<Record<string, OnnxShape>>;
  readonly nodes: readonly OnnxNode[];
  readonly constants?: Readonly<Record<string, OnnxTensor>>;
  readonly metadata?: Readonly<Record<string, string>>;
}

const ELEMENT_TYPES = { float32: 1, int64: 7 } as const;

export function encodeOnnxModel(model: OnnxModel): Uint8Array<ArrayBuffer> {
  const graph = [
    ...model.nodes.map((node) => message(1, encodeNode(node))),
    text(2, 'graph'),
    ...Object.entries(model.constants ?? {}).map(([name, tensor]) => message(5, encodeTensor(name, tensor))),
    ...Object.entries(model.inputs).map(([name, shape]) => message(11, encodeValue(name, shape))),
    ...Object.entries(model.outputs).map(([name, shape]) => message(12, encodeValue(name, shape))),
  ];
  return Uint8Array.from(
    [
      whole(1, 10),
      text(2, 'test'),
      message(7, graph),
      message(8, [text(1, ''), whole(2, 17)]),
      ...Object.entries(model.metadata ?? {}).map(([key, value]) =>
        message(14, [text(1, key), text(2, value)]),
      ),
    ].flat(),
  );
}

function encodeNode({ type, inputs, outputs, attributes = {} }: OnnxNode): number[][] {
  return [
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, type),
    ...Object.entries(attributes).map(([name, value]) =>
      message(5, [
        text(1, name),
        ...(typeof value === 'number'
          ? [whole(3, value), whole(20, 2)]
          : [...value.map((one) => whole(8, one)), whole(20, 7)]),
      ]),
    ),
  ];
}

function encodeTensor(name: string, { shape, values, type = 'float32' }: OnnxTensor): number[][] {
  const data = type === 'float32' ? Float32Array.from(values) : BigInt64Array.from(values.map(BigInt));
  return [
    ...shape.map((size) => whole(1, size)),
    whole(2, ELEMENT_TYPES[type]),
    text(8, name),
    bytes(9, [...new Uint8Array(data.buffer)]),
  ];
}

function encodeValue(name: string, shape: OnnxShape): number[][] {
  const sizes = shape.map((size) => message(1, [typeof size === 'number' ? whole(1, size) : text(2, size)]));
  return [text(1, name), message(2, [message(1, [whole(1, ELEMENT_TYPES.float32), message(2, sizes)])])];
}

const whole = (field: number, value: number): number[] => [...varint(8 * field), ...varint(value)];
const bytes = (field: number, content: readonly number[]): number[] => [
  ...varint(8 * field + 2),
  ...varint(content.length),
  ...content,
];
const text = (field: number, content: string): number[] =>
  bytes(field, [...new TextEncoder().encode(content)]);
const message = (field: number, parts: readonly number[][]): number[] => bytes(field, parts.flat());

/** Seven bits a byte, least significant first; negative numbers as 64-bit two's complement. */
function varint(value: number): number[] {
  let rest = BigInt.asUintN(64, BigInt(value));
  const encoded: number[] = [];
  for (; rest > 127n; rest >>= 7n) encoded.push(Number(rest & 127n) | 128);
  return [...encoded, Number(rest)];
}
