import type { Analysis } from '@mlmcsc/contracts';
import type { AnalysisRecord, LabelRecord } from '@mlmcsc/core';
import { presentLabel } from './present-label.ts';
import { presentRemoval } from './present-removal.ts';

/** An analysis with its current label as the API shows it; object keys stay inside. */
export const presentAnalysis = (analysis: AnalysisRecord, label: LabelRecord | null): Analysis => ({
  id: analysis.id,
  image_id: analysis.imageId,
  status: analysis.status,
  reason: analysis.reason,
  shear_percent: analysis.shearPercent,
  lower: analysis.lower,
  upper: analysis.upper,
  interval_level: analysis.intervalLevel,
  bbox: analysis.bbox === null ? null : [...analysis.bbox],
  outline: analysis.outline === null ? null : analysis.outline.map((point) => [...point]),
  notch_side: analysis.notchSide,
  px_per_mm: analysis.pxPerMm,
  detection_confidence: analysis.detectionConfidence,
  flags: analysis.flags.map(({ code, severity, detail }) => ({ code, severity, detail })),
  has_map: analysis.mapKey !== null && analysis.overlayKey !== null && analysis.mapsRemovedAt == null,
  maps_removed: presentRemoval(analysis.mapsRemovedAt, analysis.mapsRemovedBy),
  model: { version: analysis.modelVersion, digest: analysis.modelDigest },
  pipeline_version: analysis.pipelineVersion,
  elapsed_ms: analysis.elapsedMs,
  analysed_by: analysis.analysedBy,
  created_at: analysis.createdAt.toISOString(),
  label: label === null ? null : presentLabel(label),
});
