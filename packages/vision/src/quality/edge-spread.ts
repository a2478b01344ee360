import type { ImagePoint, RgbImage } from '../image/value-image.ts';

/** How far to either side of the outline the step is looked for, share of the depth of the face, and in pixels at least. */
const REACH = { share: 0.08, least: 6 } as const;
/** Luminances are averaged over so many samples along the outline: noise makes a step look steeper. */
const ALONG = [-2, -1, 0, 1, 2] as const;
/** A step of luminance smaller than this (0 to 1) tells nothing about its own width. */
const LEAST_STEP = 0.06;
const LEAST_SLOPE = 1e-3;

/** Width of the step of luminance at the outline: the whole step over its steepest slope, the lower quarter over all sides of the
 * outline (a sharp picture is sharp somewhere along the rim, a blurred one nowhere). Texture plays no part in it, so that a matt
 * face in focus is not taken for a blurred one.
 * @param depth - of the face, pixels   @param spacing - pixels from one sample to the next, at least 1
 * @returns samples, about 2 for a picture in focus; null when the face hardly differs from what surrounds it
 * @source P. Marziliano, F. Dufaux, S. Winkler, T. Ebrahimi: A no-reference perceptual blur metric, ICIP 2002, III-57;
 *   deviates: the edges are those of the outline, the width is step over slope */
export function edgeSpread(
  image: RgbImage,
  outline: readonly ImagePoint[],
  depth: number,
  spacing: number,
): number | null {
  const steps = Math.round(2 * Math.max(REACH.least, (REACH.share * depth) / spacing));
  const widths: number[] = [];
  for (let i = 0; i < outline.length; i += 1) {
    const width = stepWidth(image, outline[i], outline[(i + 1) % outline.length], steps, spacing);
    if (width !== null) widths.push(width);
  }
  if (widths.length === 0) return null;
  widths.sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 4)];
}

/** Width of the step across the middle of one side of the outline, samples. */
function stepWidth(
  image: RgbImage,
  from: ImagePoint,
  to: ImagePoint,
  steps: number,
  spacing: number,
): number | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 1) return null;
  const along = { x: ((to.x - from.x) / length) * spacing, y: ((to.y - from.y) / length) * spacing };
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  let before = 0;
  let low = 1;
  let high = 0;
  let steepest = LEAST_SLOPE;
  for (let k = 0; k <= steps; k += 1) {
    const out = k - steps / 2;
    let value = 0;
    for (const shift of ALONG) {
      const x = middle.x + out * along.y + shift * along.x;
      const y = middle.y - out * along.x + shift * along.y;
      value += luminanceAt(image, x, y) / ALONG.length;
    }
    if (k > 0) steepest = Math.max(steepest, Math.abs(value - before));
    before = value;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low > LEAST_STEP ? (high - low) / steepest : null;
}

/** Bilinear luma, 0 to 1; beyond the border that of the border. */
function luminanceAt({ width, height, data }: RgbImage, x: number, y: number): number {
  const heldX = Math.max(0, Math.min(width - 1, x));
  const heldY = Math.max(0, Math.min(height - 1, y));
  const left = Math.min(Math.max(0, width - 2), Math.floor(heldX));
  const top = Math.min(Math.max(0, height - 2), Math.floor(heldY));
  const shareX = heldX - left;
  const shareY = heldY - top;
  const at = 3 * (top * width + left);
  const right = width > 1 ? 3 : 0;
  const below = height > 1 ? 3 * width : 0;
  return (
    ((1 - shareY) * ((1 - shareX) * luma(data, at) + shareX * luma(data, at + right)) +
      shareY * ((1 - shareX) * luma(data, at + below) + shareX * luma(data, at + below + right))) /
    255
  );
}

const luma = (data: RgbImage['data'], at: number): number =>
  0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
