import type { Network, NetworkDefinition, NetworkWeights } from '@mlmcsc/kernels';
import { createNetwork } from '@mlmcsc/kernels';
import type { AcceptanceModel } from '../locate/acceptance-model.ts';
import { parseAcceptance } from '../locate/acceptance-model.ts';

/** A network as an artefact stores it. */
export interface NetworkParts {
  readonly definition: NetworkDefinition;
  readonly weights: NetworkWeights;
}

/** The seeing part of a model, ready to run. Not re-entrant: one per thread. */
export interface Eyes {
  readonly locator: Network;
  readonly surface: Network;
  readonly acceptance: AcceptanceModel;
}

/** Makes the networks of a model ready to run.
 * @param acceptance - as `acceptanceToJson` wrote it
 * @throws RangeError when a definition, a tensor or the acceptance does not fit this code */
export function openEyes(parts: {
  readonly locator: NetworkParts;
  readonly surface: NetworkParts;
  readonly acceptance: Readonly<Record<string, unknown>>;
}): Eyes {
  return {
    locator: createNetwork(parts.locator.definition, parts.locator.weights),
    surface: createNetwork(parts.surface.definition, parts.surface.weights),
    acceptance: parseAcceptance(parts.acceptance),
  };
}
