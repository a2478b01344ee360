import type { ImageRegion } from '../image/resample-region.ts';
import { resampleRegion } from '../image/resample-region.ts';
import type { RgbImage } from '../image/value-image.ts';

/** What YOLO-family detectors are shown around a picture of another shape. */
const PADDING = 114 / 255;

/** A picture as a YOLO-family detector reads it. */
export interface DetectorInput {
  /** 1 x 3 x height x width, red, green, blue, 0 to 1. */
  readonly data: Float32Array;
  /** The part of the photograph that it shows, pixel edges; square cells, the picture centred. */
  readonly region: ImageRegion;
}

/** Letterboxes a whole picture: scaled to fit, centred, grey (114) around it.
 * @param width - of the detector's input, cells   @param height - likewise */
export function detectorInput(image: RgbImage, width: number, height: number): DetectorInput {
  const cell = Math.max(image.width / width, image.height / height);
  const region = {
    left: (image.width - cell * width) / 2,
    top: (image.height - cell * height) / 2,
    width: cell * width,
    height: cell * height,
  };
  const sampled = resampleRegion(image, region, width, height);
  const size = width * height;
  const data = new Float32Array(3 * size);
  for (let i = 0; i < size; i += 1) {
    const inside = sampled.cover[i];
    for (let channel = 0; channel < 3; channel += 1) {
      data[channel * size + i] = (inside * sampled.data[3 * i + channel]) / 255 + (1 - inside) * PADDING;
    }
  }
  return { data, region };
}
