import type { SeededRandom } from '@mlmcsc/learning/network';
import type { ImagePoint } from '@mlmcsc/vision';

/** Deviations as shares of the outline's size, about those of found outlines. */
const SHIFT = 0.015;
const SCALE = 0.025;
const WAVE = 0.018;

/** Moves, scales and bends an outline a little: smooth waves of one to five periods around it. */
export function jitterOutline(outline: readonly ImagePoint[], random: SeededRandom): ImagePoint[] {
  const count = outline.length;
  const centre = { x: 0, y: 0 };
  for (const point of outline) {
    centre.x += point.x / count;
    centre.y += point.y / count;
  }
  let size = 0;
  for (const point of outline) size = Math.max(size, Math.hypot(point.x - centre.x, point.y - centre.y));
  const shift = { x: SHIFT * size * random.normal(), y: SHIFT * size * random.normal() };
  const scale = 1 + SCALE * random.normal();
  const waves = [1, 2, 3, 4, 5].map((period) => ({
    period,
    height: (WAVE / Math.sqrt(2)) * random.normal(),
    phase: 2 * Math.PI * random.uniform(),
  }));
  return outline.map((point) => {
    const dx = point.x - centre.x;
    const dy = point.y - centre.y;
    const angle = Math.atan2(dy, dx);
    let factor = scale;
    for (const { period, height, phase } of waves) factor += height * Math.sin(period * angle + phase);
    return { x: centre.x + shift.x + factor * dx, y: centre.y + shift.y + factor * dy };
  });
}
