import type { NetworkDefinition } from '@mlmcsc/kernels';
import { listNetworkTensors } from '@mlmcsc/kernels';
import type { Model, StoredNetwork } from '../artefact/model.ts';
import { fitFeatureScaling } from '../head/feature-scaling.ts';
import { createHead } from '../head/laboratory-head.ts';
import { createConformalState } from '../interval/conformal-state.ts';
import { createRandom } from '../network/seeded-random.ts';
import { simulatedFeatureSet, simulateLaboratory } from './simulated-laboratory.ts';

const definition: NetworkDefinition = {
  name: 'tiny',
  inputChannels: 2,
  fold: 1,
  encoder: [
    { channels: 3, convolutions: 1 },
    { channels: 2, convolutions: 1 },
  ],
  decoder: [{ channels: 2, convolutions: 1 }],
  outputChannels: 1,
};

/** A model for tests: random tiny networks, a head that answers with the area, ordinary calibration scores. */
export function simulatedModel(features = 12): Model {
  const calibration = createRandom(77);
  return {
    version: 'simulated-1',
    pipelineVersion: 'pipeline-1',
    parents: [],
    locator: tinyNetwork('locator', 5),
    surface: tinyNetwork('surface', 6),
    acceptance: { bias: -1.5, weights: [0.25, 1e-7, -3] },
    head: createHead({
      featureSet: simulatedFeatureSet(features),
      scaling: fitFeatureScaling(
        simulateLaboratory({ seed: 99, features })
          .take(200)
          .map((sample) => sample.features),
      ),
    }),
    conformal: createConformalState({
      calibrationScores: Array.from({ length: 200 }, () => Math.abs(calibration.normal())),
    }),
    dataset: { specimens: 200, übersicht: 'simulated' },
    metrics: {},
  };
}

function tinyNetwork(name: string, seed: number): StoredNetwork {
  const random = createRandom(seed);
  const own = { ...definition, name };
  const weights = Object.fromEntries(
    listNetworkTensors(own).map((tensor) => [
      tensor.name,
      Float32Array.from({ length: tensor.length }, () => random.normal()),
    ]),
  );
  return { definition: own, weights };
}
