import { createSeededRandom } from '../../statistics/seeded-random.ts';
import { fitTransitionCurve } from '../fit-transition-curve.ts';
import type { TransitionOptions } from '../transition-options.ts';
import type { TransitionFit } from '../transition-result.ts';

/** A steel whose curve is known: tanh with normal scatter, values ended at the physical range. */
interface Scenario {
  readonly temperaturesC: readonly number[];
  readonly lower: number;
  readonly upper: number;
  readonly middleC: number;
  readonly halfWidthC: number;
  readonly scatter: number;
  readonly most: number;
  readonly options: TransitionOptions;
}

/** Temperatures of NIST's X52 series. */
const X52 = [-80, -50, -35, -15, 0, 10, 21, 40, 76, 100, 148, 198];
const THREES = [-40, -40, -40, -20, -20, -20, 0, 0, 0, 20, 20, 20];

export const scenarios = {
  'energy-free': {
    temperaturesC: X52,
    lower: 5,
    upper: 73,
    middleC: 11,
    halfWidthC: 30,
    scatter: 2.5,
    most: 1000,
    options: { quantity: 'energy' },
  },
  'energy-tough': {
    temperaturesC: [-120, -100, -80, -60, -60, -40, -40, -20, 0, 20, 40, 60],
    lower: 8,
    upper: 180,
    middleC: -40,
    halfWidthC: 35,
    scatter: 9,
    most: 1000,
    options: { quantity: 'energy' },
  },
  'energy-held': {
    temperaturesC: X52,
    lower: 2,
    upper: 72.6,
    middleC: 11,
    halfWidthC: 30,
    scatter: 2.5,
    most: 1000,
    options: {
      quantity: 'energy',
      lowerShelf: { fixedAt: 2, standardUncertainty: 0 },
      upperShelf: { fixedAt: 72.6, standardUncertainty: 0 },
    },
  },
  shear: {
    temperaturesC: X52,
    lower: 0,
    upper: 100,
    middleC: 17,
    halfWidthC: 35,
    scatter: 4,
    most: 100,
    options: { quantity: 'shear' },
  },
  'shear-threes': {
    temperaturesC: THREES,
    lower: 0,
    upper: 100,
    middleC: -10,
    halfWidthC: 25,
    scatter: 5,
    most: 100,
    options: { quantity: 'shear' },
  },
} as const satisfies Record<string, Scenario>;

export interface CoverageOptions {
  readonly series: number;
  readonly replicates: number;
  readonly seed: number;
}

/** How often the intervals hold the truth, by figure. */
export function simulateCoverage(
  name: keyof typeof scenarios,
  { series, replicates, seed }: CoverageOptions,
): { readonly coverage: Readonly<Record<string, number>>; readonly accepted: number } {
  const scenario: Scenario = scenarios[name];
  const random = createSeededRandom(seed);
  const counts = new Map<string, { all: number; held: number }>();
  let accepted = 0;
  for (let index = 0; index < series; index++) {
    const points = scenario.temperaturesC.map((temperatureC) => ({
      temperatureC,
      value: Math.min(
        scenario.most,
        Math.max(0, truth(scenario, temperatureC) + scenario.scatter * random.normal()),
      ),
    }));
    const fit = fitTransitionCurve(points, { ...scenario.options, replicates, curvePoints: 9, seed: index });
    if (!fit.ok) continue;
    accepted++;
    for (const [figure, isHeld] of heldFigures(scenario, fit)) {
      const count = counts.get(figure) ?? { all: 0, held: 0 };
      count.all++;
      if (isHeld) count.held++;
      counts.set(figure, count);
    }
  }
  const coverage = Object.fromEntries([...counts].map(([figure, { all, held }]) => [figure, held / all]));
  return { coverage, accepted };
}

function truth({ lower, upper, middleC, halfWidthC }: Scenario, temperatureC: number): number {
  return lower + ((upper - lower) * (1 + Math.tanh((temperatureC - middleC) / halfWidthC))) / 2;
}

/** Points of the drawn curve inside the transition. */
const BAND_POINTS = [2, 3, 4];

function heldFigures(scenario: Scenario, fit: TransitionFit): [string, boolean][] {
  const { lower, upper, middleC, halfWidthC } = scenario;
  const within = (low: number | null, value: number, high: number | null): boolean =>
    (low ?? Number.NEGATIVE_INFINITY) <= value && value <= (high ?? Number.POSITIVE_INFINITY);
  const figures: [string, boolean][] = [];
  for (const one of fit.temperatures) {
    if (one.status !== 'estimated') continue;
    const level = one.name === 'T50%US' ? (lower + upper) / 2 : one.level;
    const temperature = middleC + halfWidthC * Math.atanh((2 * (level - lower)) / (upper - lower) - 1);
    figures.push([one.name, within(one.lowerC, temperature, one.upperC)]);
  }
  const width = fit.parameters.C;
  if (width !== undefined) figures.push(['C', within(width.lower, halfWidthC, width.upper)]);
  for (const [name, shelf, value] of [
    ['lower shelf', fit.lowerShelf, lower],
    ['upper shelf', fit.upperShelf, upper],
  ] as const) {
    if (!shelf.isFixed) figures.push([name, within(shelf.lower, value, shelf.upper)]);
  }
  for (const index of BAND_POINTS) {
    const point = fit.curve[index];
    if (point === undefined) continue;
    figures.push([
      `band at ${point.temperatureC} °C`,
      within(point.lower, truth(scenario, point.temperatureC), point.upper),
    ]);
  }
  return figures;
}
