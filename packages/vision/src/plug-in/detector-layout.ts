/** How a detector writes its boxes down. */
export interface DetectorLayout {
  /** `raw`: one column a box, 4 + classes (+ angle) rows, boxes overlap. `final`: one row a box, overlaps already removed. */
  readonly kind: 'raw' | 'final';
  readonly boxes: number;
  readonly classes: number;
  /** Whether boxes carry an angle. */
  readonly isOriented: boolean;
}

/** What is known of a detector beside its output's shape. */
export interface DetectorFacts {
  /** Number of classes, or null when the model does not say. */
  readonly classes: number | null;
  readonly isOriented: boolean;
}

/** A detector that has already chosen gives a few hundred boxes; thousands of rows of six are another family's raw output. */
const MOST_FINAL_BOXES = 1000;

/** Reads the layout off an output's shape.
 * @param shape - of the only output, for instance `[1, 5, 8400]`
 * @throws RangeError naming the accepted shapes and the one found */
export function detectorLayout(
  shape: readonly number[],
  { classes, isOriented }: DetectorFacts,
): DetectorLayout {
  const extra = isOriented ? 1 : 0;
  const [batch, rows = 0, columns = 0] = shape;
  if (shape.length === 3 && batch === 1 && columns > 0) {
    const isRaw = classes === null ? rows >= 5 + extra && rows < columns : rows === 4 + classes + extra;
    if (isRaw) return { kind: 'raw', boxes: columns, classes: rows - 4 - extra, isOriented };
    if (columns === 6 + extra && rows <= MOST_FINAL_BOXES) {
      return { kind: 'final', boxes: rows, classes: classes ?? 1, isOriented };
    }
  }
  const turned = isOriented ? ' + 1 angle' : '';
  throw new RangeError(
    `the output must be [1, 4 + ${classes ?? 'classes'}${turned}, boxes] or, with at most ${MOST_FINAL_BOXES} boxes, [1, boxes, ${6 + extra}]; it is [${shape.join(', ')}]`,
  );
}
