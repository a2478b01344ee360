/** How a feature network writes its numbers down. */
export type BackboneLayout =
  | { readonly kind: 'vector'; readonly length: number }
  | { readonly kind: 'map'; readonly length: number; readonly rows: number; readonly columns: number }
  | {
      readonly kind: 'tokens';
      readonly length: number;
      readonly rows: number;
      readonly columns: number;
      /** Tokens before those of the picture's patches, such as a class token. */
      readonly prefix: number;
    };

/** The head learns one weight a number; more would be slow to learn and to store. */
export const MOST_BACKBONE_FEATURES = 1024;

/** Reads the layout off an output's shape.
 * @param shape - `[1, D]`, `[1, D, rows, columns]` or `[1, tokens, D]`
 * @param input - size of the network's input: the patches of tokens are squares of it
 * @param prefix - tokens before the patches, or null to take 0, else 1
 * @throws RangeError naming the accepted shapes and the one found */
export function backboneLayout(
  shape: readonly number[],
  input: { readonly width: number; readonly height: number },
  prefix: number | null = null,
): BackboneLayout {
  const layout = shape[0] === 1 && shape.every((size) => size > 0) ? layoutOf(shape, input, prefix) : null;
  if (layout === null) {
    throw new RangeError(
      `the output must be [1, D], [1, D, rows, columns] or [1, tokens, D] with one token for each square patch of ${input.width} x ${input.height} pixels (after ${prefix ?? '0 or 1'} others); it is [${shape.join(', ')}]`,
    );
  }
  if (layout.length > MOST_BACKBONE_FEATURES) {
    throw new RangeError(
      `the network gives ${layout.length} numbers; at most ${MOST_BACKBONE_FEATURES} can be learned from: end it with a smaller layer`,
    );
  }
  return layout;
}

function layoutOf(
  shape: readonly number[],
  input: { readonly width: number; readonly height: number },
  prefix: number | null,
): BackboneLayout | null {
  if (shape.length === 2) return { kind: 'vector', length: shape[1] };
  if (shape.length === 4) return { kind: 'map', length: shape[1], rows: shape[2], columns: shape[3] };
  if (shape.length !== 3) return null;
  for (const skipped of prefix === null ? [0, 1] : [prefix]) {
    const grid = patchGrid(shape[1] - skipped, input);
    if (grid !== null) return { kind: 'tokens', length: shape[2], ...grid, prefix: skipped };
  }
  return null;
}

function patchGrid(
  tokens: number,
  { width, height }: { readonly width: number; readonly height: number },
): { rows: number; columns: number } | null {
  for (let patch = 1; patch <= Math.min(width, height); patch += 1) {
    if (width % patch !== 0 || height % patch !== 0) continue;
    if ((width / patch) * (height / patch) === tokens)
      return { rows: height / patch, columns: width / patch };
  }
  return null;
}

/** The numbers of a face: a vector as it is; a map or tokens averaged over the face, each cell by its cover.
 * @param data - as the layout says   @param input - what the network saw
 * @returns `layout.length` numbers   @throws RangeError when one is not finite or the face covers no cell */
export function poolBackboneOutput(
  data: ArrayLike<number>,
  layout: BackboneLayout,
  input: { readonly width: number; readonly height: number; readonly cover: Float32Array },
): Float64Array {
  const pooled = layout.kind === 'vector' ? Float64Array.from(data) : meanOverFace(data, layout, input);
  const wrong = pooled.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) throw new RangeError(`number ${wrong} of the feature network is ${pooled[wrong]}`);
  return pooled;
}

function meanOverFace(
  data: ArrayLike<number>,
  layout: Exclude<BackboneLayout, { kind: 'vector' }>,
  input: { readonly width: number; readonly height: number; readonly cover: Float32Array },
): Float64Array {
  const { length, rows, columns } = layout;
  const weights = new Float64Array(rows * columns);
  let total = 0;
  for (let i = 0; i < input.cover.length; i += 1) {
    const x = i % input.width;
    const y = (i - x) / input.width;
    const row = Math.floor((y * rows) / input.height);
    const column = Math.floor((x * columns) / input.width);
    weights[row * columns + column] += input.cover[i];
    total += input.cover[i];
  }
  if (!(total > 0)) throw new RangeError('the face covers no cell of what the feature network sees');
  const pooled = new Float64Array(length);
  weights.forEach((weight, cell) => {
    if (weight === 0) return;
    for (let k = 0; k < length; k += 1) {
      const at = layout.kind === 'map' ? k * rows * columns + cell : (layout.prefix + cell) * length + k;
      pooled[k] += (weight / total) * data[at];
    }
  });
  return pooled;
}
