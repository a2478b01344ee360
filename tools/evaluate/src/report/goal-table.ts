import type { EvaluationFigures } from '@mlmcsc/learning';
import { bandNames } from '@mlmcsc/learning';
import type { Repeatability } from '../figures/repeatability.ts';
import { ALL_UNFIT, type FalseAnswers, NO_SPECIMEN, type SeeingFigures } from '../figures/seeing-figures.ts';
import {
  type LearningFigures,
  PRODUCT,
  PRODUCT_MOVED,
  type Situation,
} from '../learning/evaluate-learning.ts';
import { SAME_SET_UP } from '../pictures/plan-seeing.ts';

/** One goal and what was measured. */
export interface Goal {
  readonly name: string;
  readonly unit: 'points' | '%' | '';
  readonly mustReach: Limit;
  readonly aim: Limit;
  /** In laboratories of held-out families; null when this run gives no such figure. */
  readonly measured: number | null;
  readonly met: 'aim' | 'yes' | 'no' | 'not measured';
}

/** Bounds that a figure must keep; both ends count as kept. */
export interface Limit {
  readonly least?: number;
  readonly most?: number;
}

/** What the goals are judged on. */
export interface GoalEvidence {
  readonly learning: Pick<LearningFigures, 'curves' | 'shelfStart'>;
  readonly seeing: SeeingFigures;
  readonly falseAnswers: readonly FalseAnswers[];
  readonly repeatability: readonly Repeatability[];
}

const most = (limit: number): Limit => ({ most: limit });
const least = (limit: number): Limit => ({ least: limit });

/** Every goal, judged on laboratories of families that nothing in the model was made from. */
export function judgeGoals({ learning, seeing, falseAnswers, repeatability }: GoalEvidence): Goal[] {
  const at = (labels: number, name = PRODUCT): EvaluationFigures | undefined =>
    learning.curves
      .find((series) => series.isHeldOut && series.name === name)
      ?.points.find((point) => point.labels === labels)?.figures;
  const [taught, unseen, few] = [at(250), at(0), at(25)];
  const shelf = learning.shelfStart.find((one: Situation) => one.isHeldOut)?.figures;
  const answered = (name: string) => falseAnswers.find((one) => one.name === name)?.answeredPercent;
  const repeated = repeatability.find((one) => one.name === SAME_SET_UP)?.deviation;
  return [
    judge('MAE, same laboratory, 250 labels', 'points', most(3), most(1.5), taught?.meanAbsoluteError),
    judge(
      'MAE in the 20–80 % band, 250 labels',
      'points',
      most(4),
      most(2.5),
      taught?.bands['20-80'].meanAbsoluteError,
    ),
    judge('MAE, new laboratory, 0 labels', 'points', most(6), most(3), unseen?.meanAbsoluteError),
    judge('MAE, new laboratory, 25 labels', 'points', most(4.5), most(2.5), few?.meanAbsoluteError),
    judge(
      'MAE, 5 upper-shelf + 5 lower-shelf specimens only',
      'points',
      most(6),
      most(4),
      shelf?.meanAbsoluteError,
    ),
    judge('bias of the worst band, 250 labels', 'points', most(1), most(0.5), worstBias(taught)),
    judge(
      'bias of the worst band, new laboratory, 0 labels',
      'points',
      most(2),
      most(0.5),
      worstBias(unseen),
    ),
    judge('within ± 5 points, 250 labels', '%', least(85), least(95), taught?.withinFivePercent),
    judge('within ± 10 points, 250 labels', '%', least(98), least(99.5), taught?.withinTenPercent),
    judge(
      'coverage of the 90 % interval, 250 labels',
      '%',
      { least: 88, most: 92 },
      { least: 88, most: 92 },
      taught?.coveragePercent,
    ),
    judge(
      'coverage of the 90 % interval just after a move',
      '%',
      least(85),
      least(88),
      at(0, PRODUCT_MOVED)?.coveragePercent,
    ),
    judge(
      'mean width of the 90 % interval, 250 labels',
      'points',
      most(12),
      most(8),
      taught?.meanIntervalWidth,
    ),
    judge('IoU of cleavage, map against mask', '', least(0.85), least(0.92), seeing.meanCleavageIou),
    judge('face found', '%', least(99), least(99.9), seeing.foundPercent),
    judge('median outline IoU', '', least(0.9), least(0.95), seeing.medianOutlineIou),
    judge('answers to pictures without a specimen', '%', most(1), most(0), answered(NO_SPECIMEN)),
    judge('answers to unfit pictures', '%', most(5), most(0), answered(ALL_UNFIT)),
    judge('s_r, same specimen re-photographed', 'points', most(1.5), most(0.8), repeated),
  ];
}

/** The largest mean error of any band, without its sign; null unless every band has answers. */
export function worstBias(figures: EvaluationFigures | undefined): number | null {
  if (figures === undefined) return null;
  const biases = bandNames.map((band) => figures.bands[band].bias);
  return biases.includes(null) ? null : Math.max(...biases.map((bias) => Math.abs(bias ?? 0)));
}

/** A figure against its bounds; unrounded. */
export function judge(
  name: string,
  unit: Goal['unit'],
  mustReach: Limit,
  aim: Limit,
  measured: number | null | undefined,
): Goal {
  const keeps = (value: number, limit: Limit): boolean =>
    value >= (limit.least ?? Number.NEGATIVE_INFINITY) && value <= (limit.most ?? Number.POSITIVE_INFINITY);
  if (measured === null || measured === undefined) {
    return { name, unit, mustReach, aim, measured: null, met: 'not measured' };
  }
  const met = !keeps(measured, mustReach) ? 'no' : keeps(measured, aim) ? 'aim' : 'yes';
  return { name, unit, mustReach, aim, measured, met };
}
