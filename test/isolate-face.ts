import type { RenderedScene } from '@mlmcsc/specimens';
import type { RgbImage } from '@mlmcsc/vision';

/** The first face of a scene alone on a dark square: what a detector of bright things can find.
 * @returns the picture, and the box of the face's pixels: x, y, width, height */
export function isolateFace({ image, truth }: RenderedScene): {
  readonly image: RgbImage;
  readonly bbox: readonly [number, number, number, number];
} {
  const { width, height } = image;
  const side = Math.max(width, height);
  const data = new Uint8Array(3 * side * side);
  let [left, top, right, bottom] = [side, side, 0, 0];
  const [dx, dy] = [Math.floor((side - width) / 2), Math.floor((side - height) / 2)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y * width + x;
      const isFace = truth.faceMask.data[from] === 1;
      const to = (y + dy) * side + x + dx;
      for (let k = 0; k < 3; k++) {
        const value = image.data[3 * from + k] ?? 0;
        data[3 * to + k] = isFace ? value : value >> 3;
      }
      if (!isFace) continue;
      [left, right] = [Math.min(left, x + dx), Math.max(right, x + dx + 1)];
      [top, bottom] = [Math.min(top, y + dy), Math.max(bottom, y + dy + 1)];
    }
  }
  return { image: { width: side, height: side, data }, bbox: [left, top, right - left, bottom - top] };
}
