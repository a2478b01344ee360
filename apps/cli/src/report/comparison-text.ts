import type { PairedComparison, PairedFigures } from '@mlmcsc/learning';

type Interval = PairedFigures['difference'];

const two = (value: number) => `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;
const interval = (one: Interval) =>
  one === null ? '–' : `${two(one.value)} (${two(one.lower)} to ${two(one.upper)})`;
const error = (value: number | null) => (value === null ? '–' : value.toFixed(2));

/** Two models on the same pictures as lines of text: all, each band, and what they allow to say. */
export function* describeComparison(comparison: PairedComparison): Generator<string> {
  const { confidence, overall, bands, verdict } = comparison;
  yield `points of percent shear, ${Math.round(100 * confidence)} % intervals by specimen`;
  yield* describeFigures('all', overall);
  for (const [band, figures] of Object.entries(bands)) {
    if (figures.pictures > 0) yield* describeFigures(band, figures);
  }
  yield verdict.text;
}

function* describeFigures(name: string, figures: PairedFigures): Generator<string> {
  const { pictures, specimens, difference, limits, withinFivePercent, labelled } = figures;
  const range = limits === null ? '–' : `${two(limits.lower)} to ${two(limits.upper)}`;
  const within = withinFivePercent === null ? '–' : `${withinFivePercent.toFixed(0)} %`;
  yield `${name.padEnd(7)} ${pictures} pictures of ${specimens} specimens: challenger − champion ${interval(difference)}, limits ${range}, within 5 points ${within}`;
  if (labelled.pictures === 0) return;
  yield `${''.padEnd(7)} ${labelled.pictures} labelled of ${labelled.specimens} specimens: error of the champion ${error(labelled.championError)}, of the challenger ${error(labelled.challengerError)}, difference ${interval(labelled.errorDifference)}`;
}
