import type { PromotionCase, PromotionVerdict } from '@mlmcsc/learning';
import { answerShear, evaluateModel, judgePromotion, pairAnswers } from '@mlmcsc/learning';
import type { ErrorFigures } from '../../domain/records.ts';
import type { Dependencies } from '../dependencies.ts';
import { type LearningSample, type LoadedModel, loadModel } from './learning-sample.ts';
import type { Candidate } from './make-candidate.ts';
import { toErrorFigures } from './to-error-figures.ts';

/** Recent labels that the gate looks at. */
const windowLabels = 100;

/** One picture's answer before its label was learned. */
interface Answer {
  readonly truth: number;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

export interface JudgedCandidate {
  readonly verdict: PromotionVerdict;
  /** The candidate's figures on held-out labels; on recent labels when too few are held out. */
  readonly heldOut: ErrorFigures;
}

/** What the gate needs besides the two models. `heldOut` and `training` are as the models' bases see the pictures. */
export interface GateInput {
  readonly champion: LoadedModel;
  readonly candidate: Candidate;
  readonly championHeldOut: readonly LearningSample[];
  readonly candidateHeldOut: readonly LearningSample[];
  /** Labels that teach, in order of arrival, as the champion's base sees them. */
  readonly championTraining: readonly LearningSample[];
}

/** Asks the gate with what this installation knows.
 *
 * Gold set: held-out labels, which neither model has learned. Recent labels: the newest labels that teach, all answered
 * before they were learned. The candidate's side is its own test-then-train run; for labels its ancestors learned, what
 * those answered at the time. The champion's side stands still: the model that was champion when the oldest of these
 * labels arrived answers all of them, so a series of small steps in a wrong direction shows. A replay is compared with
 * what the champions of the time answered.
 */
export async function judgeCandidate(dependencies: Dependencies, input: GateInput): Promise<JudgedCandidate> {
  const { champion, candidate } = input;
  const gold = goldCasesOf(input);
  const prequentialWindow = candidate.isReplay ? replayWindow(input) : await stepWindow(dependencies, input);
  const verdict = judgePromotion({
    championVersion: champion.record.version,
    candidateVersion: candidate.model.version,
    gold,
    prequentialWindow,
  });
  const { figures } = verdict;
  const set = figures.gold.candidate.count > 0 ? figures.gold : figures.prequentialWindow;
  return { verdict, heldOut: toErrorFigures(set.candidate) };
}

function goldCasesOf({ champion, candidate, championHeldOut, candidateHeldOut }: GateInput): PromotionCase[] {
  const byLabel = new Map(candidateHeldOut.map((one) => [one.label.id, one]));
  const pairs = championHeldOut.flatMap((one) => {
    const other = byLabel.get(one.label.id);
    return other === undefined ? [] : [[one.sample, other.sample] as const];
  });
  return pairAnswers(
    evaluateModel(
      champion.model,
      pairs.map(([one]) => one),
    ).answers,
    evaluateModel(
      candidate.model,
      pairs.map(([, other]) => other),
    ).answers,
  );
}

/** Learning against standing still. */
async function stepWindow(dependencies: Dependencies, input: GateInput): Promise<PromotionCase[]> {
  const { champion, candidate, championTraining } = input;
  const answered = championTraining.flatMap((one) => {
    const answer = candidate.answers.get(one.label.id) ?? recordedAnswer(one);
    return answer === null ? [] : [{ one, answer }];
  });
  const recent = answered.slice(-windowLabels);
  const oldest = recent[0]?.one.label.predictedBy ?? null;
  const found = oldest === null ? null : await dependencies.store.rows.models.find(oldest);
  if (found === null || found.baseDigest !== champion.record.baseDigest) {
    // Older answers came from other networks: only what is learned now can be compared.
    const fresh = answered.filter(({ one }) => candidate.answers.has(one.label.id)).slice(-windowLabels);
    return casesAgainst(champion, fresh);
  }
  return casesAgainst(await loadModel(dependencies, found), recent);
}

function casesAgainst(
  still: LoadedModel,
  answered: readonly { readonly one: LearningSample; readonly answer: Answer }[],
): PromotionCase[] {
  return answered.map(({ one, answer }) => {
    const { mean, interval } = answerShear(still.model, one.sample.features);
    const { truth, ...candidate } = answer;
    return { truth, champion: { mean, lower: interval.lower, upper: interval.upper }, candidate };
  });
}

/** The replay's test-then-train answers against those given at the time. */
function replayWindow({ candidate, championTraining }: GateInput): PromotionCase[] {
  return championTraining
    .flatMap((one) => {
      const replayed = candidate.answers.get(one.label.id);
      const recorded = recordedAnswer(one);
      if (replayed === undefined || recorded === null) return [];
      const { truth, ...champion } = recorded;
      return [
        { truth, champion, candidate: { mean: replayed.mean, lower: replayed.lower, upper: replayed.upper } },
      ];
    })
    .slice(-windowLabels);
}

function recordedAnswer({ label }: LearningSample): Answer | null {
  const { shearPercent, predictedPercent, predictedLower, predictedUpper } = label;
  if (predictedPercent === null || predictedLower === null || predictedUpper === null) return null;
  return { truth: shearPercent, mean: predictedPercent, lower: predictedLower, upper: predictedUpper };
}
