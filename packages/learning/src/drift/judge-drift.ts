import { ParameterRangeError } from '@mlmcsc/charpy';
import { median } from '@mlmcsc/charpy/statistics';
import { type ChartRun, cusumChart, episodes, ewmaChart } from './control-charts.ts';
import { type ChartPoint, groupPoints } from './group-points.ts';
import { type PopulationStability, populationStability } from './population-stability.ts';
import { referenceScorer } from './reference-scores.ts';
import { cusumLimitFor, ewmaLimitFor, longestRunLength, requireRunLength } from './run-length.ts';

/** Fewer reference points say too little about what is usual. */
const leastReference = 100;
/** λ: sees a shift of one deviation soonest. */
const ewmaWeight = 0.1;
/** Half of the shift that the CUSUM looks for, deviations. */
const cusumSlack = 0.5;
/** Recent points that the stability index compares, and the fewest. */
const stabilityWindow = { most: 100, least: 20 };

/** Heats, or specimens, of pictures: those of one in a row make up one point. */
export interface PictureGroups {
  readonly reference: readonly (string | null)[];
  readonly recent: readonly (string | null)[];
}

/** One number of every picture, in the order of the pictures; null where a picture has none. */
export interface WatchedFigure {
  readonly name: string;
  readonly reference: readonly (number | null)[];
  readonly recent: readonly (number | null)[];
  /** The CUSUM suits numbers that come seldom, as the errors against labels. @default 'ewma' */
  readonly chart?: 'ewma' | 'cusum';
  /** Where the figure is not of all pictures. @default those of the options */
  readonly groups?: PictureGroups;
}

/** How one figure went. */
export interface FigureVerdict extends ChartRun {
  readonly name: string;
  readonly referencePoints: number;
  /** Median of the reference's points. */
  readonly usual: number;
  /** What the track plots, point by point. */
  readonly points: readonly ChartPoint[];
  /** Places in `recent` at which an episode began: the picture that took the chart beyond its limit. */
  readonly alarms: readonly number[];
  /** Beginning of the episode that still lasts, or null. */
  readonly driftingSince: number | null;
  /** The last 100 points against the reference; null before there are 20. */
  readonly stability: PopulationStability | null;
}

export interface DriftVerdict {
  readonly figures: readonly FigureVerdict[];
  /** Figures with fewer than 100 reference points, which are not watched. */
  readonly unwatched: readonly string[];
  readonly isDrifting: boolean;
}

export interface JudgeDriftOptions {
  /** Points from one false alarm to the next, all figures together, nothing changed; at least 20. @default 2000 */
  readonly averageRunLength?: number;
  /** @default every picture is a point */
  readonly groups?: PictureGroups;
}

/** Judges by control charts whether numbers of recent pictures still lie as those of a reference did.
 * Each figure is charted as normal scores among its reference values, with limits for a reference that is finite; of m figures each
 * may alarm m times as seldom.
 * @throws ParameterRangeError for a value that is not finite, or a run length that no limit is known for
 */
export function judgeDrift(
  figures: readonly WatchedFigure[],
  { averageRunLength = 2000, groups }: JudgeDriftOptions = {},
): DriftVerdict {
  requireRunLength(averageRunLength);
  const charted = figures.map(({ name, reference, recent, chart = 'ewma', groups: own = groups }) => {
    requireFinite(name, reference);
    requireFinite(name, recent);
    const usual = groupPoints(reference, own?.reference).map(({ value }) => value);
    return { name, chart, usual, points: groupPoints(recent, own?.recent) };
  });
  const watched = charted.filter(({ usual }) => usual.length >= leastReference);
  const runLength = Math.min(longestRunLength, averageRunLength * Math.max(1, watched.length));
  const limits = { runLength, ewmaLimit: ewmaLimitFor(ewmaWeight, runLength) };
  const verdicts = watched.map((figure) => judgeFigure(figure, limits));
  return {
    figures: verdicts,
    unwatched: charted.filter((figure) => !watched.includes(figure)).map(({ name }) => name),
    isDrifting: verdicts.some(({ driftingSince }) => driftingSince !== null),
  };
}

interface ChartedFigure {
  readonly name: string;
  readonly chart: 'ewma' | 'cusum';
  readonly usual: readonly number[];
  readonly points: readonly ChartPoint[];
}

interface Limits {
  readonly runLength: number;
  /** Deviations of the settled EWMA; the same for all figures. */
  readonly ewmaLimit: number;
}

function judgeFigure({ name, chart, usual, points }: ChartedFigure, limits: Limits): FigureVerdict {
  const score = referenceScorer(usual);
  const values = points.map(({ value }) => value);
  const run = (chart === 'ewma' ? ewmaOf : cusumOf)(values.map(score), usual.length, limits);
  const { begins, isOut } = episodes(run);
  const alarms = begins.map((at) => points[at].place);
  const hasEnough = values.length >= stabilityWindow.least;
  return {
    ...{ name, ...run, alarms, points },
    referencePoints: usual.length,
    usual: median(usual),
    driftingSince: isOut ? alarms[alarms.length - 1] : null,
    stability: hasEnough ? populationStability(usual, values.slice(-stabilityWindow.most)) : null,
  };
}

/** The mean of the reference is itself uncertain by 1/n of a variance, which no later point averages out. */
function ewmaOf(scores: readonly number[], referencePoints: number, { ewmaLimit }: Limits): ChartRun {
  const deviation = Math.sqrt(ewmaWeight / (2 - ewmaWeight) + 1 / referencePoints);
  return ewmaChart(scores, ewmaWeight, ewmaLimit * deviation);
}

/** As uncertain; here the slack allows for it. */
function cusumOf(scores: readonly number[], referencePoints: number, { runLength }: Limits): ChartRun {
  const slack = cusumSlack + 1 / Math.sqrt(referencePoints);
  return cusumChart(scores, slack, cusumLimitFor(slack, runLength));
}

function requireFinite(name: string, values: readonly (number | null)[]): void {
  const odd = values.find((value) => value !== null && !Number.isFinite(value));
  if (odd !== undefined) throw new ParameterRangeError(name, `must be finite numbers, got ${odd}`);
}
