import type { AcceptanceVerdict, ReportedSpecimen, SeriesCurve } from '@mlmcsc/contracts';

/** `−12.5`, and an en dash where there is nothing. */
export const number = (value: number | null | undefined, digits: number): string =>
  value === null || value === undefined ? '–' : value.toFixed(digits).replace('-', '−');

/** Instants stand in universal time, so that a paper says the same wherever it was printed. */
export const instant = (iso: string | Date): string =>
  `${(typeof iso === 'string' ? iso : iso.toISOString()).slice(0, 16).replace('T', ' ')} UTC`;

export const propertyTitles: Readonly<Record<SeriesCurve['property'], string>> = {
  energy: 'Absorbed energy',
  'lateral-expansion': 'Lateral expansion',
  shear: 'Percent shear',
};

export const modelTitles: Readonly<Record<SeriesCurve['model'], string>> = {
  tanh: 'hyperbolic tangent',
  'asymmetric-tanh': 'asymmetric tangent',
  burr: 'Burr',
  arctangent: 'arctangent',
  kohout: 'Kohout',
};

const methods: Readonly<Record<string, string>> = {
  chart: 'chart',
  'a-x-b': 'A × B measured',
  photograph: 'photograph',
  instrumented: 'instrumented',
  'image-analysis': 'image analysis',
  adjudicated: 'adjudicated',
};
export const methodText = (method: string): string => methods[method] ?? method;

/** How percent shear was found and on which area. */
export function shearMethodText({ shear }: Pick<ReportedSpecimen, 'shear'>): string {
  if (shear === null) return '';
  const area = shear.reference_area === null ? '' : `, ${shear.reference_area} area`;
  const sides = shear.a_mm === null || shear.b_mm === null ? '' : ` (${shear.a_mm} × ${shear.b_mm} mm)`;
  return `${methodText(shear.method)}${sides}${area}`;
}

/** A characteristic temperature with its interval. */
export function temperatureText(found: SeriesCurve['temperatures'][number]): string {
  if (found.status === 'not-reached') return 'not below the upper shelf';
  if (found.status !== 'estimated') return `${found.status} ${number(found.limit_celsius, 1)} °C`;
  return `${number(found.temperature_celsius, 1)} °C`;
}
export function temperatureInterval(found: SeriesCurve['temperatures'][number]): string {
  if (found.status !== 'estimated') return '';
  const limit = (celsius: number | null) => (celsius === null ? 'open' : `${number(celsius, 1)} °C`);
  return `${limit(found.lower_celsius)} to ${limit(found.upper_celsius)}`;
}

const requirements = {
  energy_j: { title: 'Absorbed energy', unit: 'J', digits: 1 },
  lateral_expansion_mm: { title: 'Lateral expansion', unit: 'mm', digits: 3 },
  shear_percent: { title: 'Percent shear', unit: '%', digits: 1 },
} as const;
const verdictWords = (passes: boolean | null) =>
  passes === null ? 'not decided' : passes ? 'met' : 'not met';

/** One requirement as a row: what, limit, observed, verdict, whom it concerns. */
export function findingCells(finding: AcceptanceVerdict['findings'][number]): readonly string[] {
  const { title, unit, digits } = requirements[finding.property];
  const isCount = finding.requirement === 'below-mean';
  const what = {
    mean: 'mean',
    single: 'lowest single value',
    'below-mean': 'specimens below the least mean',
  };
  const value = (found: number | null) =>
    found === null ? '–' : isCount ? number(found, 0) : `${number(found, digits)} ${unit}`;
  return [
    `${title}, ${what[finding.requirement]}`,
    `${isCount ? 'at most' : 'at least'} ${value(finding.limit)}`,
    value(finding.observed),
    verdictWords(finding.passes),
    finding.specimens.join(', '),
  ];
}

type Retest = NonNullable<AcceptanceVerdict['retest']>;

/** One requirement of a retest as a row, like those of the first set. */
export function retestCells(finding: Retest['findings'][number]): readonly string[] {
  const { title, unit, digits } = requirements[finding.property];
  const isCount =
    finding.requirement === 'below-mean-of-both' || finding.requirement === 'below-single-of-both';
  const what = {
    'mean-of-both': 'mean of both sets',
    'below-mean-of-both': 'of both sets, below the least mean',
    'below-single-of-both': 'of both sets, below the least single value',
    each: 'lowest of the further specimens',
  };
  const value = (found: number | null) =>
    found === null ? '–' : isCount ? number(found, 0) : `${number(found, digits)} ${unit}`;
  return [
    `${title}, ${what[finding.requirement]}`,
    `${isCount ? 'at most' : 'at least'} ${value(finding.limit)}`,
    value(finding.observed),
    verdictWords(finding.passes),
    finding.specimens.join(', '),
  ];
}

/** Where a retest stands. */
export function retestText({ state, asked, specimens }: Retest): string {
  const further = specimens.join(', ');
  return {
    'not-needed': 'The first set passes; no retest is needed.',
    'not-allowed': 'The first set failed in a way that gives no second chance.',
    waiting: 'Values of the first set are missing.',
    due: `To be tested: ${asked} more.`,
    incomplete: `Values are missing: ${asked} more asked for, ${specimens.length} named.`,
    passed: `Passed after the retest of ${further}.`,
    failed: `Failed after the retest of ${further}.`,
  }[state];
}

export const overallVerdict = ({ passes }: AcceptanceVerdict): string =>
  passes === null
    ? 'Cannot be decided: values are missing.'
    : passes
      ? 'The requirements are met.'
      : 'The requirements are NOT met.';

const warnings: Readonly<Record<string, string>> = {
  'lower-shelf-extrapolated': 'no specimen lies on the lower shelf',
  'upper-shelf-extrapolated': 'no specimen lies on the upper shelf',
  'width-vanishes': 'the transition is steeper than the specimens can tell',
  'few-temperatures-in-transition': 'few temperatures lie in the transition',
  'residuals-in-runs': 'the specimens lie in runs above and below the curve',
  'residuals-not-normal': 'the scatter about the curve is not normal',
  'lack-of-fit': 'the curve misses the specimens by more than specimens of one temperature differ',
  outliers: 'some specimens lie far from the curve',
  'repetitions-without-fit': 'some drawn repetitions gave no curve',
};
export const warningWords = (warning: string): string => warnings[warning] ?? warning.replaceAll('-', ' ');
