/** Mean over a (2 · radius + 1)² window, clamped at the borders; two passes of running sums. */
export function boxBlur(values: Float32Array, width: number, height: number, radius: number): Float32Array {
  const rows = new Float32Array(values.length);
  blurLines(values, rows, width, 1, height, width, radius);
  const out = new Float32Array(values.length);
  blurLines(rows, out, height, width, width, 1, radius);
  return out;
}

function blurLines(
  from: Float32Array,
  to: Float32Array,
  length: number,
  step: number,
  lines: number,
  lineStep: number,
  radius: number,
): void {
  const share = 1 / (2 * radius + 1);
  for (let line = 0; line < lines; line++) {
    const base = line * lineStep;
    const at = (i: number): number => from[base + (i < 0 ? 0 : i >= length ? length - 1 : i) * step];
    let sum = 0;
    for (let i = -radius; i <= radius; i++) sum += at(i);
    for (let i = 0; i < length; i++) {
      to[base + i * step] = sum * share;
      sum += at(i + radius + 1) - at(i - radius);
    }
  }
}
