import type { ImagePoint, RgbImage } from '../image/value-image.ts';
import type { FaceFinding } from '../locate/face-finding.ts';
import type { PhotoMap } from '../map/back-project-map.ts';

type Colour = readonly [number, number, number];

/** Colours that people with any common colour vision deficiency can tell apart, and that no steel has.
 * @source M. Okabe, K. Ito, Color Universal Design (2008) */
export const OVERLAY_COLOURS = {
  cleavage: [230, 159, 0],
  shear: [0, 114, 178],
  outline: [240, 228, 66],
  notch: [204, 121, 167],
} as const satisfies Record<string, Colour>;

export interface OverlayOptions {
  /** Opacity of the tint where the map is sure, 0 to 1. @default 0.4 */
  readonly opacity?: number;
  /** Line width in pixels. @default a 300th of the longer side of the picture, at least 2 */
  readonly lineWidth?: number;
}

/** A copy of the photograph with the outline (yellow), the notch side (pink, thick) and, when given, the map:
 * cleavage tinted orange, shear tinted blue, paler where the map is undecided. */
export function drawOverlay(
  image: RgbImage,
  face: Pick<FaceFinding, 'outline' | 'corners'>,
  map: PhotoMap | null,
  options: OverlayOptions = {},
): RgbImage {
  const data = Uint8Array.from(image.data);
  const lineWidth = options.lineWidth ?? Math.max(2, Math.max(image.width, image.height) / 300);
  if (map !== null) tint(data, map, options.opacity ?? 0.4);
  const canvas = { width: image.width, height: image.height, data };
  for (let i = 0; i < face.outline.length; i += 1) {
    const next = face.outline[(i + 1) % face.outline.length];
    drawLine(canvas, face.outline[i], next, lineWidth, OVERLAY_COLOURS.outline);
  }
  drawLine(canvas, face.corners[0], face.corners[1], 2.5 * lineWidth, OVERLAY_COLOURS.notch);
  return canvas;
}

function tint(data: Uint8Array, map: PhotoMap, opacity: number): void {
  const { cleavage, shear } = OVERLAY_COLOURS;
  for (let i = 0; i < map.inside.data.length; i += 1) {
    if (map.inside.data[i] === 0) continue;
    const p = map.cleavage.data[i];
    const colour = p >= 0.5 ? cleavage : shear;
    const alpha = opacity * (0.25 + 0.75 * Math.abs(2 * p - 1));
    for (let k = 0; k < 3; k += 1) {
      data[3 * i + k] = Math.round(data[3 * i + k] * (1 - alpha) + colour[k] * alpha);
    }
  }
}

/** Anti-aliased line with round ends. */
function drawLine(canvas: RgbImage, a: ImagePoint, b: ImagePoint, width: number, colour: Colour): void {
  const reach = width / 2 + 1;
  const left = Math.max(0, Math.floor(Math.min(a.x, b.x) - reach));
  const right = Math.min(canvas.width - 1, Math.ceil(Math.max(a.x, b.x) + reach));
  const top = Math.max(0, Math.floor(Math.min(a.y, b.y) - reach));
  const bottom = Math.min(canvas.height - 1, Math.ceil(Math.max(a.y, b.y) + reach));
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const square = dx * dx + dy * dy;
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      const along = square === 0 ? 0 : ((x - a.x) * dx + (y - a.y) * dy) / square;
      const t = Math.max(0, Math.min(1, along));
      const distance = Math.hypot(x - a.x - t * dx, y - a.y - t * dy);
      const alpha = Math.max(0, Math.min(1, width / 2 + 0.5 - distance));
      if (alpha === 0) continue;
      const at = 3 * (y * canvas.width + x);
      for (let k = 0; k < 3; k += 1) {
        canvas.data[at + k] = Math.round(canvas.data[at + k] * (1 - alpha) + colour[k] * alpha);
      }
    }
  }
}
