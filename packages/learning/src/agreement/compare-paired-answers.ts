import { mean } from '@mlmcsc/charpy/statistics';
import { type BandName, bandNames, bandOf } from '../metrics/shear-bands.ts';
import { type IntervalEstimate, requireConfidence } from './agreement-result.ts';
import { judgeComparison } from './judge-comparison.ts';
import { limitsOfAgreement, type ReadingPair } from './limits-of-agreement.ts';
import { limitsOfSingleDifferences } from './limits-of-single-differences.ts';
import type { LabelledFigures, PairedAnswer, PairedComparison, PairedFigures } from './paired-comparison.ts';
import { averageBySpecimen } from './specimen-means.ts';

/** Compares two models on pictures that both have answered. The specimen is the unit: its pictures are averaged first, so that many
 * pictures of few specimens claim no more than few specimens can.
 * @throws ParameterRangeError for an answer that is not finite, or an odd confidence
 * @source Intervals: paired Student's t of the specimens' means, as `limitsOfAgreement`; averaging what belongs together: Matthews,
 * Altman, Campbell & Royston, BMJ 300 (1990) 230–235. Limits of agreement: see `limitsOfSingleDifferences`
 */
export function comparePairedAnswers(
  answers: readonly PairedAnswer[],
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): PairedComparison {
  requireConfidence(confidence);
  const overall = figuresOf(answers, confidence);
  const inBand = (band: BandName) =>
    answers.filter(
      ({ champion, challenger, label }) => bandOf(label ?? (champion + challenger) / 2) === band,
    );
  return {
    confidence,
    overall,
    bands: Object.fromEntries(bandNames.map((band) => [band, figuresOf(inBand(band), confidence)])) as Record<
      BandName,
      PairedFigures
    >,
    verdict: judgeComparison(overall, confidence),
  };
}

function figuresOf(answers: readonly PairedAnswer[], confidence: number): PairedFigures {
  const pairs = answers.map(({ specimen, champion, challenger }) => ({
    ...{ specimen, first: challenger, second: champion },
  }));
  const difference = meanDifference(pairs, confidence);
  const within = answers.filter(({ champion, challenger }) => Math.abs(challenger - champion) <= 5).length;
  return {
    pictures: answers.length,
    specimens: countSpecimens(answers),
    difference,
    limits: difference === null ? null : limitsOfSingleDifferences(pairs, difference.value),
    withinFivePercent: answers.length === 0 ? null : (100 * within) / answers.length,
    labelled: labelledFiguresOf(answers, confidence),
  };
}

function labelledFiguresOf(answers: readonly PairedAnswer[], confidence: number): LabelledFigures {
  const errors = answers.flatMap(({ specimen, champion, challenger, label }) =>
    label === null
      ? []
      : [{ specimen, first: Math.abs(challenger - label), second: Math.abs(champion - label) }],
  );
  const isEmpty = errors.length === 0;
  return {
    pictures: errors.length,
    specimens: countSpecimens(errors),
    championError: isEmpty ? null : mean(errors.map(({ second }) => second)),
    challengerError: isEmpty ? null : mean(errors.map(({ first }) => first)),
    errorDifference: meanDifference(errors, confidence),
  };
}

/** Null for fewer than three specimens. */
function meanDifference(
  pairs: readonly (ReadingPair & { readonly specimen: string })[],
  confidence: number,
): IntervalEstimate | null {
  const result = limitsOfAgreement(averageBySpecimen(pairs), { confidence });
  return result.ok ? result.bias : null;
}

const countSpecimens = (pictures: readonly { readonly specimen: string }[]): number =>
  new Set(pictures.map(({ specimen }) => specimen)).size;
