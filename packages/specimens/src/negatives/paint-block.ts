import type { Generator } from '../random/generator.ts';
import { type LinearCanvas, smoothStep } from '../scene/linear-canvas.ts';
import type { Rgb } from '../scene/scene-spec.ts';
import { totalLight } from '../surroundings/paint-background.ts';
import { paintPatch, put } from '../surroundings/paint-patch.ts';
import type { NegativeSpec } from './negative-spec.ts';

const SIDE_STEPS = 24;

/** Paints a rectangular block: shadow, sometimes its sides as far as a tilt shows them, and a top with a texture of its own.
 * @param aspect - width over height; @param share - height over the picture's height
 * @param texture - factor on the colour at (x, y) in units of the block's height from its middle
 */
export function paintBlock(
  canvas: LinearCanvas,
  spec: NegativeSpec,
  random: Generator,
  aspect: number,
  share: number,
  colour: Rgb,
  texture: (x: number, y: number) => number,
): void {
  const light = totalLight(spec.light);
  const place = {
    x: random.between(0.3, 0.7) * canvas.width,
    y: random.between(0.35, 0.65) * canvas.height,
    unitPx: share * canvas.height,
    rotationDegrees: random.chance(0.5) ? random.normal() * 4 : random.between(0, 360),
    halfWidth: aspect / 2 + 0.3,
    halfHeight: 0.8,
  };
  const offsetX = random.between(-0.12, 0.12);
  const offsetY = random.between(0, 0.12);
  const shadow: Rgb = [0.01, 0.01, 0.012];
  const edge = (x: number, y: number): number => Math.min(aspect / 2 - Math.abs(x), 0.5 - Math.abs(y));
  paintPatch(canvas, place, light, (x, y, _pixel, out) => {
    put(out, shadow, 1, 0.6 * smoothStep(-0.12, 0.05, edge(x - offsetX, y - offsetY)));
  });
  if (random.chance(0.5)) {
    const sideX = random.between(-0.4, 0.4) * place.unitPx;
    const sideY = random.between(-0.4, 0.4) * place.unitPx;
    const tone = random.between(0.2, 0.7);
    for (let step = SIDE_STEPS; step > 0; step--) {
      const part = step / SIDE_STEPS;
      const behind = { ...place, x: place.x + part * sideX, y: place.y + part * sideY };
      paintPatch(canvas, behind, light, (x, y, pixel, out) => {
        const inside = edge(x, y);
        if (inside > -pixel) put(out, colour, tone * (1 - 0.3 * part), smoothStep(-pixel, pixel, inside));
      });
    }
  }
  // A bright or dark band along one edge, as a machined step or a notch's flank would show.
  const band = random.chance(0.35) ? random.between(0.1, 0.25) : 0;
  const bandTone = random.chance(0.5) ? random.between(1.2, 1.5) : random.between(0.3, 0.7);
  paintPatch(canvas, place, light, (x, y, pixel, out) => {
    const inside = edge(x, y);
    if (inside < -pixel) return;
    const bevel = 1 + 0.35 * smoothStep(0.025, 0.005, inside) * Math.sign(x + y);
    const step = y + 0.5 < band ? bandTone : 1;
    put(out, colour, Math.max(0.05, texture(x, y) * bevel * step), smoothStep(-pixel, pixel, inside));
  });
}
