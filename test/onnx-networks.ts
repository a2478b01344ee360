import type { OnnxModel, OnnxNode } from './onnx-model.ts';

/** Side of the test networks' inputs. */
export const NETWORK_SIDE = 64;
const BRIGHT = 0.15;

const node = (
  type: string,
  inputs: readonly string[],
  output: string,
  attributes: NonNullable<OnnxNode['attributes']> = {},
): OnnxNode => ({ type, inputs, outputs: [output], attributes });

/** A detector that finds the extent of everything brighter than a limit, in the raw layout `[1, 6, 8]`: classes `label` and
 * `face`. Its score is how much of the extent is bright; of eight boxes, all but the first are weaker copies.
 * For square pictures: the grey around others would be bright. */
export function brightBoxDetector(metadata: Readonly<Record<string, string>> = {}): OnnxModel {
  const side = NETWORK_SIDE;
  const ramp = Array.from({ length: side }, (_, i) => i);
  const extent = (axis: 'x' | 'y'): OnnxNode[] => [
    // Brightest cell of each column (row), its far edge, and its near edge counted from the end.
    node('ReduceMax', ['bright'], `${axis}any`, { axes: [1, axis === 'x' ? 2 : 3], keepdims: 0 }),
    node('Mul', [`${axis}any`, 'far'], `${axis}far`),
    node('Mul', [`${axis}any`, 'near'], `${axis}near`),
    node('ReduceMax', [`${axis}far`], `${axis}end`, { keepdims: 1 }),
    node('ReduceMax', [`${axis}near`], `${axis}gap`, { keepdims: 1 }),
    node('Sub', ['side', `${axis}gap`], `${axis}start`),
    node('Add', [`${axis}start`, `${axis}end`], `${axis}sum`),
    node('Mul', [`${axis}sum`, 'half'], `${axis}middle`),
    node('Sub', [`${axis}end`, `${axis}start`], `${axis}size`),
  ];
  return {
    inputs: { images: [1, 3, side, side] },
    outputs: { output0: [1, 6, 8] },
    nodes: [
      node('ReduceMean', ['images'], 'grey', { axes: [1], keepdims: 1 }),
      node('Conv', ['grey', 'blur'], 'smooth', { kernel_shape: [3, 3], pads: [1, 1, 1, 1] }),
      node('Greater', ['smooth', 'limit'], 'isBright'),
      { type: 'Cast', inputs: ['isBright'], outputs: ['bright'], attributes: { to: 1 } },
      ...extent('x'),
      ...extent('y'),
      node('Mul', ['xsize', 'ysize'], 'area'),
      node('Max', ['area', 'one'], 'someArea'),
      node('ReduceSum', ['bright'], 'count', { keepdims: 0 }),
      node('Div', ['count', 'someArea'], 'fill'),
      node('Mul', ['fill', 'none'], 'noLabel'),
      node('Concat', ['xmiddle', 'ymiddle', 'xsize', 'ysize', 'noLabel', 'fill'], 'column', { axis: 0 }),
      node('Mul', ['column', 'copies'], 'columns'),
      node('Reshape', ['columns', 'shape'], 'output0'),
    ],
    constants: {
      blur: { shape: [1, 1, 3, 3], values: new Array<number>(9).fill(1 / 9) },
      limit: { shape: [], values: [BRIGHT] },
      far: { shape: [1, side], values: ramp.map((i) => i + 1) },
      near: { shape: [1, side], values: ramp.map((i) => side - i) },
      side: { shape: [], values: [side] },
      half: { shape: [], values: [0.5] },
      one: { shape: [], values: [1] },
      none: { shape: [], values: [0] },
      copies: {
        shape: [6, 8],
        values: [1, 1, 1, 1, 1, 1].flatMap((_, row) =>
          ramp.slice(0, 8).map((i) => (row < 4 ? 1 : 1 - 0.1 * i)),
        ),
      },
      shape: { shape: [3], values: [1, 6, 8], type: 'int64' },
    },
    metadata: { task: 'detect', names: "{0: 'label', 1: 'face'}", 'mlmcsc.face_class': 'face', ...metadata },
  };
}

/** Weights of the test backbone: four numbers from red, green and blue. */
export const BACKBONE_WEIGHTS = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [1, -2, 0.5],
] as const;

/** A feature network that can be followed by hand: four weighted sums of the normalised colours, each cell for itself
 * (`map`, 8 x 8 cells), the same as one token a cell, or the mean over the whole input (`vector`). */
export function colourBackbone(
  output: 'vector' | 'map' | 'tokens',
  metadata: Readonly<Record<string, string>> = {},
): OnnxModel {
  const side = NETWORK_SIDE;
  const patch = side / 8;
  const shapes = { vector: [1, 4], map: [1, 4, 8, 8], tokens: [1, 64, 4] };
  const last: Record<typeof output, OnnxNode[]> = {
    vector: [node('ReduceMean', ['cells'], 'features', { axes: [2, 3], keepdims: 0 })],
    map: [node('Identity', ['cells'], 'features')],
    tokens: [
      node('Reshape', ['cells', 'flat'], 'columns'),
      node('Transpose', ['columns'], 'features', { perm: [0, 2, 1] }),
    ],
  };
  return {
    inputs: { pixels: ['batch', 3, side, side] },
    outputs: { features: shapes[output] },
    nodes: [
      node('Conv', ['pixels', 'weights'], 'cells', { kernel_shape: [patch, patch], strides: [patch, patch] }),
      ...last[output],
    ],
    constants: {
      weights: {
        shape: [4, 3, patch, patch],
        values: BACKBONE_WEIGHTS.flatMap((row) =>
          row.flatMap((weight) => new Array<number>(patch * patch).fill(weight / (patch * patch))),
        ),
      },
      ...(output === 'tokens' ? { flat: { shape: [3], values: [1, 4, 64], type: 'int64' as const } } : {}),
    },
    metadata: { 'mlmcsc.mean': '0.5, 0.5, 0.5', 'mlmcsc.std': '0.25, 0.25, 0.25', ...metadata },
  };
}
