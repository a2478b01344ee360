import { surfaceFeatureSet } from '@mlmcsc/core/measure';
import { type DefaultHeadFit, fitDefaultHead } from '@mlmcsc/learning';
import {
  type AcceptanceModel,
  acceptanceScore,
  DEFAULT_ACCEPTANCE,
  fitAcceptance,
  MAP_STATISTIC_NAMES,
} from '@mlmcsc/vision';
import type { SceneView } from '../measure/view-scene.ts';
import type { PlannedScene } from '../scenes/scene-plan.ts';
import { SURFACE_DEFINITION } from '../training/network-definitions.ts';

/** Lets every candidate through, so that the real decision can be learned from all of them. */
export const OPEN_ACCEPTANCE: AcceptanceModel = { ...DEFAULT_ACCEPTANCE, threshold: 0 };

/** A finding is a face when it overlaps a true one by at least this much. */
const FACE_IOU = 0.5;
/** The head learns from outlines of use: found well enough to be worth measuring. */
const HEAD_IOU = 0.75;

/** Of what a map says about itself this tells most of how far off it may be: rank correlation with the absolute error 0.53 on 696
 * calibration pictures; the difference to the map of the mirrored face had 0.43 and added nothing. */
const DOUBT_FEATURE = 'map-entropy';

/** One good picture in so many is refused because the map is undecided: about the share of faces that hold a third of the whole
 * error, and with those refused for light and focus still below one in ten. */
const UNDECIDED_SHARE = 0.05;
const DOUBT_INDEX = MAP_STATISTIC_NAMES.indexOf(DOUBT_FEATURE);

/** The threshold stays in this range: rendered pictures never show all that cameras will. */
const THRESHOLDS = Array.from({ length: 81 }, (_, i) => 0.3 + i * 0.005);
/** Of thresholds that err alike, the one nearest to one half. */
const NEARNESS = 0.02;

/** Learns what to accept from all candidates of the calibration pictures. */
export function calibrateAcceptance(views: readonly SceneView[]): AcceptanceModel {
  const samples = views.flatMap(({ acceptanceFeatures, match }) =>
    acceptanceFeatures === null
      ? []
      : [{ features: acceptanceFeatures, isFace: match !== null && match.outlineIou >= FACE_IOU }],
  );
  const faces = samples.filter((sample) => sample.isFace).length;
  // A locator that errs on neither kind leaves nothing to learn; the cautious decision stands.
  if (faces < 5 || samples.length - faces < 5) return DEFAULT_ACCEPTANCE;
  const model = fitAcceptance(samples);
  const scored = samples.map(({ features, isFace }) => ({ score: acceptanceScore(model, features), isFace }));
  // Most pictures without a specimen give no candidate at all: errors count by pictures shown, not by candidates seen.
  const without = views.filter((view) => view.family === 'negative').length;
  const cost = (threshold: number): number => {
    const missed = scored.filter(({ isFace, score }) => isFace && score < threshold).length;
    const admitted = scored.filter(({ isFace, score }) => !isFace && score >= threshold).length;
    return missed / faces + admitted / Math.max(1, without) + NEARNESS * Math.abs(threshold - 0.5);
  };
  const threshold = THRESHOLDS.reduce((best, next) => (cost(next) < cost(best) ? next : best));
  return { ...model, threshold };
}

/** How undecided a map may be for its area to be given as a number: the limit that one calibration face in twenty is beyond. */
export function calibrateDoubt(views: readonly SceneView[]): number {
  const doubts = views
    .filter(isForHead)
    .map(({ features }) => features![DOUBT_INDEX])
    .sort((a, b) => a - b);
  return doubts.length === 0 ? 1 : doubts[Math.floor((1 - UNDECIDED_SHARE) * (doubts.length - 1))];
}

const isForHead = ({ features, match, status }: SceneView): boolean =>
  features !== null && match !== null && match.outlineIou >= HEAD_IOU && status !== 'no-face';

/** How many views the head can learn from. */
export function countHeadSamples(views: readonly SceneView[]): number {
  return views.filter(isForHead).length;
}

/** Fits head and interval on found faces, laboratory by laboratory; an interval keeps its promise where a number is given, so that
 * faces beyond `mostUndecided` do not count. */
export function calibrateHead(
  scenes: readonly PlannedScene[],
  views: readonly SceneView[],
  mostUndecided: number,
): DefaultHeadFit {
  const samples = views.flatMap((view, i) =>
    isForHead(view) && view.features![DOUBT_INDEX] <= mostUndecided
      ? [
          {
            features: view.features!,
            shearPercent: view.match!.shearPercent,
            laboratory: String(scenes[i].laboratory),
          },
        ]
      : [],
  );
  return fitDefaultHead(surfaceFeatureSet(SURFACE_DEFINITION), samples, DOUBT_FEATURE);
}
