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
  const layer = overlayLayer(image, face, map, options);
  const data = Uint8Array.from(image.data);
  for (let i = 0; i < image.width * image.height; i += 1) {
    const alpha = layer[4 * i + 3] / 255;
    if (alpha === 0) continue;
    for (let k = 0; k < 3; k += 1) {
      data[3 * i + k] = Math.round(data[3 * i + k] * (1 - alpha) + layer[4 * i + k] * alpha);
    }
  }
  return { width: image.width, height: image.height, data };
}

/** The overlay alone, to lay over the photograph: interleaved RGBA, not premultiplied, transparent where nothing is drawn.
 * @returns `width * height * 4` bytes */
export function overlayLayer(
  size: { readonly width: number; readonly height: number },
  face: Pick<FaceFinding, 'outline' | 'corners'>,
  map: PhotoMap | null,
  options: OverlayOptions = {},
): Uint8Array {
  const data = new Uint8Array(4 * size.width * size.height);
  const lineWidth = options.lineWidth ?? Math.max(2, Math.max(size.width, size.height) / 300);
  if (map !== null) tint(data, map, options.opacity ?? 0.4);
  const canvas = { width: size.width, height: size.height, data };
  for (let i = 0; i < face.outline.length; i += 1) {
    const next = face.outline[(i + 1) % face.outline.length];
    drawLine(canvas, face.outline[i], next, lineWidth, OVERLAY_COLOURS.outline);
  }
  drawLine(canvas, face.corners[0], face.corners[1], 2.5 * lineWidth, OVERLAY_COLOURS.notch);
  return data;
}

/** An RGBA picture that is drawn on in place. */
interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

function tint(data: Uint8Array, { cleavage, inside, box }: PhotoMap, opacity: number): void {
  // Whole numbers are written, so adding a half rounds.
  for (let y = box.top; y < box.top + box.height; y += 1) {
    for (let i = y * inside.width + box.left; i < y * inside.width + box.left + box.width; i += 1) {
      if (inside.data[i] === 0) continue;
      const p = cleavage.data[i];
      const colour = p >= 0.5 ? OVERLAY_COLOURS.cleavage : OVERLAY_COLOURS.shear;
      data[4 * i] = colour[0];
      data[4 * i + 1] = colour[1];
      data[4 * i + 2] = colour[2];
      data[4 * i + 3] = 255 * opacity * (0.25 + 0.75 * Math.abs(2 * p - 1)) + 0.5;
    }
  }
}

/** Lays a colour over one pixel of the layer (the "over" rule for colours that are not premultiplied). */
function blend(data: Uint8Array, at: number, colour: Colour, alpha: number): void {
  const below = data[at + 3] / 255;
  const total = alpha + below * (1 - alpha);
  for (let k = 0; k < 3; k += 1) {
    data[at + k] = Math.round((colour[k] * alpha + data[at + k] * below * (1 - alpha)) / total);
  }
  data[at + 3] = Math.round(255 * total);
}

/** Anti-aliased line with round ends. */
function drawLine(canvas: Canvas, a: ImagePoint, b: ImagePoint, width: number, colour: Colour): void {
  const reach = width / 2 + 1;
  const left = Math.max(0, Math.floor(Math.min(a.x, b.x) - reach));
  const right = Math.min(canvas.width - 1, Math.ceil(Math.max(a.x, b.x) + reach));
  const top = Math.max(0, Math.floor(Math.min(a.y, b.y) - reach));
  const bottom = Math.min(canvas.height - 1, Math.ceil(Math.max(a.y, b.y) + reach));
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const square = dx * dx + dy * dy;
  const farthest = width / 2 + 0.5;
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      const along = square === 0 ? 0 : ((x - a.x) * dx + (y - a.y) * dy) / square;
      const t = Math.max(0, Math.min(1, along));
      const fromX = x - a.x - t * dx;
      const fromY = y - a.y - t * dy;
      const squareDistance = fromX * fromX + fromY * fromY;
      if (squareDistance >= farthest * farthest) continue;
      const alpha = Math.min(1, farthest - Math.sqrt(squareDistance));
      blend(canvas.data, 4 * (y * canvas.width + x), colour, alpha);
    }
  }
}
