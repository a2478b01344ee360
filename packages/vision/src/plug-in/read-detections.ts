import type { ImageRegion } from '../image/resample-region.ts';
import type { DetectedBox } from './detected-box.ts';
import type { DetectorLayout } from './detector-layout.ts';
import { suppressOverlaps } from './suppress-overlaps.ts';

/** What counts as a detected face. */
export interface DetectionRules {
  /** Class of fracture faces, from 0. */
  readonly faceClass: number;
  /** Boxes below this score are dropped, 0 to 1. */
  readonly leastScore: number;
  /** Of two boxes that overlap more than this (intersection over union), the surer one stays. */
  readonly mostOverlap: number;
}

/** What a detector says about one picture. */
export interface Detections {
  /** Surest first; overlaps removed. */
  readonly boxes: readonly DetectedBox[];
  /** Score of the surest box of the face class, also below the limit; 0 without any. */
  readonly bestScore: number;
}

/** Boxes beyond the surest so many cannot be faces of one photograph. */
const MOST_BOXES = 300;
/** One, with room for rounding: larger scores are no probabilities. */
const MOST_SCORE = 1.001;

/** Reads a detector's output and brings the boxes of the face class into photograph pixels.
 * Rows of `raw`: centre x, centre y, width, height (input pixels), one score a class (0 to 1), angle (radians, clockwise).
 * Columns of `final`: left, top, right, bottom, score, class; with angle: centre x, centre y, width, height, score, class, angle.
 * @param data - as the layout says   @param input - size of the detector's input
 * @throws RangeError when a number of the face class is not finite */
export function readDetections(
  data: ArrayLike<number>,
  layout: DetectorLayout,
  input: { readonly width: number; readonly height: number; readonly region: ImageRegion },
  rules: DetectionRules,
): Detections {
  const { region } = input;
  const cell = region.width / input.width;
  const boxes: DetectedBox[] = [];
  let bestScore = 0;
  for (let index = 0; index < layout.boxes; index += 1) {
    const found =
      layout.kind === 'raw' ? rawBox(data, layout, index, rules) : finalBox(data, layout, index, rules);
    if (found === null) continue;
    if (!(found.score <= MOST_SCORE)) {
      throw new RangeError(
        `box ${index} of the detector has the score ${found.score}; scores must be from 0 to 1`,
      );
    }
    bestScore = Math.max(bestScore, found.score);
    if (found.score < rules.leastScore) continue;
    if (!Object.values(found).every(Number.isFinite)) {
      throw new RangeError(`box ${index} of the detector holds a number that is not finite`);
    }
    if (!(found.width > 0 && found.height > 0)) continue;
    boxes.push({
      centre: { x: region.left + cell * found.x - 0.5, y: region.top + cell * found.y - 0.5 },
      width: cell * found.width,
      height: cell * found.height,
      angle: layout.isOriented ? found.angle : null,
      score: Math.min(1, found.score),
    });
  }
  // Equal scores keep the detector's order: sorting is stable.
  boxes.sort((a, b) => b.score - a.score);
  const surest = boxes.slice(0, MOST_BOXES);
  return { boxes: suppressOverlaps(surest, rules.mostOverlap), bestScore: Math.min(1, bestScore) };
}

interface InputBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
  readonly score: number;
}

function rawBox(
  data: ArrayLike<number>,
  { boxes, classes, isOriented }: DetectorLayout,
  index: number,
  { faceClass }: DetectionRules,
): InputBox | null {
  const at = (row: number): number => data[row * boxes + index];
  return {
    x: at(0),
    y: at(1),
    width: at(2),
    height: at(3),
    score: at(4 + faceClass),
    angle: isOriented ? at(4 + classes) : 0,
  };
}

function finalBox(
  data: ArrayLike<number>,
  { isOriented }: DetectorLayout,
  index: number,
  { faceClass }: DetectionRules,
): InputBox | null {
  const at = (column: number): number => data[index * (isOriented ? 7 : 6) + column];
  if (Math.round(at(5)) !== faceClass) return null;
  if (isOriented) {
    return { x: at(0), y: at(1), width: at(2), height: at(3), score: at(4), angle: at(6) };
  }
  return {
    x: (at(0) + at(2)) / 2,
    y: (at(1) + at(3)) / 2,
    width: at(2) - at(0),
    height: at(3) - at(1),
    score: at(4),
    angle: 0,
  };
}
