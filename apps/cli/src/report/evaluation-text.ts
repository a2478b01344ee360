import { bandNames, type EvaluationFigures } from '@mlmcsc/learning';

const points = (value: number | null, signed = false): string => {
  if (value === null) return '–';
  return `${signed && value > 0 ? '+' : ''}${value.toFixed(1)}`;
};
const percent = (value: number | null): string => (value === null ? '–' : `${value.toFixed(0)} %`);

/** Figures of a set of answers as lines for people; errors are in points of percent shear.
 * @param level - nominal coverage of the intervals, 0 to 1
 */
export function evaluationText(figures: EvaluationFigures, level: number): string {
  const line = (name: string, value: string) => `  ${name.padEnd(26)}${value}`;
  const bands = bandNames.map((name) => {
    const band = figures.bands[name];
    const columns = [String(band.count), points(band.meanAbsoluteError), points(band.bias, true)];
    return `  ${name.replace('-', '–').padEnd(10)}${columns.map((text) => text.padStart(8)).join('')}`;
  });
  return [
    line('answered / refused', `${figures.count} / ${figures.total - figures.count}`),
    line('mean absolute error', `${points(figures.meanAbsoluteError)} points`),
    line('root mean square error', `${points(figures.rootMeanSquareError)} points`),
    line('R²', figures.rSquared === null ? '–' : figures.rSquared.toFixed(3)),
    line('bias', `${points(figures.bias, true)} points`),
    line(
      'within ±5 / ±10 points',
      `${percent(figures.withinFivePercent)} / ${percent(figures.withinTenPercent)}`,
    ),
    line(
      `${Math.round(level * 100)} % intervals`,
      `hold ${percent(figures.coveragePercent)}, mean width ${points(figures.meanIntervalWidth)} points`,
    ),
    '',
    `  ${'band'.padEnd(10)}${['labels', 'MAE', 'bias'].map((text) => text.padStart(8)).join('')}`,
    ...bands,
  ].join('\n');
}
