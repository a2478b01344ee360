import type { Analysis } from '@mlmcsc/contracts';
import { decimalSign } from '../../shared/format/format-value.ts';

/** Finest step of a label in points of percent shear. */
export const LABEL_STEP = 0.5;

/** Steps of the keys, in points. */
export const KEY_STEPS = { small: 1, large: 5, page: 10 } as const;

/** Differences below this count as agreement with the prediction (the same bound as the server's). */
const AGREEMENT_TOLERANCE = 0.05;

/** Whether a person may read this picture: it has a number, or the only objection is that the map cannot decide (which a reading
 * teaches it). What is unfit to be measured is photographed again instead. */
export function isReadable({ status, shear_percent: shearPercent, flags }: Analysis): boolean {
  if (shearPercent !== null) return true;
  const refusals = flags.filter(({ severity }) => severity === 'refuse');
  return status === 'poor' && refusals.length > 0 && refusals.every(({ code }) => code === 'undecided-map');
}

/** A value held within 0 to 100. */
export function clampPercent(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}

/** `percent` moved by `delta` points. An unset value starts at the middle of the scale. The first step from a
 * value between two marks goes to the next mark, so that 63.4 + 1 is 64 and not 64.4. */
export function stepPercent(percent: number | null, delta: number): number {
  if (percent === null) return 50;
  const step = Math.abs(delta);
  const onMark = Math.abs(percent / LABEL_STEP - Math.round(percent / LABEL_STEP)) < 1e-9;
  if (onMark) return clampPercent(percent + delta);
  const base = step >= 1 ? 1 : LABEL_STEP;
  const nearest = delta > 0 ? Math.floor(percent / base) * base : Math.ceil(percent / base) * base;
  return clampPercent(nearest + delta);
}

/** The number a person typed: comma or point, optional percent sign; null when it is none or outside 0 to 100. */
export function parsePercent(text: string): number | null {
  const match = /^\s*(\d{1,3}(?:[.,]\d{0,3})?|[.,]\d{1,3})\s*%?\s*$/.exec(text);
  if (match?.[1] === undefined) return null;
  const value = Number(match[1].replace(',', '.'));
  return Number.isFinite(value) && value <= 100 ? value : null;
}

/** Whether a label says the same as the prediction. */
export function agreesWithPrediction(label: number | null, prediction: number | null): boolean {
  return label !== null && prediction !== null && Math.abs(label - prediction) < AGREEMENT_TOLERANCE;
}

/** A value as it stands in the field: at most two decimals, no trailing zeros. */
export function percentText(percent: number | null): string {
  return percent === null ? '' : String(Number(percent.toFixed(1))).replace('.', decimalSign());
}
