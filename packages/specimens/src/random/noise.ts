import { mixSeeds } from './generator.ts';

/** A seeded table for the lattice noises below; `permutation` has 512 entries so that two look-ups need no mask. */
export interface NoiseTable {
  readonly permutation: Uint8Array;
  readonly gradientX: Float64Array;
  readonly gradientY: Float64Array;
  readonly value: Float64Array;
}

const TABLE_SIZE = 256;

/** Builds the table of one noise field. Counter-based: entry i depends on the seed and i alone. */
export function createNoiseTable(seed: number): NoiseTable {
  const permutation = new Uint8Array(2 * TABLE_SIZE);
  const gradientX = new Float64Array(TABLE_SIZE);
  const gradientY = new Float64Array(TABLE_SIZE);
  const value = new Float64Array(TABLE_SIZE);
  for (let i = 0; i < TABLE_SIZE; i++) permutation[i] = i;
  for (let i = TABLE_SIZE - 1; i > 0; i--) {
    const j = mixSeeds(seed, i) % (i + 1);
    const swapped = permutation[i]!;
    permutation[i] = permutation[j]!;
    permutation[j] = swapped;
  }
  permutation.copyWithin(TABLE_SIZE, 0, TABLE_SIZE);
  for (let i = 0; i < TABLE_SIZE; i++) {
    const angle = (2 * Math.PI * i) / TABLE_SIZE;
    gradientX[i] = Math.cos(angle);
    gradientY[i] = Math.sin(angle);
    value[i] = mixSeeds(seed ^ 0x5bd1e995, i) / 4294967296;
  }
  return { permutation, gradientX, gradientY, value };
}

/** Gradient noise (Perlin 2002 fade), about -0.9 to 0.9, mean 0, one feature per unit length. */
export function gradientNoise(table: NoiseTable, x: number, y: number): number {
  const { permutation, gradientX, gradientY } = table;
  const floorX = Math.floor(x);
  const floorY = Math.floor(y);
  const dx = x - floorX;
  const dy = y - floorY;
  const cellX = floorX & 255;
  const cellY = floorY & 255;
  const left = permutation[cellX]! + cellY;
  const right = permutation[(cellX + 1) & 255]! + cellY;
  const g00 = permutation[left & 511]!;
  const g10 = permutation[right & 511]!;
  const g01 = permutation[(left + 1) & 511]!;
  const g11 = permutation[(right + 1) & 511]!;
  const fadeX = dx * dx * dx * (dx * (dx * 6 - 15) + 10);
  const fadeY = dy * dy * dy * (dy * (dy * 6 - 15) + 10);
  const n00 = gradientX[g00]! * dx + gradientY[g00]! * dy;
  const n10 = gradientX[g10]! * (dx - 1) + gradientY[g10]! * dy;
  const n01 = gradientX[g01]! * dx + gradientY[g01]! * (dy - 1);
  const n11 = gradientX[g11]! * (dx - 1) + gradientY[g11]! * (dy - 1);
  const top = n00 + fadeX * (n10 - n00);
  const bottom = n01 + fadeX * (n11 - n01);
  return (top + fadeY * (bottom - top)) * 1.4;
}

/** Sum of octaves of gradient noise, about -1 to 1; `gain` is the amplitude ratio of one octave to the one before. */
export function fractalNoise(table: NoiseTable, x: number, y: number, octaves: number, gain: number): number {
  let sum = 0;
  let amplitude = 1;
  let total = 0;
  let px = x;
  let py = y;
  for (let octave = 0; octave < octaves; octave++) {
    sum += amplitude * gradientNoise(table, px, py);
    total += amplitude;
    amplitude *= gain;
    // Turned by an irrational angle each octave: hides the axes of the lattice.
    const turned = 1.62 * px - 1.18 * py + 17.3;
    py = 1.18 * px + 1.62 * py + 5.7;
    px = turned;
  }
  return sum / total;
}

