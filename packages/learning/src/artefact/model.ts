import type { NetworkDefinition, NetworkWeights } from '@mlmcsc/kernels';
import type { FeatureSet } from '../head/feature-set.ts';
import type { LaboratoryHead } from '../head/laboratory-head.ts';
import type { ConformalState } from '../interval/conformal-state.ts';
import type { JsonObject } from '../json.ts';

/** A network with its weights, as the artefact keeps it; `createNetwork` of the kernels runs it. */
export interface StoredNetwork {
  readonly definition: NetworkDefinition;
  readonly weights: NetworkWeights;
}

/** One model version: all that turns a picture into a number, and where it comes from. Immutable. */
export interface Model {
  /** Label for people, for instance `default-2026.11+3`; the digest identifies. */
  readonly version: string;
  /** Version of the seeing code the model was made for. */
  readonly pipelineVersion: string;
  /** Digests (64 lower-case hexadecimal digits) of the models this one was made from. */
  readonly parents: readonly string[];
  readonly locator: StoredNetwork;
  readonly surface: StoredNetwork;
  /** The locator's acceptance model, opaque here. */
  readonly acceptance: JsonObject;
  readonly head: LaboratoryHead;
  readonly conformal: ConformalState;
  /** What it was trained on; for people. */
  readonly dataset: JsonObject;
  /** Figures measured when it was made; for people. */
  readonly metrics: JsonObject;
}

/** The features a model wants. */
export function featureSetOf(model: Model): FeatureSet {
  return model.head.featureSet;
}
