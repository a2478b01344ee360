import { PAINT, SURFACE_HEIGHT, SURFACE_WIDTH } from '@mlmcsc/vision';
import type { ReadBar } from './bar.ts';

/** Width of the rim, cells of the map: about 0.1 mm each on a full-size face. */
export const RIM_CELLS = 5;

/** The same bar in a laboratory that counts the rim of a cleavage zone, where it meets shear, as shear: painted so, and so in
 * percent. */
export function rimAsShear(bar: ReadBar): ReadBar {
  const { close } = bar;
  if (close === null) return bar;
  const paint = close.paint.map((kind, cell) =>
    kind === PAINT.cleavage && isNearShear(close.paint, cell) ? PAINT.shear : kind,
  );
  let area = 0;
  let cleavage = 0;
  for (const [cell, cover] of close.reading.mask.entries()) {
    area += cover;
    if (paint[cell] === PAINT.cleavage) cleavage += cover;
  }
  return { ...bar, truth: 100 * (1 - cleavage / area), close: { ...close, paint } };
}

function isNearShear(paint: Uint8Array, cell: number): boolean {
  const x = cell % SURFACE_WIDTH;
  const y = Math.floor(cell / SURFACE_WIDTH);
  for (let dy = -RIM_CELLS; dy <= RIM_CELLS; dy += 1) {
    const row = y + dy;
    if (row < 0 || row >= SURFACE_HEIGHT) continue;
    for (let dx = -RIM_CELLS; dx <= RIM_CELLS; dx += 1) {
      const column = x + dx;
      if (column < 0 || column >= SURFACE_WIDTH || dx * dx + dy * dy > RIM_CELLS ** 2) continue;
      if (paint[row * SURFACE_WIDTH + column] === PAINT.shear) return true;
    }
  }
  return false;
}
