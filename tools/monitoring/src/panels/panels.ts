import type { PanelSpec, Query, Step } from './panel-spec.ts';

type Given = Partial<PanelSpec> & Pick<PanelSpec, 'description' | 'unit'>;

/** One query needs no name beside the title. */
const queriesOf = (queries: string | readonly Query[]): readonly Query[] =>
  typeof queries === 'string' ? [{ expr: queries, legend: '' }] : queries;

/** A coloured tile, six in a line. */
export const status = (title: string, queries: string | readonly Query[], given: Given): PanelSpec => ({
  ...{ kind: 'status', title, queries: queriesOf(queries), width: 4, height: 4 },
  ...given,
});

/** Lines over time, three beside one another. */
export const trend = (title: string, queries: string | readonly Query[], given: Given): PanelSpec => ({
  ...{ kind: 'trend', title, queries: queriesOf(queries), width: 8, height: 8, min: 0 },
  ...given,
});

/** Bars, the longest is what to look at first. */
export const ranking = (title: string, queries: string | readonly Query[], given: Given): PanelSpec => ({
  ...{ kind: 'ranking', title, queries: queriesOf(queries), width: 8, height: 8, min: 0 },
  ...given,
});

export const list = (title: string, queries: string | readonly Query[], given: Given): PanelSpec => ({
  ...{ kind: 'list', title, queries: queriesOf(queries), width: 12, height: 8 },
  ...given,
});

/** Green below `orange`, red from `red` on. */
export const badAbove = (orange: number, red: number): readonly Step[] => [
  { from: null, colour: 'green' },
  { from: orange, colour: 'orange' },
  { from: red, colour: 'red' },
];

/** Red below `orange`, green from `green` on. */
export const goodAbove = (orange: number, green: number): readonly Step[] => [
  { from: null, colour: 'red' },
  { from: orange, colour: 'orange' },
  { from: green, colour: 'green' },
];

/** A figure that is neither good nor bad. */
export const plain: readonly Step[] = [{ from: null, colour: 'blue' }];

/** Quantiles of a histogram over time, slowest last. @param by - further labels that tell series apart */
export function quantiles(metric: string, selector: string, by: readonly string[] = []): readonly Query[] {
  const labels = ['le', ...by].join(', ');
  const legend = by.map((label) => `{{${label}}} `).join('');
  const shares = by.length === 0 ? [0.5, 0.95, 0.99] : [0.95];
  return shares.map((share) => ({
    expr: `histogram_quantile(${share}, sum by (${labels}) (rate(${metric}_bucket${selector}[$__rate_interval])))`,
    legend: `${legend}${share * 100} %`,
  }));
}
