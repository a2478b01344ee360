import type { ModelTrial, PairedFigures, TrialComparison } from '@mlmcsc/contracts';
import type { TrialComparison as Comparison, TrialRecord } from '@mlmcsc/core';

/** A trial as the API shows it. */
export const presentTrial = (trial: TrialRecord): ModelTrial => ({
  id: trial.id,
  kind: trial.percent === 0 ? 'shadow' : 'canary',
  model_version: trial.modelVersion,
  percent: trial.percent,
  reason: trial.reason,
  started_by: trial.startedBy,
  started_at: trial.startedAt.toISOString(),
  ended_by: trial.endedBy,
  ended_at: trial.endedAt?.toISOString() ?? null,
  end_reason: trial.endReason,
});

type Figures = Comparison['comparison']['overall'];

const presentFigures = ({ pictures, specimens, difference, limits, ...more }: Figures): PairedFigures => ({
  ...{ pictures, specimens, difference, limits },
  within_5: more.withinFivePercent === null ? null : more.withinFivePercent / 100,
  labelled: {
    pictures: more.labelled.pictures,
    specimens: more.labelled.specimens,
    champion_mae: more.labelled.championError,
    challenger_mae: more.labelled.challengerError,
    error_difference: more.labelled.errorDifference,
  },
});

/** What a trial has shown, as the API shows it. */
export const presentComparison = ({
  trial,
  answers,
  refused,
  comparison,
  ...more
}: Comparison): TrialComparison => ({
  trial: presentTrial(trial),
  answers: { ...answers },
  answered_by_challenger: more.answeredByChallenger,
  failures: more.failures.map((one) => ({ ...one })),
  champions: more.champions.map((one) => ({ ...one })),
  refused: {
    both: refused.both,
    only_champion: refused.onlyChampion,
    only_challenger: refused.onlyChallenger,
  },
  confidence: comparison.confidence,
  overall: presentFigures(comparison.overall),
  bands: {
    '0-20': presentFigures(comparison.bands['0-20']),
    '20-80': presentFigures(comparison.bands['20-80']),
    '80-100': presentFigures(comparison.bands['80-100']),
  },
  verdict: { ...comparison.verdict },
});
