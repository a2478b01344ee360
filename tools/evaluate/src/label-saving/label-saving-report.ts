import { type LabelSaving, meanCurve, randomAgain, type SelectionComparison } from '@mlmcsc/learning';

/** Everything that one run measured; the content of `label-saving.json`. */
export interface LabelSavingReport {
  /** Of every picture in it. */
  readonly dataKind: 'synthetic';
  readonly date: string;
  readonly isQuick: boolean;
  readonly seed: number;
  readonly model: { readonly version: string; readonly digest: string };
  readonly laboratories: readonly { readonly name: string; readonly bars: number }[];
  readonly repeats: number;
  readonly batch: number;
  readonly situations: readonly { readonly habit: string; readonly comparison: SelectionComparison }[];
}

const VERDICTS: Record<LabelSaving['verdict'], string> = {
  saves: 'better than random',
  costs: 'worse than random',
  'no-difference': 'no difference shown',
  'nothing-to-save': 'nothing to save: labels did not lower the error',
};
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const points = (value: number): string => value.toFixed(2);
const range = (lower: number, upper: number): string => `${points(lower)} to ${points(upper)}`;
const labels = (value: number | null, most: number): string =>
  value === null ? `> ${most}` : value.toFixed(0);
const nameOf = (way: string): string => (way === randomAgain ? 'random, other lots' : way);

/** The report for people. */
export function labelSavingText({ situations, model, ...rest }: LabelSavingReport): string {
  const places = rest.laboratories.map(({ name, bars }) => `${name} (${bars} bars)`).join(', ');
  return `# Labels saved against random choice, ${rest.date}

**Data kind: synthetic.** Model ${model.version} \`${model.digest}\`.${rest.isQuick ? ' A quick run: these figures judge nothing.' : ''}
${places}; ${rest.repeats} random splits by heat each, three quarters to choose from, the rest to answer; ${rest.batch} labels between two choices; seed ${rest.seed}.
Intervals: 95 %, bootstrap over splits inside each laboratory. *Difference*: mean absolute error with as many labels as random choice, less that of random
choice; below 0 is better, and the verdict goes by it. *Labels needed*: where the mean curve first is as low as that of random choice; it comes early by
chance alone, which the row *random, other lots* shows.
${situations.map(({ habit, comparison }) => situationText(habit, comparison)).join('')}`;
}

function situationText(
  habit: string,
  { counts, savings, trials, smallestPool }: SelectionComparison,
): string {
  const most = counts[counts.length - 1];
  const marks = [0, ...counts];
  const ways = Object.keys(trials[0].curves);
  const curves = ways.map((way) => [nameOf(way), meanCurve(trials, way)] as const);
  const gains = savings.filter(({ way }) => way === randomAgain);
  return `
## The laboratory ${habit}

Pictures to choose from: ${smallestPool} at least. Random choice gained ${gains
    .map(
      (one) =>
        `${points(one.randomGain.value)} points (${range(one.randomGain.lower, one.randomGain.upper)}) with ${one.randomLabels} labels`,
    )
    .join(', ')}.

${table(
  ['mean absolute error, points', ...marks.map((mark) => `${mark} labels`)],
  curves.map(([name, curve]) => [
    name,
    ...marks.map((mark) => {
      const at = curve.find((point) => point.labels >= mark) ?? curve[curve.length - 1];
      return points(at.meanAbsoluteError);
    }),
  ]),
)}

${table(
  ['way', 'random has', 'labels needed', 'interval', 'difference', 'interval', 'verdict'],
  savings.map((one) => [
    nameOf(one.way),
    String(one.randomLabels),
    labels(one.labelsNeeded, most),
    `${labels(one.labelsNeededInterval.lower, most)} to ${labels(one.labelsNeededInterval.upper, most)}`,
    points(one.errorDifference.value),
    range(one.errorDifference.lower, one.errorDifference.upper),
    VERDICTS[one.verdict],
  ]),
)}
`;
}
