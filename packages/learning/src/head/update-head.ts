import { posteriorOf } from './head-posterior.ts';
import type { EvidenceItem } from './label-evidence.ts';
import { addEvidence, subtractEvidence } from './label-evidence.ts';
import { surpriseWeight } from './label-influence.ts';
import type { LabelledSample } from './labelled-sample.ts';
import type { LaboratoryHead } from './laboratory-head.ts';
import { headInput, predictFromInput } from './predict.ts';
import type { UpdateStrategy } from './strategy.ts';
import { checkStrategy } from './strategy.ts';

/** Trust in technicians by name; a technician who is not named counts 1. */
export type TechnicianWeights = ReadonlyMap<string, number>;

/** Above this a single label would outvote a whole session. */
const MAXIMUM_LABEL_WEIGHT = 10;

/** Learns labels in the given order; the same head, labels, order and strategy give the same bits.
 * `S ← λ·S + k·(φφᵀ, φr, r²)`, posterior precision = prior + S. A last, incomplete batch is learned too.
 * @throws RangeError for a label outside 0–100, a weight outside 0–10 or unfit features
 * @source recursive least squares with exponential forgetting towards the prior: Kulhavý & Zarrop, Int. J. Control
 * 58 (1993) 905–924; only evidence fades, so directions without new labels fall back to the prior, never to nothing
 */
export function updateHead(
  head: LaboratoryHead,
  labels: readonly LabelledSample[],
  strategy: UpdateStrategy,
  technicianWeights?: TechnicianWeights,
): LaboratoryHead {
  checkStrategy(strategy);
  let current = head;
  for (let start = 0; start < labels.length; start += strategy.batchSize) {
    const batch = labels.slice(start, start + strategy.batchSize);
    const items = batch.map((label) => evidenceItem(current, label, strategy, technicianWeights));
    current = { ...current, evidence: addEvidence(current.evidence, items, strategy.forgetting) };
  }
  return current;
}

/** Takes back labels that were learned without forgetting and without robustness.
 * @throws RangeError when they cannot have been learned
 */
export function withdrawLabels(
  head: LaboratoryHead,
  labels: readonly LabelledSample[],
  technicianWeights?: TechnicianWeights,
): LaboratoryHead {
  const plain: UpdateStrategy = { name: 'immediate', batchSize: 1, forgetting: 1, robustness: null };
  const items = labels.map((label) => evidenceItem(head, label, plain, technicianWeights));
  return { ...head, evidence: subtractEvidence(head.evidence, items) };
}

/** Trust in a label: its own weight × its technician's.
 * @throws RangeError outside 0–10
 */
export function labelTrust(label: LabelledSample, technicianWeights?: TechnicianWeights): number {
  const own = label.weight ?? 1;
  const technician = label.technician === undefined ? 1 : (technicianWeights?.get(label.technician) ?? 1);
  for (const [name, value] of [
    ['weight', own],
    ['technician weight', technician],
  ] as const) {
    if (!(value >= 0 && value <= MAXIMUM_LABEL_WEIGHT)) {
      throw new RangeError(`label ${name} must be from 0 to ${MAXIMUM_LABEL_WEIGHT}, got ${value}`);
    }
  }
  return own * technician;
}

/** @throws RangeError when a percent shear is not a number from 0 to 100 */
export function checkShearPercent(shearPercent: number): void {
  if (!(shearPercent >= 0 && shearPercent <= 100)) {
    throw new RangeError(`shearPercent must be from 0 to 100, got ${shearPercent}`);
  }
}

function evidenceItem(
  head: LaboratoryHead,
  label: LabelledSample,
  strategy: UpdateStrategy,
  technicianWeights: TechnicianWeights | undefined,
): EvidenceItem {
  checkShearPercent(label.shearPercent);
  const input = headInput(head, label.features);
  // A noisy region of the range counts less, exactly as its larger variance says.
  const weight = labelTrust(label, technicianWeights) / input.relativeNoise;
  const item = { input: input.standard, residual: label.shearPercent - input.area, weight };
  if (strategy.robustness === null) return item;
  const prediction = predictFromInput(head, input);
  const unitModelVariance = prediction.modelVariance / posteriorOf(head).noiseVariance;
  const surprise = label.shearPercent - prediction.unboundedMean;
  return {
    ...item,
    weight: surpriseWeight(weight, surprise, prediction, unitModelVariance, strategy.robustness),
  };
}
