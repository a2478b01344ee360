import type { TechnicianReading, TechnicianStatistics } from './technician-statistics.ts';

/** How many readings the group's scatter is worth beside a technician's own. */
const VARIANCE_PRIOR_READINGS = 20;
/** Readings are given to 1–5 %: nobody's scatter is below that of a perfect eye rounding to 5 % (points²). */
const SMALLEST_VARIANCE = 2;
/** The regression's own scatter about the truth (points²): labels better than that are no use to it. */
const REGRESSION_VARIANCE = 9;
const LABEL_WEIGHT_RANGE = [0.05, 1.5] as const;

/** Bias, scatter and label weight of every technician, ascending by name.
 *
 * Reference of a reading: what the other readers of that specimen and the model say together, weighted by precision.
 * The bias is a random effect, shrunk by `τ²/(τ² + s²/n)` with τ² from the spread of raw biases (moment estimate,
 * never negative); the scatter is shrunk towards the group's median scatter. The label weight compares
 * scatter² + bias² with the group's.
 * @source DerSimonian & Laird, Control. Clin. Trials 7 (1986) 177–188, for τ²; Morris, JASA 78 (1983) 47–55, for shrinkage
 */
export function estimateTechnicians(readings: readonly TechnicianReading[]): TechnicianStatistics[] {
  const deviations = deviationsByTechnician(readings);
  const names = [...deviations.keys()].sort();
  const raw = names.map((technician) => rawStatistics(technician, deviations.get(technician)!));
  const groupVariance = Math.max(SMALLEST_VARIANCE, median(raw.map((one) => one.scatter)));
  const shrunk = raw.map((one) => ({ ...one, variance: shrunkVariance(one, groupVariance) }));
  const between = betweenVariance(shrunk);
  const withBias = shrunk.map((one) => {
    const bias = one.rawBias * (between / (between + one.variance / one.readings));
    return { ...one, bias: Number.isFinite(bias) ? bias : 0 };
  });
  const groupError = median(withBias.map((one) => one.variance + one.bias ** 2));
  return withBias.map(({ technician, readings: count, rawBias, bias, variance }) => ({
    technician,
    readings: count,
    rawBias,
    bias,
    variance,
    labelWeight: clamp(
      (groupError + REGRESSION_VARIANCE) / (variance + bias ** 2 + REGRESSION_VARIANCE),
      LABEL_WEIGHT_RANGE,
    ),
  }));
}

/** Label weights by technician, as `updateHead` takes them. */
export function technicianWeightsOf(statistics: readonly TechnicianStatistics[]): Map<string, number> {
  return new Map(statistics.map((one) => [one.technician, one.labelWeight]));
}

interface Deviation {
  /** Reading − reference, points. */
  readonly difference: number;
  /** Variance of the reference, points²; not the reader's fault. */
  readonly referenceVariance: number;
}

interface RawStatistics {
  readonly technician: string;
  readonly readings: number;
  readonly rawBias: number;
  /** Robust scatter about the own bias, less that of the references, points². */
  readonly scatter: number;
}

function deviationsByTechnician(readings: readonly TechnicianReading[]): Map<string, Deviation[]> {
  const bySpecimen = groupBy(readings, (reading) => reading.specimen);
  const result = new Map<string, Deviation[]>();
  for (const reading of readings) {
    const others = bySpecimen
      .get(reading.specimen)!
      .filter((other) => other.technician !== reading.technician);
    const modelPrecision = 1 / Math.max(SMALLEST_VARIANCE, reading.modelVariance);
    const readerPrecision = 1 / TYPICAL_READER_VARIANCE;
    const precision = modelPrecision + others.length * readerPrecision;
    const othersSum = others.reduce((total, other) => total + other.shearPercent, 0);
    const reference = (modelPrecision * reading.modelMean + readerPrecision * othersSum) / precision;
    const list = result.get(reading.technician) ?? [];
    list.push({ difference: reading.shearPercent - reference, referenceVariance: 1 / precision });
    result.set(reading.technician, list);
  }
  return result;
}

/** One reader's scatter about the truth before anything is known of him: 4.5 points, the usual between-reader figure. */
const TYPICAL_READER_VARIANCE = 20;

function rawStatistics(technician: string, deviations: readonly Deviation[]): RawStatistics {
  const readings = deviations.length;
  const rawBias = mean(deviations.map((one) => one.difference));
  const own = deviations.map((one) => (one.difference - rawBias) ** 2);
  const reference = mean(deviations.map((one) => one.referenceVariance));
  const scatter = readings < 2 ? 0 : (mean(own) * readings) / (readings - 1) - reference;
  return { technician, readings, rawBias, scatter: Math.max(0, scatter) };
}

function shrunkVariance(one: RawStatistics, groupVariance: number): number {
  const degrees = Math.max(0, one.readings - 1);
  const total = VARIANCE_PRIOR_READINGS * groupVariance + degrees * one.scatter;
  return Math.max(SMALLEST_VARIANCE, total / (VARIANCE_PRIOR_READINGS + degrees));
}

/** τ²: the spread of raw biases about zero beyond what their own scatter explains. */
function betweenVariance(all: readonly (RawStatistics & { variance: number })[]): number {
  const weights = all.map((one) => one.readings / one.variance);
  const weightSum = weights.reduce((total, weight) => total + weight, 0);
  const statistic = all.reduce((total, one, i) => total + weights[i] * one.rawBias ** 2, 0);
  return weightSum > 0 ? Math.max(0, (statistic - all.length) / weightSum) : 0;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** The lower median: of two readers, the better one sets the measure. */
function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1] ?? 0;
}

function clamp(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(high, Math.max(low, value));
}
