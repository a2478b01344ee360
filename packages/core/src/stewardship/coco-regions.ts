import { setImmediate } from 'node:timers/promises';
import type { RgbImage } from '@mlmcsc/vision';

/** Colours of a painting: pure red, green and blue. */
export const paintedCategories = [
  { name: 'shear', red: 0, green: 255, blue: 0 },
  { name: 'cleavage', red: 255, green: 0, blue: 0 },
  { name: 'not-surface', red: 0, green: 0, blue: 255 },
] as const;
export type PaintedCategory = (typeof paintedCategories)[number]['name'];

/** A region as COCO tells it: run lengths down the columns, beginning with what is not painted. */
export interface EncodedRegion {
  readonly category: PaintedCategory;
  readonly counts: readonly number[];
  readonly area: number;
  /** x, y, width, height in pixels. */
  readonly bbox: readonly [number, number, number, number];
}

/** Pixels looked at before others get a turn: a few milliseconds. */
const pixelsPerTurn = 250_000;

/** The painted regions of a picture, those that have any pixel. Large pictures are worked through in turns with others.
 * @source COCO data format: uncompressed RLE, column-major, first run counts zeros
 */
export async function encodeRegions({ width, height, data }: RgbImage): Promise<EncodedRegion[]> {
  const runs = paintedCategories.map(({ name }) => new RegionRuns(name));
  let sinceTurn = 0;
  for (let x = 0; x < width; x += 1) {
    for (let y = 0; y < height; y += 1) {
      const at = 3 * (y * width + x);
      const painted = categoryAt(data, at);
      for (const run of runs) run.add(run.category === painted, x, y);
    }
    sinceTurn += height;
    if (sinceTurn < pixelsPerTurn) continue;
    sinceTurn = 0;
    await setImmediate();
  }
  return runs.flatMap((run) => run.finish() ?? []);
}

function categoryAt(data: RgbImage['data'], at: number): PaintedCategory | null {
  for (const { name, red, green, blue } of paintedCategories) {
    if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) return name;
  }
  return null;
}

/** Run lengths of one category, down the columns. */
class RegionRuns {
  readonly category: PaintedCategory;
  readonly #counts: number[] = [];
  #isPainted = false;
  #run = 0;
  #area = 0;
  #left = 0;
  #right = 0;
  #top = Number.POSITIVE_INFINITY;
  #bottom = -1;

  constructor(category: PaintedCategory) {
    this.category = category;
  }

  add(isPainted: boolean, x: number, y: number): void {
    if (isPainted !== this.#isPainted) {
      this.#counts.push(this.#run);
      this.#run = 0;
      this.#isPainted = isPainted;
    }
    this.#run += 1;
    if (!isPainted) return;
    if (this.#area === 0) this.#left = x;
    this.#area += 1;
    this.#right = x;
    this.#top = Math.min(this.#top, y);
    this.#bottom = Math.max(this.#bottom, y);
  }

  /** Null when nothing was painted so. */
  finish(): EncodedRegion | null {
    if (this.#area === 0) return null;
    const [width, height] = [this.#right - this.#left + 1, this.#bottom - this.#top + 1];
    return {
      category: this.category,
      counts: [...this.#counts, this.#run],
      area: this.#area,
      bbox: [this.#left, this.#top, width, height],
    };
  }
}

type Point = readonly [number, number];

/** A closed outline as a COCO polygon, cut off at the picture's edges; null when nothing of it is inside. */
export function encodeOutline(
  outline: readonly Point[],
  { width, height }: { readonly width: number; readonly height: number },
): {
  readonly polygon: readonly number[];
  readonly area: number;
  readonly bbox: readonly [number, number, number, number];
} | null {
  const inside = [
    { axis: 0, limit: 0, sign: 1 },
    { axis: 0, limit: width, sign: -1 },
    { axis: 1, limit: 0, sign: 1 },
    { axis: 1, limit: height, sign: -1 },
  ].reduce<readonly Point[]>((points, edge) => clip(points, edge), outline);
  const area = Math.abs(signedArea(inside));
  if (inside.length < 3 || !(area > 0)) return null;
  const xs = inside.map(([x]) => x);
  const ys = inside.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    polygon: inside.flat(),
    area,
    bbox: [left, top, Math.max(...xs) - left, Math.max(...ys) - top],
  };
}

/** @source Sutherland, Hodgman: Reentrant polygon clipping. CACM 17 (1974), one edge */
function clip(
  points: readonly Point[],
  { axis, limit, sign }: { readonly axis: number; readonly limit: number; readonly sign: number },
): Point[] {
  const depth = (point: Point) => sign * (point[axis]! - limit);
  return points.flatMap((point, index) => {
    const before = points.at(index - 1)!;
    const [was, is] = [depth(before), depth(point)];
    const crossing: Point[] = [];
    if (was < 0 !== is < 0) {
      const share = was / (was - is);
      const cut = [
        before[0] + share * (point[0] - before[0]),
        before[1] + share * (point[1] - before[1]),
      ] as [number, number];
      cut[axis] = limit;
      crossing.push(cut);
    }
    return is < 0 ? crossing : [...crossing, point];
  });
}

function signedArea(points: readonly Point[]): number {
  let twice = 0;
  points.forEach(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length]!;
    twice += x * nextY - nextX * y;
  });
  return twice / 2;
}
