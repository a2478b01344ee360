import type { JudgedPicture } from '../ports/store.ts';
import type { LabelToCheck, ReviewReason } from './review-queue-types.ts';

/** Two readers of one face are often 5 points apart; twice that is worth a third look, points. */
const disagreementPoints = 10;
/** A label is far outside when it misses the interval by this much, points, and by half of the interval's width. */
const farOutsidePoints = 5;
/** From here on the priority is high, points. */
const highPriorityPoints = 20;

/** Labels that a second look may correct, most urgent first.
 * @param newestFirst - labels with what they judge; of every picture the newest one is the current one
 */
export function labelsToCheck(newestFirst: readonly JudgedPicture[]): LabelToCheck[] {
  const found: (LabelToCheck & { readonly points: number })[] = [];
  for (const readings of Map.groupBy(newestFirst, ({ image }) => image.id).values()) {
    const { analysis, image, label } = readings[0]!;
    const reasons = [outside(readings[0]!), disagreement(readings)].filter((one) => one !== null);
    if (reasons.length === 0) continue;
    const points = Math.max(...reasons.map(({ value }) => value ?? 0));
    found.push({
      ...{ analysis, image, reasons, points },
      labelPercent: label.shearPercent,
      technician: label.technician,
      priority: points >= highPriorityPoints || reasons.length > 1 ? 'high' : 'normal',
    });
  }
  const rank = ({ priority }: LabelToCheck) => (priority === 'high' ? 0 : 1);
  return found
    .sort((a, b) => rank(a) - rank(b) || b.points - a.points)
    .map(({ points: _points, ...one }) => one);
}

function outside({ analysis, label }: JudgedPicture): ReviewReason | null {
  const { lower, upper } = analysis;
  if (lower === null || upper === null) return null;
  const miss = Math.max(lower - label.shearPercent, label.shearPercent - upper);
  if (miss < Math.max(farOutsidePoints, (upper - lower) / 2)) return null;
  return {
    code: 'label-outside-interval',
    detail: `The label ${label.shearPercent.toFixed(1)} % is ${miss.toFixed(1)} points outside the interval of ${lower.toFixed(1)} to ${upper.toFixed(1)} %.`,
    value: miss,
  };
}

/** The newest reading of each technician counts. */
function disagreement(readings: readonly JudgedPicture[]): ReviewReason | null {
  const byReader = new Map<string, number>();
  for (const { label } of readings) {
    if (!byReader.has(label.technician)) byReader.set(label.technician, label.shearPercent);
  }
  const values = [...byReader.values()];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (high - low < disagreementPoints) return null;
  return {
    code: 'readings-disagree',
    detail: `${byReader.size} readers say ${low.toFixed(1)} to ${high.toFixed(1)} %: ${(high - low).toFixed(1)} points apart.`,
    value: high - low,
  };
}
