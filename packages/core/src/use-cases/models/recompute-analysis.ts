import type { AnalysisRecord } from '../../domain/records.ts';
import { Conflict, NotFound } from '../../errors.ts';
import type { MeasuredImage } from '../../ports/measurement.ts';
import { objectKeyOfBytes } from '../../stewardship/object-key-of-bytes.ts';
import { findAnalysisDetails } from '../analysis-use-cases.ts';
import type { Dependencies } from '../dependencies.ts';
import { readModelBytes, readOriginal } from '../read-for-measuring.ts';
import type { Recomputation } from './model-governance.ts';

/** Computes an old analysis again, with the model, picture and calibration that it names, and compares every number and the
 * bytes of map, overlay and features. Changes nothing but the audit trail.
 * @throws NotFound `analysis-not-found | pictures-removed`; Conflict `pipeline-gone`; Unavailable `measurer-busy`
 */
export async function recomputeAnalysis(
  dependencies: Pick<Dependencies, 'store' | 'objects' | 'measurer' | 'cache'>,
  {
    analysisId,
    username,
    signal,
  }: { analysisId: string; username: string; signal?: AbortSignal | undefined },
): Promise<Recomputation> {
  const { store, objects, measurer } = dependencies;
  const { analysis, image } = await findAnalysisDetails(dependencies, analysisId);
  if (analysis.pipelineVersion !== measurer.pipelineVersion) {
    throw new Conflict(
      'pipeline-gone',
      `It was measured by the seeing code ${analysis.pipelineVersion}; this release has ${measurer.pipelineVersion}. Run the release of that time to compute it again.`,
    );
  }
  const model = await store.rows.models.findByDigest(analysis.modelDigest);
  if (model === null) throw new NotFound('model-not-found', `There is no model ${analysis.modelDigest}.`);
  measurer.requireRoom();
  const [imageBytes, modelBytes] = await Promise.all([
    readOriginal({ store, objects }, image),
    readModelBytes(dependencies, model.digest),
  ]);
  const measured = await measurer.measure(
    { imageBytes, modelBytes, modelDigest: model.digest, widthMm: image.widthMm, pxPerMm: image.pxPerMm },
    signal,
  );
  const differences = differencesOf(analysis, measured);
  await store.rows.audit.append({
    action: 'analysis.recomputed',
    actor: username,
    subject: { kind: 'analysis', id: analysis.id },
    details: { is_identical: differences.length === 0, differences: [...differences] },
  });
  const { shearPercent, lower, upper } = measured;
  return { analysis, isIdentical: differences.length === 0, differences, shearPercent, lower, upper };
}

function differencesOf(stored: AnalysisRecord, measured: MeasuredImage): string[] {
  const keyOf = (bytes: Uint8Array | null) => (bytes === null ? null : objectKeyOfBytes(bytes));
  const pairs: Readonly<Record<string, readonly [unknown, unknown]>> = {
    status: [stored.status, measured.status],
    shear_percent: [stored.shearPercent, measured.shearPercent],
    lower: [stored.lower, measured.lower],
    upper: [stored.upper, measured.upper],
    outline: [stored.outline, measured.outline],
    notch_side: [stored.notchSide, measured.notchSide],
    px_per_mm: [stored.pxPerMm, measured.pxPerMm],
    detection_confidence: [stored.detectionConfidence, measured.detectionConfidence],
    map: [stored.mapKey, keyOf(measured.mapPng)],
    overlay: [stored.overlayKey, keyOf(measured.overlayPng)],
    features: [stored.featuresKey, keyOf(measured.features)],
  };
  return Object.entries(pairs).flatMap(([name, [before, now]]) =>
    JSON.stringify(before) === JSON.stringify(now) ? [] : [name],
  );
}
