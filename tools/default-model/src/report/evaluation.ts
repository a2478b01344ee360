import { predictFromFeatures } from '@mlmcsc/core/measure';
import {
  areaIndexOf,
  type EvaluatedAnswer,
  type EvaluationFigures,
  evaluateAnswers,
  type Model,
} from '@mlmcsc/learning';
import type { SceneView } from '../measure/view-scene.ts';

/** Figures of one set of pictures, measured end to end. */
export interface SetFigures {
  readonly name: string;
  /** Pictures with a specimen that a technician would call good. */
  readonly goodPictures: number;
  /** Share of them where a face was accepted and overlaps a true one by at least one half, percent. */
  readonly detectionPercent: number;
  readonly meanOutlineIou: number;
  readonly notchSidePercent: number;
  readonly shear: EvaluationFigures;
  /** The map's area without the head. */
  readonly areaMae: number | null;
  readonly mapIou: number | null;
}

export interface NegativeFigures {
  readonly pictures: number;
  /** Share of pictures without a specimen for which a number was given, percent. */
  readonly falseAcceptancePercent: number;
}

export interface Evaluation {
  readonly sets: readonly SetFigures[];
  readonly negatives: NegativeFigures;
  /** Median time for one picture without decoding, on the machine of the run. */
  readonly medianMs: number;
}

const DETECTED_IOU = 0.5;

/** Figures by family, over the families trained on, and over those held out. */
export function evaluateViews(
  model: Pick<Model, 'head' | 'conformal'>,
  test: readonly SceneView[],
  heldOut: readonly SceneView[],
): Evaluation {
  const all = [...test, ...heldOut];
  const families = [...new Set(all.map((view) => view.family))].filter((family) => family !== 'negative');
  const negatives = all.filter((view) => view.family === 'negative');
  const times = all.map((view) => view.elapsedMs).sort((a, b) => a - b);
  return {
    sets: [
      figuresOf('training families, new specimens', model, test),
      figuresOf('held-out families', model, heldOut),
      ...families.map((family) =>
        figuresOf(
          family,
          model,
          all.filter((view) => view.family === family),
        ),
      ),
    ],
    negatives: {
      pictures: negatives.length,
      falseAcceptancePercent: percent(
        negatives.filter((view) => view.status === 'ok').length,
        negatives.length,
      ),
    },
    medianMs: times[times.length >> 1] ?? 0,
  };
}

function figuresOf(
  name: string,
  model: Pick<Model, 'head' | 'conformal'>,
  views: readonly SceneView[],
): SetFigures {
  const good = views.filter((view) => view.fitness === 'good' && view.wholeFaces > 0);
  const detected = good.filter(
    (view) => view.status !== 'no-face' && view.match !== null && view.match.outlineIou >= DETECTED_IOU,
  );
  const answers: EvaluatedAnswer[] = [];
  const areaErrors: number[] = [];
  for (const { status, features, match } of detected) {
    if (match === null) continue;
    const truth = match.shearPercent;
    if (status !== 'ok' || features === null) {
      answers.push({ truth, mean: null });
      continue;
    }
    const { shearPercent, lower, upper } = predictFromFeatures(features, model);
    answers.push({ truth, mean: shearPercent, lower, upper });
    areaErrors.push(Math.abs(features[areaIndexOf(model.head.featureSet)] - truth));
  }
  const overlaps = detected.flatMap(({ match }) =>
    match === null || match.mapIou === null ? [] : [match.mapIou],
  );
  return {
    name,
    goodPictures: good.length,
    detectionPercent: percent(detected.length, good.length),
    meanOutlineIou: mean(detected.map((view) => view.match!.outlineIou)) ?? 0,
    notchSidePercent: percent(
      detected.filter((view) => view.match!.isNotchSideRight).length,
      detected.length,
    ),
    shear: evaluateAnswers(answers),
    areaMae: mean(areaErrors),
    mapIou: mean(overlaps),
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
