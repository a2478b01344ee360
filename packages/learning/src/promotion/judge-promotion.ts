import { evaluateAnswers } from '../metrics/evaluate-answers.ts';
import type { EvaluationFigures } from '../metrics/evaluation-figures.ts';
import { bandNames } from '../metrics/shear-bands.ts';
import type {
  ComparedFigures,
  PromotionCase,
  PromotionEvidence,
  PromotionRules,
  PromotionVerdict,
} from './promotion-case.ts';

/** Limits of the gate when nothing else is set. */
export const defaultPromotionRules: PromotionRules = {
  maximumErrorIncrease: 0.2,
  maximumBiasIncrease: 1.5,
  intervalLevel: 0.9,
  minimumCases: 10,
  minimumBandCases: 8,
  minimumCoverageCases: 20,
};

/** Decides whether a candidate may replace the champion, and says why in words.
 *
 * Each of the two sets (frozen gold, recent test-then-train) is judged by itself and either may forbid:
 * overall error not worse by more than 0.2 points, |bias| of no band worse by more than 1.5, no specimen refused that the
 * champion answered beyond 1 % of the set, coverage not lower unless it still reaches the wanted level. A set, band or
 * coverage with too few specimens is not judged and the reasons say so; if no set can be judged the champion stays.
 * Errors are compared on the specimens that both models answered.
 */
export function judgePromotion(
  evidence: PromotionEvidence,
  rules: PromotionRules = defaultPromotionRules,
): PromotionVerdict {
  const sets = [
    { name: 'gold set', cases: evidence.gold },
    { name: 'recent labels', cases: evidence.prequentialWindow },
  ];
  const judged = sets.map(({ name, cases }) => judgeSet(name, cases, rules));
  const objections = judged.flatMap((set) => set.objections);
  const remarks = judged.flatMap((set) => set.remarks);
  const anyJudged = judged.some((set) => set.judged);
  if (!anyJudged) {
    objections.push(
      `Too little evidence: neither set has the ${rules.minimumCases} specimens a judgement needs, so ${evidence.championVersion} stays.`,
    );
  }
  const promote = objections.length === 0;
  const verdict = promote
    ? `${evidence.candidateVersion} may replace ${evidence.championVersion}.`
    : `${evidence.candidateVersion} must not replace ${evidence.championVersion}.`;
  return {
    promote,
    reasons: [...objections, verdict, ...remarks],
    figures: { gold: judged[0].figures, prequentialWindow: judged[1].figures },
  };
}

interface JudgedSet {
  readonly judged: boolean;
  readonly objections: string[];
  readonly remarks: string[];
  readonly figures: ComparedFigures;
}

function judgeSet(name: string, cases: readonly PromotionCase[], rules: PromotionRules): JudgedSet {
  const figures = compareFigures(cases);
  const both = cases.filter((one) => one.champion.mean !== null && one.candidate.mean !== null);
  if (both.length < rules.minimumCases) {
    const remark = `The ${name} has ${both.length} specimens answered by both; below ${rules.minimumCases} it is not judged.`;
    return { judged: false, objections: refusalObjections(name, cases), remarks: [remark], figures };
  }
  const paired = compareFigures(both);
  const error = judgeError(name, paired, rules);
  const bands = judgeBands(name, paired, rules);
  const coverage = judgeCoverage(name, paired, rules);
  const findings = [error, ...bands, coverage];
  return {
    judged: true,
    objections: [
      ...refusalObjections(name, cases),
      ...findings.filter((one) => one.against).map((one) => one.sentence),
    ],
    remarks: findings.filter((one) => !one.against).map((one) => one.sentence),
    figures,
  };
}

interface Finding {
  readonly against: boolean;
  readonly sentence: string;
}

function judgeError(name: string, { champion, candidate }: ComparedFigures, rules: PromotionRules): Finding {
  const before = champion.meanAbsoluteError!;
  const after = candidate.meanAbsoluteError!;
  const against = after - before > rules.maximumErrorIncrease;
  const limit = against ? `, worse by more than the ${rules.maximumErrorIncrease} allowed` : '';
  return {
    against,
    sentence: `On the ${name} (${champion.count} specimens) the mean error goes from ${points(before)} to ${points(after)} points${limit}.`,
  };
}

function judgeBands(
  name: string,
  { champion, candidate }: ComparedFigures,
  rules: PromotionRules,
): Finding[] {
  return bandNames.map((band) => {
    const { count, bias: before } = champion.bands[band];
    const after = candidate.bands[band].bias;
    if (before === null || after === null || count < rules.minimumBandCases) {
      return {
        against: false,
        sentence: `Bias in band ${band} % of the ${name} is not judged: ${count} specimens, ${rules.minimumBandCases} needed.`,
      };
    }
    const against = Math.abs(after) - Math.abs(before) > rules.maximumBiasIncrease;
    const limit = against ? `, worse by more than the ${rules.maximumBiasIncrease} allowed` : '';
    return {
      against,
      sentence: `In band ${band} % of the ${name} (${count} specimens) the bias goes from ${signed(before)} to ${signed(after)} points${limit}.`,
    };
  });
}

function judgeCoverage(
  name: string,
  { champion, candidate }: ComparedFigures,
  rules: PromotionRules,
): Finding {
  const before = champion.coveragePercent;
  const after = candidate.coveragePercent;
  if (before === null || after === null || champion.count < rules.minimumCoverageCases) {
    return {
      against: false,
      sentence: `Interval coverage on the ${name} is not judged: ${champion.count} specimens, ${rules.minimumCoverageCases} needed.`,
    };
  }
  const wanted = 100 * rules.intervalLevel;
  // One specimen more or less is chance, not a finding.
  const oneCase = 100 / champion.count;
  const against = after < Math.min(before, wanted) - oneCase - 1e-9;
  const limit = against ? `, lower than the champion's and than the wanted ${wanted} %` : '';
  return {
    against,
    sentence: `On the ${name} the intervals hold ${points(before)} % before and ${points(after)} % after${limit}.`,
  };
}

/** A model must not look better by refusing what the champion answers. */
function refusalObjections(name: string, cases: readonly PromotionCase[]): string[] {
  const lost = cases.filter((one) => one.champion.mean !== null && one.candidate.mean === null).length;
  const gained = cases.filter((one) => one.champion.mean === null && one.candidate.mean !== null).length;
  if (lost - gained <= 0.01 * cases.length) return [];
  return [
    `On the ${name} the candidate refuses ${lost} specimens that the champion answers (and answers ${gained} it refused).`,
  ];
}

function compareFigures(cases: readonly PromotionCase[]): ComparedFigures {
  return { champion: figuresOf(cases, 'champion'), candidate: figuresOf(cases, 'candidate') };
}

function figuresOf(cases: readonly PromotionCase[], who: 'champion' | 'candidate'): EvaluationFigures {
  return evaluateAnswers(cases.map((one) => ({ truth: one.truth, ...one[who] })));
}

function points(value: number): string {
  return value.toFixed(2);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}
