import type { Model } from '@mlmcsc/learning';
import { createConformalState, createHead } from '@mlmcsc/learning';
import { initialWeights } from '@mlmcsc/learning/network';
import type { AcceptanceModel } from '@mlmcsc/vision';
import { acceptanceToJson, LOCATOR_CHANNELS, SURFACE_CHANNELS, SURFACE_OUTPUTS } from '@mlmcsc/vision';
import { surfaceFeatureSet } from './feature-set.ts';
import { PIPELINE_VERSION } from './pipeline-version.ts';

type StoredNetwork = Model['locator'];

function untrainedNetwork(
  name: string,
  inputChannels: number,
  outputChannels: number,
  fold: 1 | 2,
  seed: number,
): StoredNetwork {
  const definition = {
    name,
    inputChannels,
    fold,
    encoder: [
      { channels: 6, convolutions: 1 },
      { channels: 8, convolutions: 1 },
      { channels: 7, convolutions: 1 },
    ].slice(fold - 1),
    decoder: [{ channels: 6, convolutions: 1 }],
    outputChannels,
  };
  return { definition, weights: initialWeights(definition, seed) };
}

/** Real parts, no training: what it answers is meaningless, how it is put together is not. For tests. */
export function untrainedModel(acceptance: AcceptanceModel): Model {
  const locator = untrainedNetwork('locator', LOCATOR_CHANNELS, 2, 2, 11);
  const surface = untrainedNetwork('surface', SURFACE_CHANNELS, SURFACE_OUTPUTS, 1, 12);
  const featureSet = surfaceFeatureSet(surface.definition);
  const length = featureSet.names.length;
  return {
    version: 'test',
    pipelineVersion: PIPELINE_VERSION,
    parents: [],
    locator,
    surface,
    acceptance: acceptanceToJson(acceptance),
    head: createHead({
      featureSet,
      scaling: { centre: new Float64Array(length), scale: new Float64Array(length).fill(1), limit: 4 },
    }),
    conformal: createConformalState({ calibrationScores: [0.5, 1, 1.5, 2] }),
    dataset: {},
    metrics: {},
  };
}
