import type { FaceProportion, PaintedCell } from '@mlmcsc/learning';
import { PAINT, type SurfaceReading, toBlockPlanes } from '@mlmcsc/vision';
import type { LabelledReading } from './labelled-reading.ts';

/** What one picture says about the last layer, as scores of shear on top of the layer as it is. */
export interface RefineEvidence {
  readonly cells: readonly PaintedCell[];
  /** null without a percent label, or when all of the face was painted "not surface". */
  readonly face: FaceProportion | null;
}

/** Least cover of a painted cell: a cell on the rim shows the bench as well. */
const LEAST_COVER = 0.5;

export function refineEvidence({ reading, shearPercent, paint }: LabelledReading): RefineEvidence {
  const planes = paint === null ? null : toBlockPlanes(Float32Array.from(paint));
  return {
    cells: planes === null ? [] : paintedCells(reading, planes),
    face: shearPercent === null ? null : faceProportion(reading, planes, shearPercent),
  };
}

function paintedCells(reading: SurfaceReading, paint: Float32Array): PaintedCell[] {
  const { logits } = reading;
  const cover = toBlockPlanes(reading.mask);
  const featuresOf = blockFeatures(reading);
  const cells: PaintedCell[] = [];
  for (let i = 0; i < paint.length; i += 1) {
    if (cover[i]! < LEAST_COVER || (paint[i] !== PAINT.shear && paint[i] !== PAINT.cleavage)) continue;
    cells.push({ features: featuresOf(i), offset: -logits[i]!, isShear: paint[i] === PAINT.shear });
  }
  return cells;
}

/** One cell of each block stands for the block; neighbouring blocks take turns in which one. A quarter of the work, and the
 * mean of some thousand cells hardly changes. */
function faceProportion(
  reading: SurfaceReading,
  paint: Float32Array | null,
  shearPercent: number,
): FaceProportion | null {
  const { logits, features, channels } = reading;
  const cover = toBlockPlanes(reading.mask);
  const blocks = features.length / channels;
  const places = logits.length / blocks;
  const featuresOf = blockFeatures(reading);
  const chosen = Array.from({ length: blocks }, (_, block) => block + blocks * (block % places)).filter(
    (i) => cover[i]! > 0 && paint?.[i] !== PAINT.notSurface,
  );
  if (chosen.length === 0) return null;
  const all = new Float64Array(chosen.length * channels);
  for (const [at, i] of chosen.entries()) all.set(featuresOf(i), at * channels);
  return {
    features: all,
    coverage: Float64Array.from(chosen, (i) => cover[i]!),
    offsets: Float64Array.from(chosen, (i) => -logits[i]!),
    shearPercent,
  };
}

function blockFeatures({ features, channels }: SurfaceReading): (cell: number) => Float64Array {
  const blocks = features.length / channels;
  return (cell) => Float64Array.from({ length: channels }, (_, c) => features[c * blocks + (cell % blocks)]!);
}
