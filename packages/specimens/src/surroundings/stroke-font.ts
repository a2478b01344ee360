/** A plain stroke font on a grid of 4 wide by 6 high, each stroke a list of x, y pairs; enough for marks and numbers. */
const GLYPHS: Readonly<Record<string, readonly (readonly number[])[]>> = {
  '0': [[1, 0, 3, 0, 4, 1.5, 4, 4.5, 3, 6, 1, 6, 0, 4.5, 0, 1.5, 1, 0]],
  '1': [[0.8, 1.4, 2.2, 0, 2.2, 6]],
  '2': [[0, 1.4, 1, 0, 3, 0, 4, 1.4, 0, 6, 4, 6]],
  '3': [[0, 0.6, 1.5, 0, 3.4, 0.6, 3.4, 2, 2, 2.9, 4, 4, 3.4, 5.6, 1.5, 6, 0, 5.3]],
  '4': [[3, 6, 3, 0, 0, 4.2, 4, 4.2]],
  '5': [[4, 0, 0.4, 0, 0.2, 2.6, 2.4, 2.3, 4, 3.8, 3.2, 5.6, 1.2, 6, 0, 5.3]],
  '6': [[3.6, 0.3, 1.6, 0.6, 0.2, 3, 0.2, 4.8, 1.4, 6, 3, 6, 4, 4.6, 3.2, 3, 1.4, 3, 0.2, 4.4]],
  '7': [[0, 0, 4, 0, 1.6, 6]],
  '8': [[2, 2.8, 0.5, 1.4, 1.2, 0, 2.8, 0, 3.5, 1.4, 2, 2.8, 0, 4.4, 1, 6, 3, 6, 4, 4.4, 2, 2.8]],
  '9': [[3.8, 1.8, 2.8, 3, 1, 3, 0.1, 1.6, 1, 0, 2.8, 0, 3.8, 1.4, 3.6, 3.6, 2.4, 6]],
  '-': [[0.6, 3, 3.4, 3]],
  A: [
    [0, 6, 2, 0, 4, 6],
    [0.8, 3.8, 3.2, 3.8],
  ],
  B: [
    [0, 6, 0, 0, 2.8, 0, 3.6, 1.4, 2.6, 2.8, 0, 2.8],
    [2.6, 2.8, 4, 4.4, 3, 6, 0, 6],
  ],
  C: [[4, 1, 2.6, 0, 1, 0.4, 0, 2.4, 0.2, 4.6, 1.6, 6, 4, 5]],
  E: [
    [4, 0, 0, 0, 0, 6, 4, 6],
    [0, 2.9, 3, 2.9],
  ],
  H: [
    [0, 0, 0, 6],
    [4, 0, 4, 6],
    [0, 3, 4, 3],
  ],
  K: [
    [0, 0, 0, 6],
    [4, 0, 0, 3.4],
    [1.2, 2.6, 4, 6],
  ],
  L: [[0, 0, 0, 6, 4, 6]],
  M: [[0, 6, 0, 0, 2, 3, 4, 0, 4, 6]],
  N: [[0, 6, 0, 0, 4, 6, 4, 0]],
  T: [
    [0, 0, 4, 0],
    [2, 0, 2, 6],
  ],
  W: [[0, 0, 1, 6, 2, 2.5, 3, 6, 4, 0]],
  X: [
    [0, 0, 4, 6],
    [4, 0, 0, 6],
  ],
  m: [
    [0, 2, 0, 6],
    [0, 3, 1, 2, 2, 3, 2, 6],
    [2, 3, 3, 2, 4, 3, 4, 6],
  ],
};

/** Line segments of a text in units of the letters' height: x to the right from 0, y down from 0 to 1. */
export function layOutText(text: string): { segments: Float64Array; width: number } {
  const values: number[] = [];
  let pen = 0;
  for (const letter of text) {
    for (const stroke of GLYPHS[letter] ?? []) {
      for (let i = 0; i + 3 < stroke.length; i += 2) {
        values.push(pen + stroke[i]! / 6, stroke[i + 1]! / 6, pen + stroke[i + 2]! / 6, stroke[i + 3]! / 6);
      }
    }
    pen += 5.6 / 6;
  }
  return { segments: Float64Array.from(values), width: Math.max(pen - 1.6 / 6, 0.1) };
}

/** Distance from (x, y) to the nearest of the segments. */
export function distanceToSegments(segments: Float64Array, x: number, y: number): number {
  let best = 1e9;
  for (let i = 0; i < segments.length; i += 4) {
    const ax = segments[i]!;
    const ay = segments[i + 1]!;
    const dx = segments[i + 2]! - ax;
    const dy = segments[i + 3]! - ay;
    const part = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy + 1e-12)));
    const squared = (x - ax - part * dx) ** 2 + (y - ay - part * dy) ** 2;
    if (squared < best) best = squared;
  }
  return Math.sqrt(best);
}
