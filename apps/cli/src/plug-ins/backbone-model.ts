import { backboneDigestOf, featureSetWith, featuresForHead, surfaceFeatureSet } from '@mlmcsc/core/measure';
import {
  type EvaluationSample,
  extendHead,
  type FeatureSet,
  type LabelledSample,
  type Model,
} from '@mlmcsc/learning';
import type { LoadedPlugIns } from '@mlmcsc/platform/onnx';
import { CommandFailure } from '../console/command-failure.ts';

/** A model and the networks that it is used with. */
interface Equipped {
  readonly model: Model;
  readonly plugIns: LoadedPlugIns;
}

/** The scale of a backbone's numbers is read from so many labelled pictures at least. */
const LEAST_PICTURES = 10;

/** What a picture gives to a model and the networks it is used with. */
function seenFeatureSet(model: Model, { files, backboneLength }: LoadedPlugIns): FeatureSet {
  const { backbone } = files;
  const own = surfaceFeatureSet(model.surface.definition);
  return featureSetWith(own, backbone === null ? null : { digest: backbone.digest, length: backboneLength });
}

/** A model that was taught with a feature network answers with that one only.
 * @throws CommandFailure naming the network by its SHA-256 */
export function requireBackboneOf(model: Model, plugIns: LoadedPlugIns): void {
  const wanted = backboneDigestOf(model.head.featureSet);
  const given = plugIns.files.backbone;
  if (wanted === null || wanted === given?.digest) return;
  throw new CommandFailure(
    `The model was taught with the feature network ${wanted}; ${
      given === null ? 'give its file with --backbone' : `${given.path} is ${given.digest}`
    }.`,
  );
}

/** The same model, able to learn from the backbone's numbers too; as it is when it already can, or when there are none.
 * @throws CommandFailure with fewer pictures than their scale can be read from */
export function teachableModel<Loaded extends Equipped>(
  loaded: Loaded,
  samples: readonly LabelledSample[],
): Loaded {
  const { model, plugIns } = loaded;
  const featureSet = seenFeatureSet(model, plugIns);
  if (samples.length === 0 || featureSet.version === model.head.featureSet.version) return loaded;
  // A picture with several labels counts once.
  const vectors = new Set(samples.map(({ features }) => features));
  if (vectors.size < LEAST_PICTURES) {
    throw new CommandFailure(
      `A feature network is learned from ${LEAST_PICTURES} labelled pictures with an answer, or more; there are ${vectors.size}.`,
    );
  }
  return { ...loaded, model: { ...model, head: extendHead(model.head, featureSet, [...vectors]) } };
}

/** Samples as the model's head reads them: without the numbers of a backbone that it was not taught. */
export function samplesForHead(
  { model, plugIns }: Equipped,
  samples: readonly EvaluationSample[],
): EvaluationSample[] {
  const { head } = model;
  const { version } = seenFeatureSet(model, plugIns);
  return samples.map((sample) => ({
    ...sample,
    features:
      sample.features === null ? null : featuresForHead(head, Float64Array.from(sample.features), version),
  }));
}

/** The same model, saying in its figures which networks its pictures were seen with; as it is without any. */
export function withPlugInRecord(model: Model, { files }: LoadedPlugIns): Model {
  const { detector, backbone } = files;
  if (detector === null && backbone === null) return model;
  const plugIns = { detector: detector?.digest ?? null, backbone: backbone?.digest ?? null };
  return { ...model, metrics: { ...model.metrics, plugIns } };
}
