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
      for (let side = 0; side < 4; side += 1) {
        const nx = x + (side === 0 ? 1 : side === 1 ? -1 : 0);
        const ny = y + (side === 2 ? 1 : side === 3 ? -1 : 0);
        if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
        const near = ny * width + nx;
        if (labels[near] !== 0 || !(values[near] >= threshold)) continue;
        labels[near] = label;
        stack[depth] = near;
        depth += 1;
      }
    }
    regions.push({ label, area, mass, ...box });
  }
  regions.sort((a, b) => b.mass - a.mass || a.label - b.label);
  return { labels, regions };
}
