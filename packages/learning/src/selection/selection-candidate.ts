import type { FeatureVector } from '../head/feature-set.ts';

/** A picture without a label that may be asked about next. */
export interface SelectionCandidate {
  /** Features in any one feature set, all candidates the same; finite. Scale them first: see `scaleForSelection`. */
  readonly features: FeatureVector;
  /** How little the model knows: width of its interval or standard deviation, points of percent shear, at least 0. */
  readonly uncertainty: number;
}

/** One choice, in the order in which the choices were made. */
export interface SelectedCandidate {
  /** Place in the list of candidates. */
  readonly index: number;
  /** What the choice was made by: larger was better. Random choices have 0. */
  readonly score: number;
  /** Distance to the nearest picture that is learned or chosen before, deviations a feature; null where none was needed or there is none. */
  readonly distance: number | null;
}

/** @throws RangeError when a count is no whole number from 0 or an uncertainty is negative or not finite */
export function checkSelection(candidates: readonly SelectionCandidate[], count: number): void {
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(`count must be a whole number from 0, got ${count}`);
  }
  candidates.forEach(({ uncertainty }, index) => {
    if (!(uncertainty >= 0 && uncertainty < Number.POSITIVE_INFINITY)) {
      throw new RangeError(
        `candidates[${index}].uncertainty must be finite and at least 0, got ${uncertainty}`,
      );
    }
  });
}
