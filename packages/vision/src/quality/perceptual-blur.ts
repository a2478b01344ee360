/** Half length of the box filter that the picture is blurred with for comparison. */
const RADIUS = 4;

/** No-reference blur: how little a strong extra blur changes the differences between neighbours.
 * A sharp picture loses most of its neighbour differences when blurred again, a blurred one hardly any.
 * @param values - row-major luminance   @param cover - same shape; only samples fully inside (cover 1) count
 * @returns 0 (sharp) to 1 (blurred), the larger of the two directions; 1 when nothing varies
 * @source F. Crete, T. Dolmiere, P. Ladret, M. Nicolas, The blur effect: perception and estimation with a new
 *   no-reference perceptual blur metric, SPIE 6492 (2007) 64920I, doi:10.1117/12.702790; deviates: counted inside a mask */
export function perceptualBlur(
  values: Float32Array,
  cover: ArrayLike<number>,
  width: number,
  height: number,
): number {
  return Math.max(
    directionalBlur(values, cover, width, height, 1, width),
    directionalBlur(values, cover, height, width, width, 1),
  );
}

function directionalBlur(
  values: Float32Array,
  cover: ArrayLike<number>,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
): number {
  let original = 0;
  let lost = 0;
  for (let line = 0; line < lines; line += 1) {
    const at = line * lineStep;
    let run = 0;
    for (let i = 0; i < length; i += 1) {
      const here = at + i * step;
      if (cover[here] < 1) {
        run = 0;
        continue;
      }
      run += 1;
      // With 2R + 2 samples, two neighbouring box means are at hand; they differ by (last - first) / (2R + 1).
      if (run < 2 * RADIUS + 2) continue;
      const centre = here - RADIUS * step;
      const sharp = Math.abs(values[centre] - values[centre - step]);
      const blurred = Math.abs(values[here] - values[here - (2 * RADIUS + 1) * step]) / (2 * RADIUS + 1);
      original += sharp;
      lost += Math.max(0, sharp - blurred);
    }
  }
  return original <= 0 ? 1 : (original - lost) / original;
}
