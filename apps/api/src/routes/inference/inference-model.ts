import type { InferenceModel } from '@mlmcsc/contracts';
import { type AnalysisRecord, type ModelRecord, NotFound, type UseCases } from '@mlmcsc/core';
import { Type } from 'typebox';

/** The one model there is, under its name in the protocol. */
export const MODEL_NAME = 'percent-shear';

export const ModelParams = Type.Object({
  name: Type.String({ maxLength: 100, description: `\`${MODEL_NAME}\`` }),
});
export const ModelVersionParams = Type.Object({
  ...ModelParams.properties,
  version: Type.String({ maxLength: 100, description: 'Version of the champion' }),
});

interface Output {
  readonly name: string;
  readonly datatype: 'FP64' | 'BYTES';
  readonly value: (analysis: AnalysisRecord) => number | string | null;
}

/** What is told about each picture. New ones go to the end. */
export const OUTPUTS: readonly Output[] = [
  { name: 'shear_percent', datatype: 'FP64', value: (analysis) => analysis.shearPercent },
  { name: 'lower', datatype: 'FP64', value: (analysis) => analysis.lower },
  { name: 'upper', datatype: 'FP64', value: (analysis) => analysis.upper },
  { name: 'interval_level', datatype: 'FP64', value: (analysis) => analysis.intervalLevel },
  { name: 'status', datatype: 'BYTES', value: (analysis) => analysis.status },
  { name: 'reason', datatype: 'BYTES', value: (analysis) => analysis.reason },
  { name: 'detection_confidence', datatype: 'FP64', value: (analysis) => analysis.detectionConfidence },
  { name: 'analysis_id', datatype: 'BYTES', value: (analysis) => analysis.id },
  { name: 'model_version', datatype: 'BYTES', value: (analysis) => analysis.modelVersion },
  { name: 'model_digest', datatype: 'BYTES', value: (analysis) => analysis.modelDigest },
  { name: 'pipeline_version', datatype: 'BYTES', value: (analysis) => analysis.pipelineVersion },
];

/** The champion, when that is what name and version mean. @throws NotFound `model-not-found`; Unavailable `model-missing` */
export async function findServedModel(
  useCases: Pick<UseCases, 'currentModel'>,
  { name, version }: { readonly name: string; readonly version?: string },
): Promise<ModelRecord> {
  if (name !== MODEL_NAME) {
    throw new NotFound('model-not-found', `There is no model ${name}; the one there is is ${MODEL_NAME}.`);
  }
  const champion = await useCases.currentModel();
  if (version !== undefined && version !== champion.version) {
    throw new NotFound('model-not-found', `Version ${version} does not answer; ${champion.version} does.`);
  }
  return champion;
}

export const presentInferenceModel = ({ version }: ModelRecord): InferenceModel => ({
  name: MODEL_NAME,
  versions: [version],
  platform: 'mlmcsc',
  inputs: [
    { name: 'image', datatype: 'BYTES', shape: [-1] },
    { name: 'specimen', datatype: 'BYTES', shape: [-1] },
    { name: 'width_mm', datatype: 'FP64', shape: [-1] },
    { name: 'px_per_mm', datatype: 'FP64', shape: [-1] },
  ],
  outputs: OUTPUTS.map(({ name, datatype }) => ({ name, datatype, shape: [-1] })),
});
