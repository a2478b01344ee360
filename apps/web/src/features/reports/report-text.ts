import type { ReportedAnalysis, ReportedSpecimen, ReportState, ReportVerification } from '@mlmcsc/contracts';
import { formatNumber } from '../../shared/format/format-value.ts';
import { fill } from '../../shared/language/fill.ts';
import { text } from './texts/text.ts';

export const STATES: Readonly<Record<ReportState, { readonly title: string; readonly color: string }>> = {
  draft: {
    get title() {
      return text.draft;
    },
    color: 'orange',
  },
  signed: {
    get title() {
      return text.signed;
    },
    color: 'teal',
  },
  superseded: {
    get title() {
      return text.superseded;
    },
    color: 'red',
  },
  discarded: {
    get title() {
      return text.discarded;
    },
    color: 'gray',
  },
};

/** What a verification code stands for, for somebody who has a paper in hand. */
export const VERDICTS: Readonly<
  Record<
    ReportVerification['verdict'],
    { readonly title: string; readonly text: string; readonly color: string }
  >
> = {
  valid: {
    get title() {
      return text.signedAndInForce;
    },
    get text() {
      return text.compareNumberSha256;
    },
    color: 'teal',
  },
  superseded: {
    get title() {
      return text.signedButSuperseded;
    },
    get text() {
      return text.aNewerVersionWas;
    },
    color: 'orange',
  },
  unknown: {
    get title() {
      return text.noReportHasThis;
    },
    get text() {
      return text.readTheCodeOn;
    },
    color: 'red',
  },
  'digest-differs': {
    get title() {
      return text.anotherDocument;
    },
    get text() {
      return text.theCodeIsRight;
    },
    color: 'red',
  },
  altered: {
    get title() {
      return text.altered;
    },
    get text() {
      return text.whatIsStoredHere;
    },
    color: 'red',
  },
};

/** Sixteen letters and digits, however they were typed. */
export const isWholeCode = (typed: string): boolean => /^[0-9A-Za-z]{16}$/.test(typed.replace(/[\s-]/g, ''));

const METHODS: Readonly<Record<string, string>> = {
  get chart() {
    return text.chart;
  },
  'a-x-b': 'A × B',
  get photograph() {
    return text.photograph;
  },
  get instrumented() {
    return text.instrumented;
  },
  get 'image-analysis'() {
    return text.imageAnalysis;
  },
  get adjudicated() {
    return text.adjudicated;
  },
};
export const shearMethod = ({ shear }: Pick<ReportedSpecimen, 'shear'>): string =>
  shear === null ? '' : (METHODS[shear.method] ?? shear.method);

/** `39.8 % (31.8 to 46.8)`, or why the model gave none. */
export function modelAnswer(analysis: ReportedAnalysis): string {
  const { shear_percent: percent, lower, upper } = analysis;
  if (percent === null) return analysis.reason ?? text.noValue;
  return fill(text.to, {
    percent: formatNumber(percent, 1),
    lower: formatNumber(lower, 1),
    upper: formatNumber(upper, 1),
  });
}

/** Which of the analyses of a picture a reader of the report sees: the labelled one, else the newest. */
export const shownAnalysis = (analyses: readonly ReportedAnalysis[]): ReportedAnalysis | null =>
  analyses.find(({ label }) => label !== null) ?? analyses[0] ?? null;
