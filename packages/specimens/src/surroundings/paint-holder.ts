import { LIGAMENT_MM, NOTCH_DEPTH_MM } from '../face/face-outline.ts';
import { createNoiseTable, fractalNoise, gradientNoise } from '../random/noise.ts';
import { type LinearCanvas, smoothStep } from '../scene/linear-canvas.ts';
import type { HalfPlacement, SceneSpec } from '../scene/scene-spec.ts';
import { totalLight } from './paint-background.ts';
import { paintPatch, put } from './paint-patch.ts';

/** Paints what keeps the bar upright: the jaws of a clamp at two of its sides, or a lump of clay around it. */
export function paintHolder(canvas: LinearCanvas, spec: SceneSpec, half: HalfPlacement, seed: number): void {
  const { holder } = spec.background;
  if (holder.kind === 'none') return;
  const table = createNoiseTable(seed);
  const light = totalLight(spec.light);
  const halfWidth = spec.specimen.widthMm / 2;
  const reach = holder.sizeMm;
  const place = {
    x: half.centreX * canvas.width,
    y: half.centreY * canvas.height,
    unitPx: half.pxPerMm * spec.resolutionScale,
    rotationDegrees: half.rotationDegrees,
    halfWidth: halfWidth + reach + 1,
    halfHeight: LIGAMENT_MM / 2 + reach + 3,
  };
  if (holder.kind === 'clay') {
    paintPatch(canvas, place, light, (x, y, pixel, out) => {
      const beyondX = Math.max(0, Math.abs(x) - halfWidth);
      const beyondY = Math.max(0, Math.abs(y + NOTCH_DEPTH_MM / 2) - LIGAMENT_MM / 2 - 1);
      const outside = Math.sqrt(beyondX * beyondX + beyondY * beyondY);
      const lump = fractalNoise(table, x * 0.16, y * 0.16, 4, 0.5);
      const inside = reach * (0.7 + 0.6 * lump) - outside;
      if (inside < -pixel) return;
      const slope = fractalNoise(table, x * 0.16 + 0.1, y * 0.16 + 0.07, 4, 0.5) - lump;
      const round = 0.6 + 0.4 * smoothStep(0, 2, inside);
      put(
        out,
        holder.colour,
        Math.max(0.1, round * (0.9 + 2.2 * slope)),
        smoothStep(-pixel, 2 * pixel, inside),
      );
    });
    return;
  }
  const beside = holder.kind === 'jaws-at-sides';
  paintPatch(canvas, place, light, (x, y, pixel, out) => {
    const across = beside ? Math.abs(x) - halfWidth : Math.abs(y + NOTCH_DEPTH_MM / 2) - LIGAMENT_MM / 2 - 1;
    const along = beside ? Math.abs(y) : Math.abs(x);
    const inside = Math.min(
      across - 0.05,
      reach - across,
      (beside ? 6 : halfWidth + 1) + 0.3 * reach - along,
    );
    if (inside < -pixel) return;
    const milled = 0.16 * gradientNoise(table, x * (beside ? 0.3 : 3), y * (beside ? 3 : 0.3));
    const worn = 0.22 * fractalNoise(table, x * 0.3, y * 0.3, 3, 0.6);
    const bevel = 1 + 0.5 * smoothStep(0.5, 0.1, inside) - 0.5 * smoothStep(0.6, 0, across);
    put(out, holder.colour, Math.max(0.05, (0.9 + milled + worn) * bevel), smoothStep(-pixel, pixel, inside));
  });
}
