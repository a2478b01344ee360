import type { ReportedAnalysis, ReportedSpecimen, ReportState, ReportVerification } from '@mlmcsc/contracts';
import { formatNumber } from '../../shared/format/format-value.ts';

export const STATES: Readonly<Record<ReportState, { readonly title: string; readonly color: string }>> = {
  draft: { title: 'Draft', color: 'orange' },
  signed: { title: 'Signed', color: 'teal' },
  superseded: { title: 'Superseded', color: 'red' },
  discarded: { title: 'Discarded', color: 'gray' },
};

/** What a verification code stands for, for somebody who has a paper in hand. */
export const VERDICTS: Readonly<
  Record<
    ReportVerification['verdict'],
    { readonly title: string; readonly text: string; readonly color: string }
  >
> = {
  valid: {
    title: 'Signed and in force',
    text: 'Compare number, SHA-256 and values with the paper: they must be the same.',
    color: 'teal',
  },
  superseded: {
    title: 'Signed, but superseded',
    text: 'A newer version was signed since. Do not rely on this paper.',
    color: 'orange',
  },
  unknown: {
    title: 'No report has this code',
    text: 'Read the code on the paper once more. If it is right, the paper does not come from here.',
    color: 'red',
  },
  'digest-differs': {
    title: 'Another document',
    text: 'The code is right, but the document at hand is not the one that was signed.',
    color: 'red',
  },
  altered: {
    title: 'Altered',
    text: 'What is stored here is not what was signed. Tell the administrator, and do not rely on it.',
    color: 'red',
  },
};

/** Sixteen letters and digits, however they were typed. */
export const isWholeCode = (typed: string): boolean => /^[0-9A-Za-z]{16}$/.test(typed.replace(/[\s-]/g, ''));

const METHODS: Readonly<Record<string, string>> = {
  chart: 'chart',
  'a-x-b': 'A × B',
  photograph: 'photograph',
  instrumented: 'instrumented',
  'image-analysis': 'image analysis',
  adjudicated: 'adjudicated',
};
export const shearMethod = ({ shear }: Pick<ReportedSpecimen, 'shear'>): string =>
  shear === null ? '' : (METHODS[shear.method] ?? shear.method);

/** `39.8 % (31.8 to 46.8)`, or why the model gave none. */
export function modelAnswer(analysis: ReportedAnalysis): string {
  const { shear_percent: percent, lower, upper } = analysis;
  if (percent === null) return analysis.reason ?? 'no value';
  return `${formatNumber(percent, 1)} % (${formatNumber(lower, 1)} to ${formatNumber(upper, 1)})`;
}

/** Which of the analyses of a picture a reader of the report sees: the labelled one, else the newest. */
export const shownAnalysis = (analyses: readonly ReportedAnalysis[]): ReportedAnalysis | null =>
  analyses.find(({ label }) => label !== null) ?? analyses[0] ?? null;
