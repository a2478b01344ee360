import { packedLength } from '../matrix/packed-matrix.ts';
import { fitFeatureScaling, inputDimension } from './feature-scaling.ts';
import type { FeatureSet, FeatureVector } from './feature-set.ts';
import { checkFeatureSet } from './feature-set.ts';
import type { LaboratoryHead } from './laboratory-head.ts';

/** How far features that a head has never seen may move its answer together, points (one deviation): less than the 5 that
 * a head allows its own features, because nothing is known of them. */
const ADDED_DEVIATION = 4;

/** A head that can also learn from further features. They start with weight zero and are independent of all others: the
 * answer stays the same bits until a label teaches them; its variance grows by what they might come to say.
 * Labels learned before say nothing about them.
 * @param featureSet - begins with the names of the head's own set
 * @param vectors - features of at least two pictures in the new order, from which centre and scale of the new ones are read; no labels
 * @throws RangeError when the set does not begin with the head's, adds nothing, or a vector does not fit */
export function extendHead(
  head: LaboratoryHead,
  featureSet: FeatureSet,
  vectors: readonly FeatureVector[],
): LaboratoryHead {
  const known = head.featureSet.names.length;
  const added = featureSet.names.length - known;
  checkExtension(head.featureSet, featureSet);
  for (const vector of vectors) {
    if (vector.length !== featureSet.names.length) {
      throw new RangeError(`a vector has ${vector.length} features, the set has ${featureSet.names.length}`);
    }
  }
  const scaling = fitFeatureScaling(vectors.map((vector) => vector.slice(known)));
  const from = inputDimension(known);
  const to = inputDimension(featureSet.names.length);
  // Packed by rows, so the old matrix is the beginning of the new one.
  const precision = grown(head.prior.precision, packedLength(to));
  for (let i = from; i < to; i++) {
    precision[packedLength(i + 1) - 1] = (added * head.prior.noiseVariance) / ADDED_DEVIATION ** 2;
  }
  return {
    ...head,
    featureSet,
    scaling: {
      centre: Float64Array.from([...head.scaling.centre, ...scaling.centre]),
      scale: Float64Array.from([...head.scaling.scale, ...scaling.scale]),
      limit: head.scaling.limit,
    },
    prior: { ...head.prior, precision, shift: grown(head.prior.shift, to) },
    evidence: {
      ...head.evidence,
      gram: grown(head.evidence.gram, packedLength(to)),
      moment: grown(head.evidence.moment, to),
    },
  };
}

function checkExtension(old: FeatureSet, wider: FeatureSet): void {
  checkFeatureSet(wider);
  const isExtension =
    wider.areaName === old.areaName &&
    wider.names.length > old.names.length &&
    old.names.every((name, i) => name === wider.names[i]);
  if (!isExtension) {
    throw new RangeError(
      `feature set "${wider.version}" does not extend "${old.version}": it must begin with the same ${old.names.length} names and add some`,
    );
  }
}

function grown(values: Float64Array, length: number): Float64Array {
  const wider = new Float64Array(length);
  wider.set(values);
  return wider;
}
