import type { EvaluationPicture } from '../pictures/evaluation-picture.ts';
import type { PictureView } from '../viewing/picture-view.ts';

/** How well faces are found and cleavage is told from shear. */
export interface SeeingFigures {
  readonly name: string;
  /** Good pictures with a face that lies in them as a whole. */
  readonly pictures: number;
  /** A face was accepted and overlaps a true one by at least one half, percent. */
  readonly foundPercent: number | null;
  /** Found outlines against true ones, intersection over union. */
  readonly medianOutlineIou: number | null;
  readonly notchSidePercent: number | null;
  /** Cleavage of the map against the true one, mean over the faces that have at least 3 % of it. */
  readonly meanCleavageIou: number | null;
}

/** How often a number was given where none should be. */
export interface FalseAnswers {
  readonly name: string;
  readonly pictures: number;
  readonly answeredPercent: number | null;
}

const FOUND_IOU = 0.5;
/** A face of which less lies in the picture is cut off. */
const WHOLE = 0.97;

export function seeingFigures(name: string, views: readonly PictureView[]): SeeingFigures {
  const whole = views.filter(({ wholeFaces }) => wholeFaces > 0);
  const matches = whole.flatMap(({ status, match }) =>
    status !== 'no-face' && match !== null && match.outlineIou >= FOUND_IOU ? [match] : [],
  );
  return {
    name,
    pictures: whole.length,
    foundPercent: percent(matches.length, whole.length),
    medianOutlineIou: median(matches.map(({ outlineIou }) => outlineIou)),
    notchSidePercent: percent(
      matches.filter(({ isNotchSideRight }) => isNotchSideRight).length,
      matches.length,
    ),
    meanCleavageIou: mean(matches.flatMap(({ mapIou }) => (mapIou === null ? [] : [mapIou]))),
  };
}

/** Answers to pictures without a specimen, and to those that a technician would take again, kind by kind. A bar at the
 * edge that lies in the picture after all is no unfit picture. */
export function falseAnswers(
  pictures: readonly EvaluationPicture[],
  views: readonly PictureView[],
): FalseAnswers[] {
  const unfit = pictures
    .map(({ set, group }, i) => ({ set, group, view: views[i] }))
    .filter(({ group, view }) => group !== 'partly-out-of-frame' || view.visibleShare < WHOLE);
  const of = (name: string, some: typeof unfit): FalseAnswers => ({
    name,
    pictures: some.length,
    answeredPercent: percent(some.filter(({ view }) => view.status === 'ok').length, some.length),
  });
  const isUnfit = unfit.filter(({ set }) => set === 'unfit');
  const kinds = [...new Set(isUnfit.map(({ group }) => group))];
  return [
    of(
      NO_SPECIMEN,
      unfit.filter(({ set }) => set === 'negative'),
    ),
    of(ALL_UNFIT, isUnfit),
    ...kinds.map((kind) =>
      of(
        kind,
        isUnfit.filter(({ group }) => group === kind),
      ),
    ),
  ];
}

export const NO_SPECIMEN = 'no specimen';
export const ALL_UNFIT = 'unfit, all kinds';

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Middle value; the mean of the two middle ones of an even number. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}
