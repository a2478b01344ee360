import { comparePairedAnswers } from '@mlmcsc/learning';
import type { TrialRecord } from '../../domain/records.ts';
import type { Rows } from '../../ports/store.ts';
import type { TrialPair } from '../../ports/trials.ts';
import { specimenKeyOf } from './answering-share.ts';
import type { TrialComparison } from './model-trials.ts';

const failuresShown = 5;

/** Both models on the pictures that both have answered. */
export async function compareTrial(rows: Pick<Rows, 'trials'>, trial: TrialRecord): Promise<TrialComparison> {
  const [answers, failures, pairs] = await Promise.all([
    rows.trials.counts(trial.id),
    rows.trials.failures(trial.id, failuresShown),
    rows.trials.pairs(trial.id),
  ]);
  const refused = { both: 0, onlyChampion: 0, onlyChallenger: 0 };
  const champions = new Map<string, number>();
  for (const { championVersion, champion, challenger } of pairs) {
    champions.set(championVersion, (champions.get(championVersion) ?? 0) + 1);
    if (champion.shearPercent === null)
      refused[challenger.shearPercent === null ? 'both' : 'onlyChampion'] += 1;
    else if (challenger.shearPercent === null) refused.onlyChallenger += 1;
  }
  return {
    ...{ trial, answers, failures, refused },
    answeredByChallenger: pairs.filter(({ answeredBy }) => answeredBy === 'challenger').length,
    champions: [...champions].map(([version, pictures]) => ({ version, pictures })),
    comparison: comparePairedAnswers(pairs.flatMap(toPairedAnswer)),
  };
}

function toPairedAnswer({ champion, challenger, specimen, imageSha256, labelPercent }: TrialPair) {
  if (champion.shearPercent === null || challenger.shearPercent === null) return [];
  return [
    {
      specimen: specimenKeyOf({ specimen, sha256: imageSha256 }),
      champion: champion.shearPercent,
      challenger: challenger.shearPercent,
      label: labelPercent,
    },
  ];
}
