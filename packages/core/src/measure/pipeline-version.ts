import {
  ACCEPTANCE_VERSION,
  DESCRIPTOR_VERSION,
  LOCATOR_INPUT_VERSION,
  SURFACE_INPUT_VERSION,
} from '@mlmcsc/vision';

/** Raised by hand when a change of the seeing code changes numbers without touching one of the part versions. */
const REVISION = 2;

/** Version of everything between the decoded picture and the feature vector: stored with every analysis, so that a
 * number can be reproduced, and with every model, because a model is only valid with the code it was made for. */
export const PIPELINE_VERSION = [
  `seeing-${REVISION}`,
  `locator-${LOCATOR_INPUT_VERSION}`,
  `surface-${SURFACE_INPUT_VERSION}`,
  DESCRIPTOR_VERSION,
  ACCEPTANCE_VERSION,
].join('/');
