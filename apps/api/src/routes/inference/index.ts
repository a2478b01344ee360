import type { Endpoint } from '../../api-instance.ts';
import { describeModel, describeModelVersion, isModelReady, isModelVersionReady } from './describe-model.ts';
import { describeInferenceServer, isInferenceLive, isInferenceReady } from './describe-server.ts';
import { infer, inferVersion } from './infer.ts';

export { answerInferenceErrors } from './inference-errors.ts';

/** The Open Inference Protocol, version 2. */
export const inferenceRoutes: readonly Endpoint[] = [
  describeInferenceServer,
  isInferenceLive,
  isInferenceReady,
  describeModel,
  describeModelVersion,
  isModelReady,
  isModelVersionReady,
  infer,
  inferVersion,
];
