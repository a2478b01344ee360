import type { EvaluatedAnswer } from '@mlmcsc/learning';
import type { EvaluationPicture } from '../pictures/evaluation-picture.ts';
import { type PictureView, type SpecimenView, showsSpecimen } from '../viewing/picture-view.ts';

/** A picture of a specimen with its answer. */
export interface AnsweredPicture {
  readonly picture: EvaluationPicture;
  readonly view: SpecimenView;
  readonly answer: EvaluatedAnswer & { readonly mean: number };
}

/** The answers furthest from the truth, worst first. Refused pictures got no number and cannot be wrong.
 * @param count - at most so many   @param answer - what the product says of a view */
export function worstCases(
  seen: readonly { readonly picture: EvaluationPicture; readonly view: PictureView }[],
  answer: (view: SpecimenView) => EvaluatedAnswer,
  count: number,
): AnsweredPicture[] {
  const answered = seen.flatMap(({ picture, view }) => {
    if (!showsSpecimen(view)) return [];
    const given = answer(view);
    return given.mean === null ? [] : [{ picture, view, answer: { ...given, mean: given.mean } }];
  });
  return answered
    .sort((a, b) => errorOf(b) - errorOf(a) || compare(a.picture.specimen, b.picture.specimen))
    .slice(0, count);
}

export function errorOf({ answer }: AnsweredPicture): number {
  return Math.abs(answer.mean - answer.truth);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
