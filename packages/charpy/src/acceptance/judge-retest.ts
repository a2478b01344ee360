import {
  type AcceptanceFinding,
  type AcceptanceLimits,
  type JudgedValue,
  judgeAcceptance,
} from './judge-acceptance.ts';

/** How a specification lets a set that failed be tested again. */
export type RetestRule = 'en-10021' | 'astm-a370';

/** What the rules are called on paper. */
export const retestClauses: Readonly<Record<RetestRule, string>> = {
  'en-10021': 'EN 10021, sequential method: three more, judged together with the first three',
  'astm-a370': 'ASTM A370, A20: three more, each at least the required mean',
};

/** A requirement of a retest. */
export type RetestRequirement = 'mean-of-both' | 'below-mean-of-both' | 'below-single-of-both' | 'each';

export interface RetestFinding extends Omit<AcceptanceFinding, 'requirement'> {
  readonly requirement: RetestRequirement;
}

export interface RetestVerdict {
  /** `not-needed`: the first set passes; `not-allowed`: it failed in a way that the rule gives no second chance for; `waiting`: values of the
   * first set are missing; `due`: further specimens are to be tested; `incomplete`: some of their values are missing; `passed` and `failed`. */
  readonly state: 'not-needed' | 'not-allowed' | 'waiting' | 'due' | 'incomplete' | 'passed' | 'failed';
  /** How many further specimens are asked for. */
  readonly asked: number;
  readonly findings: readonly RetestFinding[];
}

/** Of six, by EN 10021. */
const mostBelowMean = 2;
const mostBelowSingle = 1;

/** A set of specimens that failed, and those that were tested again for it.
 * `en-10021` judges both sets together: the mean of all at least the required mean, at most two below it, at most one below the single minimum.
 * `astm-a370` allows a retest while the mean of the first set is at least the single minimum, and asks of each further specimen the required mean.
 * @param limits - in the unit of the values; what asks for no mean has no retest
 * @param first - the first set, without the retested specimens   @param retested - as many again, in any number so far
 * @throws RangeError when a width is not a positive number
 * @source EN 10021 (sequential method) and ASTM A370 with A20/A6 [professional knowledge: check against the laboratory's copy and the order]
 */
export function judgeRetest(
  rule: RetestRule,
  limits: AcceptanceLimits,
  first: readonly JudgedValue[],
  retested: readonly JudgedValue[],
): RetestVerdict {
  const asked = first.length;
  const found = judgeAcceptance(limits, first);
  const none = (state: RetestVerdict['state']): RetestVerdict => ({ state, asked, findings: [] });
  if (found.every(({ passes }) => passes === true)) return none('not-needed');
  const isKnown = first.length > 0 && first.every(({ value }) => value !== null);
  if (!isKnown) return none('waiting');
  if (limits.minimumMean === null) return none('not-allowed');
  if (rule === 'astm-a370' && !mayRetest(limits, first)) return none('not-allowed');
  if (retested.length === 0) return none('due');
  const findings =
    rule === 'en-10021'
      ? together(limits, [...first, ...retested])
      : each(limits, limits.minimumMean, retested);
  const isComplete = retested.length >= asked && retested.every(({ value }) => value !== null);
  const state =
    findings.some(({ passes }) => passes === false) && (isComplete || rule === 'astm-a370')
      ? 'failed'
      : isComplete
        ? 'passed'
        : 'incomplete';
  return { state, asked, findings: isComplete ? findings : findings.map(undecidedUnlessFailed) };
}

/** The mean of the first set must reach what is asked of each specimen. */
function mayRetest(limits: AcceptanceLimits, first: readonly JudgedValue[]): boolean {
  if (limits.minimumSingle === null) return true;
  const { scalesWithWidth = false, minimumSingle } = limits;
  const [mean] = judgeAcceptance({ minimumMean: minimumSingle, minimumSingle: null, scalesWithWidth }, first);
  return mean?.passes === true;
}

function together(limits: AcceptanceLimits, all: readonly JudgedValue[]): RetestFinding[] {
  const { minimumMean, minimumSingle, scalesWithWidth = false } = limits;
  const count = (least: number, most: number, requirement: RetestRequirement) =>
    judgeAcceptance({ minimumMean: least, minimumSingle: null, mostBelowMean: most, scalesWithWidth }, all)
      .filter((one) => one.requirement === 'below-mean')
      .map((one) => ({ ...one, requirement }));
  const mean = judgeAcceptance({ minimumMean, minimumSingle: null, scalesWithWidth }, all);
  return [
    ...mean.map((one) => ({ ...one, requirement: 'mean-of-both' as const })),
    ...count(minimumMean ?? 0, mostBelowMean, 'below-mean-of-both'),
    ...(minimumSingle === null ? [] : count(minimumSingle, mostBelowSingle, 'below-single-of-both')),
  ];
}

function each(
  limits: AcceptanceLimits,
  minimumMean: number,
  retested: readonly JudgedValue[],
): RetestFinding[] {
  const { scalesWithWidth = false } = limits;
  return judgeAcceptance({ minimumMean: null, minimumSingle: minimumMean, scalesWithWidth }, retested).map(
    (one) => ({
      ...one,
      requirement: 'each' as const,
    }),
  );
}

/** While specimens are missing nothing passes; what failed for good stays failed. */
const undecidedUnlessFailed = (finding: RetestFinding): RetestFinding =>
  finding.passes === false && finding.requirement !== 'mean-of-both' ? finding : { ...finding, passes: null };
