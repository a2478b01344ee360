import type { PromotionCase, PromotionVerdict } from '@mlmcsc/learning';
import { answerShear, evaluateModel, judgePromotion, pairAnswers } from '@mlmcsc/learning';
import type { LearningSample, LoadedModel } from './learning-values.ts';
import type { Candidate } from './make-candidate.ts';

/** Recent labels that the gate looks at. */
const windowLabels = 100;

/** One picture's answer before its label was learned. */
interface Answer {
  readonly truth: number;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
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

/** Asks the gate.
 *
 * Gold set: held-out labels, which neither model has learned. Recent labels: the newest labels that teach, all answered
 * before they were learned. The candidate's side is its own test-then-train run; for labels its ancestors learned, what
 * those answered at the time. The champion's side stands still: the model that was champion when the oldest of these
 * labels arrived answers all of them, so a series of small steps in a wrong direction shows. A replay is compared with
 * what the champions of the time answered.
 * @param input - `standing` is the model that stands still; null when it came from other networks, or for a replay
 */
export function weighCandidate(
  input: GateInput & { readonly standing: LoadedModel | null },
  tick: (share: number) => void = () => {},
): PromotionVerdict {
  const gold = goldCasesOf(input, tick);
  const prequentialWindow = input.candidate.isReplay ? replayWindow(input) : stepWindow(input);
  return judgePromotion({
    championVersion: input.champion.record.version,
    candidateVersion: input.candidate.model.version,
    gold,
    prequentialWindow,
  });
}

/** Version of the model that answered the oldest of the recent labels; null when nothing is known of that. */
export function oldestAnswerBy(input: GateInput): string | null {
  return answeredBy(input).slice(-windowLabels)[0]?.one.label.predictedBy ?? null;
}

function goldCasesOf(
  { champion, candidate, championHeldOut, candidateHeldOut }: GateInput,
  tick: (share: number) => void,
): PromotionCase[] {
  const byLabel = new Map(candidateHeldOut.map((one) => [one.label.id, one]));
  const pairs = championHeldOut.flatMap((one) => {
    const other = byLabel.get(one.label.id);
    return other === undefined ? [] : [[one.sample, other.sample] as const];
  });
  const answersOf = (
    model: LoadedModel['model'],
    samples: readonly LearningSample['sample'][],
    from: number,
  ) => {
    tick(from);
    return evaluateModel(model, samples).answers;
  };
  return pairAnswers(
    answersOf(
      champion.model,
      pairs.map(([one]) => one),
      0,
    ),
    answersOf(
      candidate.model,
      pairs.map(([, other]) => other),
      0.5,
    ),
  );
}

interface Answered {
  readonly one: LearningSample;
  readonly answer: Answer;
}

function answeredBy({ candidate, championTraining }: GateInput): Answered[] {
  return championTraining.flatMap((one) => {
    const answer = candidate.answers.get(one.label.id) ?? recordedAnswer(one);
    return answer === null ? [] : [{ one, answer }];
  });
}

/** Learning against standing still. */
function stepWindow(input: GateInput & { readonly standing: LoadedModel | null }): PromotionCase[] {
  const { champion, candidate, standing } = input;
  const answered = answeredBy(input);
  if (standing === null) {
    // Older answers came from other networks: only what is learned now can be compared.
    const fresh = answered.filter(({ one }) => candidate.answers.has(one.label.id)).slice(-windowLabels);
    return casesAgainst(champion, fresh);
  }
  return casesAgainst(standing, answered.slice(-windowLabels));
}

function casesAgainst(still: LoadedModel, answered: readonly Answered[]): PromotionCase[] {
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
