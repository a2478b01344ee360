import type { ErrorFigures, Model } from '@mlmcsc/contracts';
import type { ErrorFigures as ErrorFiguresRecord, ModelWithStanding } from '@mlmcsc/core';

/** Error figures as the API shows them. */
export const presentErrorFigures = (figures: ErrorFiguresRecord): ErrorFigures => ({
  count: figures.count,
  mae: figures.mae,
  rmse: figures.rmse,
  bias: figures.bias,
  within_5: figures.within5,
  within_10: figures.within10,
  interval_coverage: figures.intervalCoverage,
  interval_width: figures.intervalWidth,
});

/** A model version as the API shows it. */
export const presentModel = (model: ModelWithStanding): Model => ({
  id: model.id,
  version: model.version,
  digest: model.digest,
  parent_version: model.parentVersion,
  is_champion: model.isChampion,
  origin: model.origin,
  label_count: model.labelCount,
  pipeline_version: model.pipelineVersion,
  size_bytes: model.sizeBytes,
  held_out: model.heldOut === null ? null : presentErrorFigures(model.heldOut),
  gate: model.gate === null ? null : { promoted: model.gate.promoted, reasons: [...model.gate.reasons] },
  created_at: model.createdAt.toISOString(),
});
