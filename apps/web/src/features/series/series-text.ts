import type { AcceptanceVerdict, SeriesCurve, SeriesCurveQuery } from '@mlmcsc/contracts';
import { formatNumber } from '../../shared/format/format-value.ts';

export type CurveProperty = SeriesCurve['property'];
export type CurveModel = SeriesCurve['model'];

export const PROPERTY_TITLES: Readonly<Record<CurveProperty, string>> = {
  energy: 'Absorbed energy',
  'lateral-expansion': 'Lateral expansion',
  shear: 'Percent shear',
};

export const MODEL_TITLES: Readonly<Record<NonNullable<SeriesCurveQuery['model']>, string>> = {
  tanh: 'Hyperbolic tangent',
  'asymmetric-tanh': 'Asymmetric tangent',
  burr: 'Burr',
  arctangent: 'Arctangent',
  kohout: 'Kohout',
};

const REQUIREMENTS = {
  energy_j: { title: 'Energy', unit: 'J', digits: 1 },
  lateral_expansion_mm: { title: 'Lateral expansion', unit: 'mm', digits: 2 },
  shear_percent: { title: 'Percent shear', unit: '%', digits: 1 },
} as const;

/** A requirement in words: `Energy, mean: 41.2 J, at least 27.0 J`. */
export function findingText(finding: AcceptanceVerdict['findings'][number]): string {
  const { title, unit, digits } = REQUIREMENTS[finding.property];
  if (finding.requirement === 'below-mean') {
    return `${title}, specimens below the least mean: ${formatNumber(finding.observed, 0)}, at most ${formatNumber(finding.limit, 0)}`;
  }
  const which = finding.requirement === 'mean' ? 'mean' : 'lowest single value';
  const observed =
    finding.observed === null ? 'missing' : `${formatNumber(finding.observed, digits)} ${unit}`;
  return `${title}, ${which}: ${observed}, at least ${formatNumber(finding.limit, digits)} ${unit}`;
}

type Retest = NonNullable<AcceptanceVerdict['retest']>;

/** A requirement of a retest in words: `Energy, mean of both sets: 29.9 J, at least 27.0 J`. */
export function retestFindingText({
  property,
  requirement,
  observed,
  limit: asked,
}: Retest['findings'][number]): string {
  const { title, unit, digits } = REQUIREMENTS[property];
  const value = (number: number | null) =>
    number === null ? 'missing' : `${formatNumber(number, digits)} ${unit}`;
  switch (requirement) {
    case 'mean-of-both':
      return `${title}, mean of both sets: ${value(observed)}, at least ${value(asked)}`;
    case 'each':
      return `${title}, lowest of the further specimens: ${value(observed)}, at least ${value(asked)}`;
    default: {
      const least = requirement === 'below-mean-of-both' ? 'least mean' : 'least single value';
      return `${title}, of both sets below the ${least}: ${formatNumber(observed, 0)}, at most ${formatNumber(asked, 0)}`;
    }
  }
}

/** Where a retest stands, in a sentence. */
export function retestText({ state, asked, specimens }: Retest): string {
  switch (state) {
    case 'not-needed':
      return 'The first set passes; no retest is needed.';
    case 'not-allowed':
      return 'The first set failed in a way that gives no second chance.';
    case 'waiting':
      return 'Values of the first set are missing.';
    case 'due':
      return `To be tested: ${asked} more.`;
    case 'incomplete':
      return `Values are missing: ${asked} more asked for, ${specimens.length} named.`;
    case 'passed':
      return `Passed after the retest of ${specimens.join(', ')}.`;
    case 'failed':
      return `Failed after the retest of ${specimens.join(', ')}.`;
  }
}

/** A characteristic temperature in words: `−31.4 °C (−36.2 to −27.1 °C)`. */
export function temperatureText(found: SeriesCurve['temperatures'][number]): string {
  if (found.status === 'not-reached') return 'not below the upper shelf';
  if (found.status !== 'estimated') return `${found.status} ${degrees(found.limit_celsius)}`;
  const bounds = `${limit(found.lower_celsius)} to ${limit(found.upper_celsius)}`;
  return `${degrees(found.temperature_celsius)} (${bounds})`;
}

const degrees = (celsius: number | null) => `${formatNumber(celsius, 1)} °C`;
const limit = (celsius: number | null) => (celsius === null ? 'open' : degrees(celsius));

const WARNINGS: Readonly<Record<string, string>> = {
  'lower-shelf-extrapolated': 'No specimen lies on the lower shelf; it is extrapolated.',
  'upper-shelf-extrapolated': 'No specimen lies on the upper shelf; it is extrapolated.',
  'width-vanishes': 'The transition is steeper than the specimens can tell.',
  'few-temperatures-in-transition': 'Few temperatures lie in the transition: add some between the shelves.',
  'residuals-in-runs': 'The specimens lie in runs above and below the curve: another formula may fit better.',
  'residuals-not-normal': 'The scatter about the curve is not normal: intervals are rough.',
  'lack-of-fit': 'The curve misses the specimens by more than specimens of one temperature differ.',
  outliers: 'Some specimens lie far from the curve.',
  'repetitions-without-fit': 'Some drawn repetitions gave no curve: intervals are rough.',
};

/** What a reader of the curve must know, as a sentence. */
export const warningText = (warning: string): string => WARNINGS[warning] ?? warning.replaceAll('-', ' ');

/** The curve for those who do not see it. */
export function describeSeriesCurve(curve: SeriesCurve): string {
  const title = `${PROPERTY_TITLES[curve.property]} over temperature, ${curve.points.length} specimens`;
  if (curve.fit === null) return `${title}; no curve: ${curve.refusal?.detail ?? ''}`;
  const { lower_shelf: low, upper_shelf: high } = curve.fit;
  const shelves = `shelves ${formatNumber(low.value, 1)} and ${formatNumber(high.value, 1)} ${curve.unit}`;
  const found = curve.temperatures.map((one) => `${one.name} ${temperatureText(one)}`);
  return [`${title}; ${shelves}`, ...found].join('; ');
}
