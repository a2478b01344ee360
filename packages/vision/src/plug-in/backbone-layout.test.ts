import { describe, expect, it } from 'vitest';
import { backboneInput } from './backbone-input.ts';
import { backboneLayout, poolBackboneOutput } from './backbone-layout.ts';

const input = { width: 4, height: 2, cover: Float32Array.of(0, 1, 1, 0.5, 0, 0, 1, 0.5) };

describe('backboneLayout', () => {
  it.each([
    { shape: [1, 7], expected: { kind: 'vector', length: 7 } },
    { shape: [1, 7, 2, 3], expected: { kind: 'map', length: 7, rows: 2, columns: 3 } },
    { shape: [1, 2, 7], expected: { kind: 'tokens', length: 7, rows: 1, columns: 2, prefix: 0 } },
    { shape: [1, 9, 7], expected: { kind: 'tokens', length: 7, rows: 2, columns: 4, prefix: 1 } },
  ])('reads $shape as $expected', ({ shape, expected }) => {
    expect(backboneLayout(shape, input)).toEqual(expected);
  });

  it('takes the number of leading tokens as told', () => {
    expect(backboneLayout([1, 5, 7], input, 3)).toMatchObject({ rows: 1, columns: 2, prefix: 3 });
    expect(() => backboneLayout([1, 5, 7], input)).toThrow(
      /one token for each square patch.*it is \[1, 5, 7\]/,
    );
  });

  it.each([[[7]], [[2, 7]], [[1, 7, 2, 2, 2]]])('refuses %j', (shape) => {
    expect(() => backboneLayout(shape, input)).toThrow(
      /\[1, D\], \[1, D, rows, columns\] or \[1, tokens, D\]/,
    );
  });

  it('refuses more numbers than can be learned from', () => {
    expect(() => backboneLayout([1, 2048], input)).toThrow(/2048 numbers; at most 1024/);
  });
});

describe('poolBackboneOutput', () => {
  it('averages a map over the face, each cell by its cover', () => {
    // Cover of the two cells: 1 and 3, of 4.
    const layout = backboneLayout([1, 2, 1, 2], input);
    expect([...poolBackboneOutput([8, 4, -8, 0], layout, input)]).toEqual([5, -2]);
  });

  it('averages tokens likewise and leaves out those before the patches', () => {
    const layout = backboneLayout([1, 3, 2], input);
    expect([...poolBackboneOutput([99, 99, 8, -8, 4, 0], layout, input)]).toEqual([5, -2]);
  });

  it('takes a vector as it is and refuses what is not finite', () => {
    const layout = backboneLayout([1, 2], input);
    expect([...poolBackboneOutput([3, 5], layout, input)]).toEqual([3, 5]);
    expect(() => poolBackboneOutput([3, Number.NaN], layout, input)).toThrow(/number 1 .*NaN/);
  });
});

describe('backboneInput', () => {
  it('shows the face with its notch on top, normalised, and nothing of what is around it', () => {
    const [width, height] = [60, 50];
    const data = new Uint8Array(3 * width * height).fill(255);
    // Red and blue halves; seen from the notch at the bottom, the red half is on the right.
    for (let y = 10; y < 40; y += 1) {
      for (let x = 10; x < 46; x += 1) data.set(x < 28 ? [204, 0, 0] : [0, 0, 204], 3 * (y * width + x));
    }
    const outline = [
      { x: 9.5, y: 9.5 },
      { x: 45.5, y: 9.5 },
      { x: 45.5, y: 39.5 },
      { x: 9.5, y: 39.5 },
    ];
    const face = { outline, down: { x: 0, y: -1 } };
    const frame = { width: 24, height: 24, mean: [0.4, 0, 0], deviation: [0.2, 1, 0.5] } as const;
    const seen = backboneInput({ width, height, data }, face, frame);
    const at = (channel: number, x: number, y: number) => seen.data[(channel * 24 + y) * 24 + x];
    expect(at(0, 5, 12)).toBeCloseTo(-2, 5);
    expect(at(2, 5, 12)).toBeCloseTo(1.6, 5);
    expect(at(0, 18, 12)).toBeCloseTo(2, 5);
    expect(at(2, 18, 12)).toBeCloseTo(0, 5);
    expect([at(0, 12, 0), at(1, 12, 0), at(2, 12, 23)]).toEqual([0, 0, 0]);
    const covered = seen.cover.reduce((sum, share) => sum + share, 0);
    // 154 of 160 cells from notch to back at 8 cells an input pixel, and 36 : 30.
    expect(covered).toBeCloseTo((154 / 8) ** 2 * (36 / 30), 1);
  });
});
