import type { LearningStatus } from '@mlmcsc/contracts';
import { formatNumber } from '../../shared/format/format-value.ts';
import { fill } from '../../shared/language/fill.ts';
import { text } from './texts/text.ts';

type CurvePoint = LearningStatus['curve'][number];

/** Upper end of an error axis and its ticks: a round number at or above the largest value, at least 5 points. */
export function errorTicks(largest: number): { max: number; ticks: number[] } {
  const target = Math.max(5, largest);
  const step = [1, 2, 5, 10, 20, 25].find((candidate) => target / candidate <= 5) ?? 25;
  const max = Math.min(100, Math.ceil(target / step) * step);
  const ticks = Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step);
  return { max, ticks };
}

/** At most `count` label numbers, evenly spaced and round, within `first` to `last`. */
export function labelTicks(first: number, last: number, count = 6): number[] {
  if (last <= first) return [first];
  const rough = (last - first) / Math.max(1, count - 1);
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((factor) => factor * magnitude).find((size) => size >= rough) ?? rough,
  );
  const ticks: number[] = [];
  for (let tick = Math.ceil(first / step) * step; tick <= last; tick += step) ticks.push(tick);
  return ticks.length === 0 ? [first, last] : ticks;
}

/** What the curve says in one sentence, for people who cannot see it. */
export function describeCurve(curve: readonly CurvePoint[]): string {
  const first = curve[0];
  const last = curve.at(-1);
  if (first === undefined || last === undefined) return text.noReadingHasBeen;
  if (curve.length === 1)
    return fill(text.oneReadingScoredError, { absoluteError: formatNumber(first.absolute_error, 1) });
  return (
    fill(text.errorsOfPredictionsMade, { labelNumber: first.label_number, labelNumber2: last.label_number }) +
    fill(text.theMeanOfThe, { meanErrorLast20: formatNumber(last.mean_error_last_20, 1) }) +
    fill(text.itWasAtReading, {
      meanErrorLast20: formatNumber((curve[Math.min(19, curve.length - 1)] ?? last).mean_error_last_20, 1),
    }) +
    `${(curve[Math.min(19, curve.length - 1)] ?? last).label_number}.`
  );
}
