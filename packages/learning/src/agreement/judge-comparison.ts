import type { ComparisonVerdict, PairedFigures } from './paired-comparison.ts';

/** Says which model is closer to the labels, where the interval of the difference leaves zero out. */
export function judgeComparison(
  { specimens, difference, labelled }: PairedFigures,
  confidence: number,
): ComparisonVerdict {
  if (difference === null) {
    return {
      code: 'too-few-specimens',
      text: `Both models have answered ${specimens} of the 3 specimens that an interval needs at least.`,
    };
  }
  const { errorDifference: error, specimens: count } = labelled;
  if (error === null) {
    return {
      code: 'too-few-labels',
      text: `How the models differ is known; which is closer to the labels is not: ${count} of the 3 labelled specimens that an interval needs at least.`,
    };
  }
  const interval = `${Math.round(100 * confidence)} % interval ${signed(error.lower)} to ${signed(error.upper)}`;
  const seen = `On ${count} labelled specimens the challenger's error is ${points(error.value)} (${interval})`;
  if (error.upper < 0) {
    return { code: 'challenger-closer', text: `${seen}: it is closer to these labels than the champion.` };
  }
  if (error.lower > 0) {
    return { code: 'champion-closer', text: `${seen}: the champion is closer to these labels.` };
  }
  return {
    code: 'undecided',
    text: `${seen}. The interval holds zero: the trial does not show which model is closer.`,
  };
}

const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
const points = (value: number) =>
  `${Math.abs(value).toFixed(2)} points ${value < 0 ? 'smaller' : 'larger'} on average`;
