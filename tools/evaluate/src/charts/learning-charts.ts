import type { EvaluationFigures } from '@mlmcsc/learning';
import {
  FOREST,
  type LearningFigures,
  PRODUCT,
  PRODUCT_MOVED,
  type Series,
  SGD,
} from '../learning/evaluate-learning.ts';
import { PERFECT_EYE } from '../learning/readers.ts';
import { type ChartLine, type LineChart, lineChart } from './line-chart.ts';

/** A drawing beside the report. */
export interface ChartFile {
  readonly name: string;
  /** For people who cannot see it. */
  readonly alternative: string;
  readonly svg: string;
}

/** What a figure is called on a chart, and where it is found. */
type Reading = (figures: EvaluationFigures) => number | null;

const LABELS = 'labels learned in the laboratory (square-root scale)';

/** Learning curves in laboratories of held-out families and, as their measure, of training families; and what the interval
 * does at home, in a laboratory seen for the first time and after a move. */
export function learningCharts(
  { curves, readers }: Pick<LearningFigures, 'curves' | 'readers'>,
  wantedCoverage: number,
): ChartFile[] {
  const seriesOf = (name: string, isHeldOut: boolean): Series | undefined =>
    curves.find((series) => series.name === name && series.isHeldOut === isHeldOut);
  const line = (name: string, isHeldOut: boolean, shown: string, reading: Reading): ChartLine[] => {
    const points = seriesOf(name, isHeldOut)?.points.flatMap(({ labels, figures }) => {
      const y = reading(figures);
      return y === null ? [] : [{ x: labels, y }];
    });
    return points === undefined || points.length === 0 ? [] : [{ name: shown, points }];
  };
  const xTicks = seriesOf(PRODUCT, true)?.points.map(({ labels }) => labels) ?? [];
  if (xTicks.length < 2) return [];
  const error: Reading = (figures) => figures.meanAbsoluteError;
  const floor = (isHeldOut: boolean) =>
    readers.flatMap(({ name, isHeldOut: where, figures }) =>
      name === PERFECT_EYE && where === isHeldOut && figures.meanAbsoluteError !== null
        ? [{ name: 'perfect eye with a 10 % chart', y: figures.meanAbsoluteError }]
        : [],
    );
  const errors = (isHeldOut: boolean, title: string): Omit<LineChart, 'levels'> => ({
    title,
    xTitle: LABELS,
    yTitle: 'mean absolute error, points of percent shear',
    xTicks,
    lines: [
      ...line(PRODUCT, isHeldOut, PRODUCT, error),
      ...line(PRODUCT_MOVED, isHeldOut, PRODUCT_MOVED, error),
      ...line(SGD, isHeldOut, 'global texture, SGD', error),
      ...line(FOREST, isHeldOut, 'global texture, random forest', error),
    ],
  });
  const intervals = (reading: Reading): ChartLine[] => [
    ...line(PRODUCT, false, 'at home (training families)', reading),
    ...line(PRODUCT_MOVED, true, 'after a move to a held-out family', reading),
    ...line(PRODUCT, true, 'held-out family from the start', reading),
  ];
  const level = 100 * wantedCoverage;
  const draw = (name: string, chart: LineChart): ChartFile => ({
    name: `${name}.svg`,
    alternative: `${chart.title}: ${chart.yTitle} against ${chart.xTitle}`,
    svg: lineChart(chart),
  });
  return [
    draw('error-held-out', {
      ...errors(true, 'Error in laboratories of families never seen'),
      levels: floor(true),
    }),
    draw('error-training', {
      ...errors(false, 'Error in new laboratories of training families'),
      levels: floor(false),
    }),
    draw('interval-width', {
      title: `Width of the ${level} % interval`,
      xTitle: LABELS,
      yTitle: 'mean width, points of percent shear',
      xTicks,
      lines: intervals((figures) => figures.meanIntervalWidth),
      levels: [],
    }),
    draw('interval-coverage', {
      title: `Truths inside the ${level} % interval`,
      xTitle: LABELS,
      yTitle: 'coverage, percent of answers',
      xTicks,
      lines: intervals((figures) => figures.coveragePercent),
      levels: [{ name: `wanted: ${level} %`, y: level }],
      yMost: 100,
    }),
  ];
}
