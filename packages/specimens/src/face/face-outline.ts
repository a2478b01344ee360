import { createNoiseTable, fractalNoise } from '../random/noise.ts';
import type { SpecimenSpec } from '../scene/scene-spec.ts';

/** Length of the ligament under a 2 mm notch, mm. */
export const LIGAMENT_MM = 8;
/** Depth of the notch, mm. */
export const NOTCH_DEPTH_MM = 2;

const SAMPLES = 512;

/** The deformed outline of a face in its own axes: u along the notch edge, mm, 0 in the middle; v from the notch edge to the back, mm.
 * Each edge is a table over the other axis, so that one signed distance costs four look-ups.
 */
export interface FaceOutline {
  readonly halfWidth: number;
  readonly reachU: number;
  readonly reachTop: number;
  readonly reachBottom: number;
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly top: Float64Array;
  readonly bottom: Float64Array;
  readonly cornerMm: number;
}

/** Builds the outline: contraction under the notch, expansion towards the back, ragged lips.
 *
 * A bent bar is squeezed on its back (compression) side and stretched at the notch: volume is kept, so the tension side narrows
 * and the compression side bulges, the more the tougher it breaks. A brittle bar keeps its machined square.
 */
export function createFaceOutline(specimen: SpecimenSpec, seed: number): FaceOutline {
  const spec = specimen.outline;
  const halfWidth = specimen.widthMm / 2;
  const reachU = halfWidth + 2.5;
  const reachTop = -2;
  const reachBottom = LIGAMENT_MM + 2;
  const left = new Float64Array(SAMPLES);
  const right = new Float64Array(SAMPLES);
  const top = new Float64Array(SAMPLES);
  const bottom = new Float64Array(SAMPLES);
  const table = createNoiseTable(seed);
  for (let i = 0; i < SAMPLES; i++) {
    const part = i / (SAMPLES - 1);
    const v = reachTop + part * (reachBottom - reachTop);
    const depth = Math.min(Math.max(v / LIGAMENT_MM, 0), 1.1);
    // Narrowest a little below the root, then widening; the bulge is fullest just before the back edge.
    const contraction = spec.contractionMm * Math.exp(-(((depth - 0.12) / 0.3) ** 2));
    const bulge = depth ** 2.2 * (1 - 0.25 * Math.max(0, (depth - 0.85) / 0.25));
    const ragged = spec.raggednessMm * (0.25 + 0.75 * Math.min(1, depth * 1.6));
    left[i] =
      -halfWidth +
      contraction -
      spec.expansionLeftMm * bulge +
      ragged * fractalNoise(table, v * 0.7, 3.5, 5, 0.55);
    right[i] =
      halfWidth -
      contraction +
      spec.expansionRightMm * bulge +
      ragged * fractalNoise(table, v * 0.7, 91.5, 5, 0.55);
    const u = -reachU + part * 2 * reachU;
    const across = u / halfWidth;
    top[i] =
      spec.notchBowMm * (1 - Math.min(across * across, 1.5)) +
      0.12 * spec.raggednessMm * fractalNoise(table, u * 1.3, 41.5, 3, 0.5);
    bottom[i] =
      LIGAMENT_MM +
      spec.backBowMm * (1 - 0.8 * Math.min(across * across, 1.4)) +
      0.6 * spec.raggednessMm * fractalNoise(table, u * 0.6, 63.5, 5, 0.55);
  }
  return { halfWidth, reachU, reachTop, reachBottom, left, right, top, bottom, cornerMm: spec.cornerMm };
}

function lookUp(table: Float64Array, part: number): number {
  const position = Math.min(Math.max(part, 0), 1) * (SAMPLES - 1);
  const index = Math.min(Math.floor(position), SAMPLES - 2);
  return table[index]! + (position - index) * (table[index + 1]! - table[index]!);
}

/** Distances to the four edges in mm, positive inside; written in place. */
export interface EdgeDistances {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Signed distance to the outline in mm, positive inside (exact along edges, near enough at corners). */
export function measureOutline(outline: FaceOutline, u: number, v: number, edges: EdgeDistances): number {
  const alongV = (v - outline.reachTop) / (outline.reachBottom - outline.reachTop);
  const alongU = (u + outline.reachU) / (2 * outline.reachU);
  edges.left = u - lookUp(outline.left, alongV);
  edges.right = lookUp(outline.right, alongV) - u;
  edges.top = v - lookUp(outline.top, alongU);
  edges.bottom = lookUp(outline.bottom, alongU) - v;
  const across = Math.min(edges.left, edges.right);
  const along = Math.min(edges.top, edges.bottom);
  const radius = outline.cornerMm;
  // Corners at the back round off; those at the notch stay as cut.
  if (edges.bottom < edges.top && across < radius && along < radius) {
    return radius - Math.hypot(radius - across, radius - along);
  }
  return Math.min(across, along);
}

/** The outline as a closed polygon in (u, v), clockwise as seen with the notch on top, from the notch edge's left corner. */
export function traceOutline(outline: FaceOutline, pointsPerEdge = 48): { u: number; v: number }[] {
  const edges: EdgeDistances = { left: 0, right: 0, top: 0, bottom: 0 };
  const signed = (u: number, v: number): number => measureOutline(outline, u, v, edges);
  const centre = { u: 0, v: LIGAMENT_MM / 2 };
  const corners = [
    findCorner(outline, 'left', 'top'),
    findCorner(outline, 'right', 'top'),
    findCorner(outline, 'right', 'bottom'),
    findCorner(outline, 'left', 'bottom'),
  ];
  const points: { u: number; v: number }[] = [];
  for (let side = 0; side < 4; side++) {
    const from = corners[side]!;
    const to = corners[(side + 1) % 4]!;
    for (let i = 0; i < pointsPerEdge; i++) {
      const part = i / pointsPerEdge;
      const u = from.u + part * (to.u - from.u);
      const v = from.v + part * (to.v - from.v);
      // The edge is found on the ray from the middle through the chord, by bisection.
      let inside = 0.3;
      let outside = 1.8;
      for (let step = 0; step < 30; step++) {
        const middle = (inside + outside) / 2;
        if (signed(centre.u + middle * (u - centre.u), centre.v + middle * (v - centre.v)) > 0)
          inside = middle;
        else outside = middle;
      }
      points.push({ u: centre.u + inside * (u - centre.u), v: centre.v + inside * (v - centre.v) });
    }
  }
  return points;
}

function findCorner(
  outline: FaceOutline,
  side: 'left' | 'right',
  end: 'top' | 'bottom',
): { u: number; v: number } {
  let u = side === 'left' ? -outline.halfWidth : outline.halfWidth;
  let v = end === 'top' ? 0 : LIGAMENT_MM;
  for (let step = 0; step < 12; step++) {
    v = lookUp(outline[end], (u + outline.reachU) / (2 * outline.reachU));
    u = lookUp(outline[side], (v - outline.reachTop) / (outline.reachBottom - outline.reachTop));
  }
  return { u, v };
}
