import type { EvaluationFigures } from '@mlmcsc/learning';
import type { Evaluation } from '../evaluation.ts';
import type { WorstCase } from '../worst/write-worst-cases.ts';
import type { Limit } from './goal-table.ts';

const number = (value: number | null): string => (value === null ? '–' : value.toFixed(2));
const limit = ({ least, most }: Limit): string =>
  [least === undefined ? '' : `≥ ${least}`, most === undefined ? '' : `≤ ${most}`].filter(Boolean).join(', ');
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const HEAD = [
  'MAE',
  'MAE 0–20',
  'MAE 20–80',
  'MAE 80–100',
  'bias',
  'bias 0–20',
  'bias 20–80',
  'bias 80–100',
  'within ±5 %',
  'within ±10 %',
  'R²',
  'coverage %',
  'width',
  'refused %',
];
const cells = (f: EvaluationFigures): string[] =>
  [
    f.meanAbsoluteError,
    f.bands['0-20'].meanAbsoluteError,
    f.bands['20-80'].meanAbsoluteError,
    f.bands['80-100'].meanAbsoluteError,
    f.bias,
    f.bands['0-20'].bias,
    f.bands['20-80'].bias,
    f.bands['80-100'].bias,
    f.withinFivePercent,
    f.withinTenPercent,
    f.rSquared,
    f.coveragePercent,
    f.meanIntervalWidth,
    f.refusedPercent,
  ].map(number);
const where = (isHeldOut: boolean): string => (isHeldOut ? 'held-out' : 'training');

const worstCase = (
  { file, specimen, family, truth, answer, lower, upper, unusual }: WorstCase,
  at: number,
): string => {
  const interval = lower === null || upper === null ? '' : ` (${lower.toFixed(0)}–${upper.toFixed(0)})`;
  const remarks = unusual.length === 0 ? 'nothing unusual' : unusual.join('; ');
  const caption = `true ${truth.toFixed(1)} %, answer ${answer.toFixed(1)} %${interval}; ${family}; ${remarks}`;
  return `${at + 1}. **${specimen}**: ${caption}\n\n    ![${specimen}: ${caption}](${file})`;
};

/** The report for people; goals first. */
export function markdownReport({ goals, learning, model, ...rest }: Evaluation): string {
  const situations = [
    ...learning.testThenTrain,
    ...learning.shelfStart,
    ...learning.readers,
    ...learning.inverted,
  ];
  return `# Accuracy of ${model.version}, ${rest.date}

**Data kind: synthetic.** Model \`${model.digest}\`.${rest.isQuick ? ' A quick run: these figures judge nothing.' : ''}

${table(
  ['goal', 'must reach', 'aim', 'measured', 'met?'],
  goals.map((g) => [g.name, limit(g.mustReach), limit(g.aim), `${number(g.measured)} ${g.unit}`, g.met]),
)}

## Seeing

${table(
  ['pictures', 'good', 'face found %', 'median outline IoU', 'notch side right %', 'mean cleavage IoU'],
  rest.seeing.map((s) => [
    s.name,
    String(s.pictures),
    ...[s.foundPercent, s.medianOutlineIou, s.notchSidePercent, s.meanCleavageIou].map(number),
  ]),
)}

${table(
  ['pictures that should get no number', 'shown', 'answered %'],
  rest.falseAnswers.map((f) => [f.name, String(f.pictures), number(f.answeredPercent)]),
)}

${table(
  ['same specimen photographed again', 'specimens', 'answers', 's_r, points'],
  rest.repeatability.map((r) => [r.name, String(r.specimens), String(r.answers), number(r.deviation)]),
)}

## Learning curves

${rest.charts.map(({ file, alternative }) => `![${alternative}](${file})`).join('\n\n')}

${table(
  ['who', 'families', 'labels', ...HEAD],
  learning.curves.flatMap((s) =>
    s.points.map((p) => [s.name, where(s.isHeldOut), String(p.labels), ...cells(p.figures)]),
  ),
)}

## Test-then-train, shelf start, readers, inverted labels

${table(
  ['who', 'families', ...HEAD],
  situations.map((s) => [s.name, where(s.isHeldOut), ...cells(s.figures)]),
)}

## Shelf start, percent labels, painted regions, all three

In the first held-out laboratory, as \`mlmcsc learn\` takes them. *Map moved*: splits in which left-out labels were answered no worse with the map
moved; in the others the map stayed, and the row tells what was then answered.

${table(
  ['the laboratory counts', 'labels', 'map moved', ...HEAD],
  rest.mapLearning.map((s) => [
    s.counting,
    s.name,
    s.moved === null ? '–' : `${s.moved.splits} of ${s.moved.of}`,
    ...cells(s.figures),
  ]),
)}

## Errors by cause

${table(
  ['cause', ...HEAD],
  rest.causes.map((c) => [c.name, ...cells(c.figures)]),
)}

## The worst answers

In laboratories of held-out families, by the model without labels. Each picture shows the same part of the photograph three times: with the
outline found (yellow, notch side pink); with the product's map (orange cleavage, blue shear); with the true outline and the true map.

${rest.worstCases.map(worstCase).join('\n\n')}
`;
}
