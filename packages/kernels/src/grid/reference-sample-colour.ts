import type { GridPose, TripleGrid } from './sample-colour.ts';

/** `sampleColour` in plain TypeScript: what the kernel must equal bit by bit. */
export function referenceSampleColour(picture: TripleGrid, pose: GridPose): Float32Array {
  const { width, height, data, start = 0, stride = 3 * width } = picture;
  const { columns, rows, spans, repeats, factor } = pose;
  const size = columns * rows;
  const planes = new Float32Array(3 * size);
  const [originX, originY] = pose.origin;
  const [ux, uy] = pose.right;
  const [vx, vy] = pose.down;
  const share = 1 / (repeats * repeats);
  for (let y = 0; y < rows; y++) {
    for (let x = spans[2 * y]; x <= spans[2 * y + 1]; x++) {
      const sum = [0, 0, 0];
      for (let j = 0; j < repeats; j++) {
        const cy = (y + (j + 0.5) / repeats) / factor - 0.5;
        for (let i = 0; i < repeats; i++) {
          const cx = (x + (i + 0.5) / repeats) / factor - 0.5;
          const px = Math.max(0, Math.min(width - 1, originX + cx * ux + cy * vx));
          const py = Math.max(0, Math.min(height - 1, originY + cx * uy + cy * vy));
          const [x0, y0] = [Math.floor(px), Math.floor(py)];
          const [fx, fy] = [px - x0, py - y0];
          const a = start + y0 * stride + 3 * x0;
          const b = x0 + 1 < width ? a + 3 : a;
          const below = y0 + 1 < height ? stride : 0;
          const weights = [
            (1 - fx) * (1 - fy) * share,
            fx * (1 - fy) * share,
            (1 - fx) * fy * share,
            fx * fy * share,
          ];
          for (let k = 0; k < 3; k++) {
            sum[k] +=
              weights[0] * data[a + k] +
              weights[1] * data[b + k] +
              weights[2] * data[a + below + k] +
              weights[3] * data[b + below + k];
          }
        }
      }
      const [red, green, blue] = sum;
      const high = Math.max(red, green, blue);
      const low = Math.min(red, green, blue);
      const at = y * columns + x;
      planes[at] = (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
      planes[size + at] = (high - low) / (high + 12);
      planes[2 * size + at] = (red - blue) / (red + green + blue + 16);
    }
  }
  return planes;
}
