/** A 4-connected region of a map above a threshold. */
export interface MapRegion {
  /** Value of its cells in the label map, from 1. */
  readonly label: number;
  readonly area: number;
  /** Sum of the map's values over the region: its weight as a candidate. */
  readonly mass: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Cells still to be visited: used within a call only. */
let stack = new Int32Array(0);

/** Regions of `values >= threshold`, heaviest first, with the label map (0 = below the threshold). */
export function connectedRegions(
  values: Float32Array,
  width: number,
  height: number,
  threshold: number,
): { readonly labels: Int32Array; readonly regions: MapRegion[] } {
  const labels = new Int32Array(width * height);
  if (stack.length < width * height) stack = new Int32Array(width * height);
  const regions: MapRegion[] = [];
  for (let seed = 0; seed < values.length; seed += 1) {
    if (labels[seed] !== 0 || !(values[seed] >= threshold)) continue;
    const label = regions.length + 1;
    const box = { left: width, top: height, right: -1, bottom: -1 };
    let area = 0;
    let mass = 0;
    let depth = 1;
    stack[0] = seed;
    labels[seed] = label;
    while (depth > 0) {
      depth -= 1;
      const at = stack[depth];
      const x = at % width;
      const y = (at - x) / width;
      area += 1;
      mass += values[at];
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
      if (x + 1 < width) depth = visit(at + 1, depth, label, labels, values, threshold);
      if (x > 0) depth = visit(at - 1, depth, label, labels, values, threshold);
      if (y + 1 < height) depth = visit(at + width, depth, label, labels, values, threshold);
      if (y > 0) depth = visit(at - width, depth, label, labels, values, threshold);
    }
    regions.push({ label, area, mass, ...box });
  }
  regions.sort((a, b) => b.mass - a.mass || a.label - b.label);
  return { labels, regions };
}

/** Labels a cell and puts it on the stack if it belongs to the region and is new. @returns the height of the stack */
function visit(
  at: number,
  depth: number,
  label: number,
  labels: Int32Array,
  values: Float32Array,
  threshold: number,
): number {
  if (labels[at] !== 0 || !(values[at] >= threshold)) return depth;
  labels[at] = label;
  stack[depth] = at;
  return depth + 1;
}
