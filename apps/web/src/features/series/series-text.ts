import type { AcceptanceVerdict, SeriesCurve, SeriesCurveQuery } from '@mlmcsc/contracts';
import { formatNumber } from '../../shared/format/format-value.ts';
import { fill } from '../../shared/language/fill.ts';
import { text } from './texts/text.ts';

export type CurveProperty = SeriesCurve['property'];
export type CurveModel = SeriesCurve['model'];

export const PROPERTY_TITLES: Readonly<Record<CurveProperty, string>> = {
  get energy() {
    return text.absorbedEnergy;
  },
  get 'lateral-expansion'() {
    return text.lateralExpansion;
  },
  get shear() {
    return text.percentShear;
  },
};

export const MODEL_TITLES: Readonly<Record<NonNullable<SeriesCurveQuery['model']>, string>> = {
  get tanh() {
    return text.hyperbolicTangent;
  },
  get 'asymmetric-tanh'() {
    return text.asymmetricTangent;
  },
  get burr() {
    return text.burr;
  },
  get arctangent() {
    return text.arctangent;
  },
  get kohout() {
    return text.kohout;
  },
};

const REQUIREMENTS = {
  energy_j: {
    get title() {
      return text.energy;
    },
    unit: 'J',
    digits: 1,
  },
  lateral_expansion_mm: {
    get title() {
      return text.lateralExpansion;
    },
    unit: 'mm',
    digits: 2,
  },
  shear_percent: {
    get title() {
      return text.percentShear;
    },
    unit: '%',
    digits: 1,
  },
} as const;

/** A requirement in words: `Energy, mean: 41.2 J, at least 27.0 J`. */
export function findingText(finding: AcceptanceVerdict['findings'][number]): string {
  const { title, unit, digits } = REQUIREMENTS[finding.property];
  if (finding.requirement === 'below-mean') {
    return fill(text.specimensBelowTheLeast, {
      title,
      observed: formatNumber(finding.observed, 0),
      limit: formatNumber(finding.limit, 0),
    });
  }
  const which = finding.requirement === 'mean' ? text.mean : text.lowestSingleValue;
  const observed =
    finding.observed === null ? text.missing : `${formatNumber(finding.observed, digits)} ${unit}`;
  return fill(text.atLeast, { title, which, observed, limit: formatNumber(finding.limit, digits), unit });
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
    number === null ? text.missing : `${formatNumber(number, digits)} ${unit}`;
  switch (requirement) {
    case 'mean-of-both':
      return fill(text.meanOfBothSets, { title, observed: value(observed), asked: value(asked) });
    case 'each':
      return fill(text.lowestOfTheFurther, { title, observed: value(observed), asked: value(asked) });
    default: {
      const least = requirement === 'below-mean-of-both' ? text.leastMean : text.leastSingleValue;
      return fill(text.ofBothSetsBelow, {
        title,
        least,
        observed: formatNumber(observed, 0),
        asked: formatNumber(asked, 0),
      });
    }
  }
}

/** Where a retest stands, in a sentence. */
export function retestText({ state, asked, specimens }: Retest): string {
  switch (state) {
    case 'not-needed':
      return text.theFirstSetPasses;
    case 'not-allowed':
      return text.theFirstSetFailed;
    case 'waiting':
      return text.valuesOfTheFirst;
    case 'due':
      return fill(text.toBeTestedMore, { asked });
    case 'incomplete':
      return fill(text.valuesAreMissingMore, { asked, count: specimens.length });
    case 'passed':
      return fill(text.passedAfterTheRetest, { specimens: specimens.join(', ') });
    case 'failed':
      return fill(text.failedAfterTheRetest, { specimens: specimens.join(', ') });
  }
}

/** A characteristic temperature in words: `−31.4 °C (−36.2 to −27.1 °C)`. */
export function temperatureText(found: SeriesCurve['temperatures'][number]): string {
  if (found.status === 'not-reached') return text.notBelowTheUpper;
  if (found.status !== 'estimated') return `${found.status} ${degrees(found.limit_celsius)}`;
  const bounds = fill(text.to2, {
    lowerCelsius: limit(found.lower_celsius),
    upperCelsius: limit(found.upper_celsius),
  });
  return `${degrees(found.temperature_celsius)} (${bounds})`;
}

const degrees = (celsius: number | null) => `${formatNumber(celsius, 1)} °C`;
const limit = (celsius: number | null) => (celsius === null ? text.open : degrees(celsius));

const WARNINGS: Readonly<Record<string, string>> = {
  get 'lower-shelf-extrapolated'() {
    return text.noSpecimenLiesOn;
  },
  get 'upper-shelf-extrapolated'() {
    return text.noSpecimenLiesOnThe;
  },
  get 'width-vanishes'() {
    return text.theTransitionIsSteeper;
  },
  get 'few-temperatures-in-transition'() {
    return text.fewTemperaturesLieIn;
  },
  get 'residuals-in-runs'() {
    return text.theSpecimensLieIn;
  },
  get 'residuals-not-normal'() {
    return text.theScatterAboutThe;
  },
  get 'lack-of-fit'() {
    return text.theCurveMissesThe;
  },
  get outliers() {
    return text.someSpecimensLieFar;
  },
  get 'repetitions-without-fit'() {
    return text.someDrawnRepetitionsGave;
  },
};

/** What a reader of the curve must know, as a sentence. */
export const warningText = (warning: string): string => WARNINGS[warning] ?? warning.replaceAll('-', ' ');

/** The curve for those who do not see it. */
export function describeSeriesCurve(curve: SeriesCurve): string {
  const title = fill(text.overTemperatureSpecimens, {
    property: PROPERTY_TITLES[curve.property],
    count: curve.points.length,
  });
  if (curve.fit === null) return fill(text.noCurve2, { title, detail: curve.refusal?.detail ?? '' });
  const { lower_shelf: low, upper_shelf: high } = curve.fit;
  const shelves = fill(text.shelvesAnd, {
    value: formatNumber(low.value, 1),
    value2: formatNumber(high.value, 1),
    unit: curve.unit,
  });
  const found = curve.temperatures.map((one) => `${one.name} ${temperatureText(one)}`);
  return [`${title}; ${shelves}`, ...found].join('; ');
}
