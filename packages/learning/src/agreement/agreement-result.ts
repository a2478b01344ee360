import { ParameterRangeError } from '@mlmcsc/charpy';

/** A figure with its confidence interval. */
export interface IntervalEstimate {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Why the readings give no figure. */
export type AgreementRefusalReason = 'too-few-specimens' | 'too-few-readers' | 'no-repeats' | 'no-spread';

/** No figure, and what helps. */
export interface AgreementRefusal {
  readonly ok: false;
  readonly reason: AgreementRefusalReason;
  /** A sentence or two. */
  readonly detail: string;
}

/** A figure, or the reason why there is none. */
export type AgreementResult<Figures> = ({ readonly ok: true } & Figures) | AgreementRefusal;

export function refuse(reason: AgreementRefusalReason, detail: string): AgreementRefusal {
  return { ok: false, reason, detail };
}

/** @throws ParameterRangeError unless 0.5 ≤ confidence < 1 */
export function requireConfidence(confidence: number): void {
  if (confidence >= 0.5 && confidence < 1) return;
  throw new ParameterRangeError('confidence', `must be at least 0.5 and below 1, got ${confidence}`);
}

/** @throws ParameterRangeError for a reading that is not a finite number, naming its place */
export function requireFinite(place: string, value: number): void {
  if (Number.isFinite(value)) return;
  throw new ParameterRangeError(place, `must be a finite number, got ${value}`);
}
