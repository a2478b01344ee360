import { type LabelledReading, refineSurface } from '@mlmcsc/core/refine';
import {
  type EvaluatedAnswer,
  evaluateAnswers,
  evaluateModel,
  type LearningState,
  type Model,
  runPrequentially,
  strategyOf,
} from '@mlmcsc/learning';
import { shiftedView } from '@mlmcsc/vision';
import type { CloseReading } from '../viewing/close-reading.ts';
import { isSeen, type ReadBar, type SeenBar } from './bar.ts';
import type { Situation } from './evaluate-learning.ts';
import { INTERVAL_LEVEL } from './product-curve.ts';
import { RIM_CELLS, rimAsShear } from './rim-as-shear.ts';
import { shelfBars } from './shelf-start.ts';
import { splitByHeat } from './split-by-heat.ts';

type LearnedBar = SeenBar & { readonly close: CloseReading };

/** One kind of labels, learned by the head alone and by map and head. */
export interface MapSituation extends Situation {
  /** How the laboratory counts. */
  readonly counting: string;
  /** How many of the splits moved the map; null where only the head learns. */
  readonly moved: { readonly splits: number; readonly of: number } | null;
}

const PERCENT_LABELS = 25;
const PAINTED = 8;
const STRATEGY = strategyOf('immediate');

interface Lesson {
  readonly name: string;
  readonly pictures: readonly LabelledReading[];
}

/** Shelf start, percent labels, painted regions and all three, as `mlmcsc learn` takes them, in one laboratory.
 * @param bars - of the laboratory   @param seeds - one a split by heat */
export function evaluateMapLearning(
  model: Model,
  bars: readonly ReadBar[],
  isHeldOut: boolean,
  seeds: readonly number[],
): MapSituation[] {
  return [
    { counting: 'as rendered', counted: bars },
    { counting: `rim of ${RIM_CELLS} cells (about 0.5 mm) as shear`, counted: bars.map(rimAsShear) },
  ].flatMap(({ counting, counted }) =>
    situationsOf(model, counted, seeds).map((one) => ({ ...one, isHeldOut, counting })),
  );
}

function situationsOf(
  model: Model,
  bars: readonly ReadBar[],
  seeds: readonly number[],
): Omit<MapSituation, 'isHeldOut' | 'counting'>[] {
  const answers = new Map<string, { all: EvaluatedAnswer[]; moved: number | null; splits: number }>();
  const add = (name: string, some: readonly EvaluatedAnswer[], isMoved: boolean | null): void => {
    const so = answers.get(name) ?? { all: [], moved: isMoved === null ? null : 0, splits: 0 };
    so.all.push(...some);
    so.splits += 1;
    if (isMoved) so.moved = (so.moved ?? 0) + 1;
    answers.set(name, so);
  };
  for (const seed of seeds) {
    const split = splitByHeat(bars, seed);
    const { test } = split;
    const pool = split.pool.flatMap(({ close, ...bar }) => (close === null ? [] : [{ ...bar, close }]));
    add('no labels', answersTo(model, test, null), null);
    for (const { name, pictures } of lessonsOf(pool)) {
      const alone = pictures.flatMap(({ reading, shearPercent, specimen, heat }) =>
        shearPercent === null ? [] : [{ features: reading.view, shearPercent, specimen, heat }],
      );
      if (alone.length > 0) {
        add(`${name}, head alone`, answersTo(learned(model, alone), test, null), null);
      }
      const refined = refineSurface({ model, pictures, strategy: STRATEGY });
      const state = learned(refined.model, refined.samples);
      add(`${name}, map and head`, answersTo(state, test, refined.shift), refined.isKept);
    }
  }
  return [...answers].map(([name, { all, moved, splits }]) => ({
    ...{ name, figures: evaluateAnswers(all) },
    moved: moved === null ? null : { splits: moved, of: splits },
  }));
}

function lessonsOf(pool: readonly LearnedBar[]): Lesson[] {
  const shelf = shelfBars(pool);
  const labelled = pool.slice(0, PERCENT_LABELS).map((bar) => lesson(bar, true, false));
  const painted = pool.slice(0, PAINTED);
  const lessons = [
    { name: `${PERCENT_LABELS} percent labels`, pictures: labelled },
    {
      name: `${PAINTED} painted pictures without percent`,
      pictures: painted.map((bar) => lesson(bar, false, true)),
    },
  ];
  if (shelf === null) return lessons;
  const others = pool.filter((bar) => !shelf.includes(bar)).slice(0, PERCENT_LABELS);
  return [
    { name: 'shelf start (5 + 5)', pictures: shelf.map((bar) => lesson(bar, true, false)) },
    ...lessons,
    {
      name: `all three: shelf, ${PERCENT_LABELS} percent labels, ${PAINTED} of them painted`,
      pictures: [
        ...shelf.map((bar) => lesson(bar, true, false)),
        ...others.map((bar, i) => lesson(bar, true, i < PAINTED)),
      ],
    },
  ];
}

function lesson(
  { close, truth, specimen, heat }: LearnedBar,
  hasPercent: boolean,
  isPainted: boolean,
): LabelledReading & { readonly specimen: string; readonly heat: string } {
  const shearPercent = hasPercent ? truth : null;
  return { reading: close.reading, paint: isPainted ? close.paint : null, shearPercent, specimen, heat };
}

function learned(model: Model, samples: Parameters<typeof runPrequentially>[1]): LearningState {
  return samples.length === 0 ? model : runPrequentially(model, samples, STRATEGY, INTERVAL_LEVEL).state;
}

function answersTo(
  state: LearningState,
  test: readonly ReadBar[],
  shift: ReturnType<typeof refineSurface>['shift'],
): EvaluatedAnswer[] {
  const samples = test.map((bar) => ({
    shearPercent: bar.truth,
    features:
      bar.close === null || !isSeen(bar)
        ? null
        : shift === null
          ? bar.close.reading.view
          : shiftedView(bar.close.reading, shift),
  }));
  return [...evaluateModel(state, samples, INTERVAL_LEVEL).answers];
}