/** Ridged noise, 0 to 1, with sharp crests at 1. */
export function ridgedNoise(table: NoiseTable, x: number, y: number, octaves: number, gain: number): number {
  let sum = 0;
  let amplitude = 1;
  let total = 0;
  let px = x;
  let py = y;
  for (let octave = 0; octave < octaves; octave++) {
    sum += amplitude * (1 - Math.abs(gradientNoise(table, px, py)));
    total += amplitude;
    amplitude *= gain;
    const turned = 1.62 * px - 1.18 * py + 3.1;
    py = 1.18 * px + 1.62 * py + 11.9;
    px = turned;
  }
  return sum / total;
}

const CELLS = 256;
const CELL_MASK = CELLS - 1;

/** Jittered seeds of a Voronoi pattern with ready-made random numbers per cell; repeats after 256 cells, further than a face is wide. */
interface CellTable {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** A random slope of unit spread (Rayleigh length, any direction), in two parts. */
  readonly slopeX: Float32Array;
  readonly slopeY: Float32Array;
  /** Three independent uniform numbers. */
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly third: Float32Array;
}

function buildCellTable(): CellTable {
  const size = CELLS * CELLS;
  const table = {
    x: new Float32Array(size),
    y: new Float32Array(size),
    slopeX: new Float32Array(size),
    slopeY: new Float32Array(size),
    first: new Float32Array(size),
    second: new Float32Array(size),
    third: new Float32Array(size),
  };
  const uniform = (cell: number, channel: number): number => mixSeeds(cell + 77, channel + 1) / 4294967296;
  for (let cell = 0; cell < size; cell++) {
    table.x[cell] = uniform(cell, 0);
    table.y[cell] = uniform(cell, 1);
    const length = Math.sqrt(-2 * Math.log(1 - 0.985 * uniform(cell, 2)));
    const angle = 2 * Math.PI * uniform(cell, 3);
    table.slopeX[cell] = length * Math.cos(angle);
    table.slopeY[cell] = length * Math.sin(angle);
    table.first[cell] = uniform(cell, 4);
    table.second[cell] = uniform(cell, 5);
    table.third[cell] = uniform(cell, 6);
  }
  return table;
}

/** One table serves all patterns: a seed only moves the origin, which costs nothing. */
export const CELL_TABLE: CellTable = buildCellTable();

/** Result of `findCell`: written in place so that the inner loop allocates nothing. */
export interface CellHit {
  /** Index of the cell in `CELL_TABLE`. */
  cell: number;
  /** Distance to the nearest seed, in cells. */
  nearest: number;
  /** Distance to the second nearest seed, in cells. */
  second: number;
}

/** A `CellHit` to pass to `findCell`. */
export function createCellHit(): CellHit {
  return { cell: 0, nearest: 0, second: 0 };
}

/** Voronoi cell that holds (x, y), one jittered seed per unit square.
 * @param seed - moves the origin; its low 16 bits count
 * @source S. Worley, "A cellular texture basis function", SIGGRAPH 1996, 10.1145/237170.237267
 */
export function findCell(seed: number, x: number, y: number, hit: CellHit): void {
  const { x: seedX, y: seedY } = CELL_TABLE;
  const floorX = Math.floor(x);
  const floorY = Math.floor(y);
  const dx = x - floorX;
  const dy = y - floorY;
  const startX = floorX + (seed & CELL_MASK);
  const startY = floorY + ((seed >>> 8) & CELL_MASK);
  let best = 1e9;
  let second = 1e9;
  let found = 0;
  for (let row = -1; row <= 1; row++) {
    const line = ((startY + row) & CELL_MASK) * CELLS;
    const offsetY = dy - row;
    for (let column = -1; column <= 1; column++) {
      const cell = line + ((startX + column) & CELL_MASK);
      const toX = dx - column - seedX[cell]!;
      const toY = offsetY - seedY[cell]!;
      const squared = toX * toX + toY * toY;
      if (squared < best) {
        second = best;
        best = squared;
        found = cell;
      } else if (squared < second) second = squared;
    }
  }
  hit.cell = found;
  hit.nearest = Math.sqrt(best);
  hit.second = Math.sqrt(second);
}

/** Uniform in [0, 1) from an identity and a small channel number; the same pair gives the same number. */
export function cellUniform(id: number, channel: number): number {
  let hash = Math.imul(id ^ Math.imul(channel + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
}
