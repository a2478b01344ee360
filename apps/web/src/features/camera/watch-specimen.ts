import { alikeness } from '@mlmcsc/vision';

/** What the finder saw in one frame. */
export interface Sighting {
  readonly atMs: number;
  readonly face: SeenFace | null;
}

export interface SeenFace {
  /** Box in frame pixels: left, top, width, height. */
  readonly bbox: readonly [number, number, number, number];
  readonly isSharp: boolean;
  readonly pattern: Float32Array;
}

/** What stands between the specimen and its picture. */
export type BenchPhase = 'no-face' | 'moving' | 'blurred' | 'steady' | 'captured';

export interface SpecimenWatch {
  readonly phase: BenchPhase;
  /** Where the face came to rest, since when, and how often it was seen there. */
  readonly rest: { readonly face: SeenFace; readonly sinceMs: number; readonly sightings: number } | null;
  /** The face that was captured last, until another one takes its place. */
  readonly captured: Float32Array | null;
  readonly absence: { readonly sinceMs: number; readonly sightings: number } | null;
}

export const FRESH_WATCH: SpecimenWatch = { phase: 'no-face', rest: null, captured: null, absence: null };

/** At rest for so long, and seen so often meanwhile. */
export const REST = { ms: 600, sightings: 4 } as const;
/** A face that moved by less than this share of its size rests. */
const REST_SHARE = 0.02;
/** Gone for so long, and looked for so often, a specimen was taken away: the same one may come back to be captured again. */
export const GONE = { ms: 700, sightings: 3 } as const;
/** Two looks at one face are at least so much alike (0.95 and more on rendered photographs with noise), nine of ten pairs of
 * different faces at most 0.54. */
const SAME_FACE = 0.85;

/** Follows the specimen under the camera by one more sighting; `steady` means: this is the moment for a picture. */
export function watchSpecimen(watch: SpecimenWatch, { atMs, face }: Sighting): SpecimenWatch {
  if (face === null) return watchAbsence(watch, atMs);
  const present = { ...watch, absence: null };
  if (watch.captured !== null && alikeness(watch.captured, face.pattern) >= SAME_FACE) {
    return { ...present, phase: 'captured', rest: null };
  }
  const stays = watch.rest !== null && hasStayed(watch.rest.face, face);
  const rest =
    stays && watch.rest !== null
      ? { ...watch.rest, sightings: watch.rest.sightings + 1 }
      : { face, sinceMs: atMs, sightings: 1 };
  const isAtRest = rest.sightings >= REST.sightings && atMs - rest.sinceMs >= REST.ms;
  if (!isAtRest) return { ...present, phase: 'moving', rest };
  return { ...present, phase: face.isSharp ? 'steady' : 'blurred', rest };
}

/** After a picture was taken, by itself or by hand: nothing more until the specimen has changed. */
export function noteCapture(watch: SpecimenWatch): SpecimenWatch {
  if (watch.rest === null) return watch;
  return { ...watch, phase: 'captured', captured: watch.rest.face.pattern, rest: null };
}

function watchAbsence(watch: SpecimenWatch, atMs: number): SpecimenWatch {
  const absence = {
    sinceMs: watch.absence?.sinceMs ?? atMs,
    sightings: (watch.absence?.sightings ?? 0) + 1,
  };
  const isGone = absence.sightings >= GONE.sightings && atMs - absence.sinceMs >= GONE.ms;
  return { phase: 'no-face', rest: null, captured: isGone ? null : watch.captured, absence };
}

function hasStayed(before: SeenFace, now: SeenFace): boolean {
  const limit = REST_SHARE * Math.hypot(before.bbox[2], before.bbox[3]);
  const moved = (edge: 0 | 1, size: 2 | 3, end: 0 | 1) =>
    Math.abs(before.bbox[edge] + end * before.bbox[size] - now.bbox[edge] - end * now.bbox[size]);
  return Math.max(moved(0, 2, 0), moved(0, 2, 1), moved(1, 3, 0), moved(1, 3, 1)) <= limit;
}
