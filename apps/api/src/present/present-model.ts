import type { BandedFigures, ErrorFigures, Model } from '@mlmcsc/contracts';
import type {
  BandedFigures as BandedFiguresRecord,
  ErrorFigures as ErrorFiguresRecord,
  GateVerdict,
  ModelWithStanding,
} from '@mlmcsc/core';

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
  gate: model.gate === null ? null : presentGate(model.gate),
  dataset_digest: model.datasetDigest,
  created_at: model.createdAt.toISOString(),
});

function presentGate({
  promoted,
  passed,
  against,
  reasons,
  figures,
}: GateVerdict): NonNullable<Model['gate']> {
  return {
    promoted,
    passed: passed ?? null,
    against: against ?? null,
    reasons: [...reasons],
    figures:
      figures === undefined
        ? null
        : {
            gold_set: {
              champion: presentBanded(figures.goldSet.champion),
              candidate: presentBanded(figures.goldSet.candidate),
            },
            recent_labels: {
              champion: presentBanded(figures.recentLabels.champion),
              candidate: presentBanded(figures.recentLabels.candidate),
            },
          },
  };
}

const presentBanded = ({ bands, ...overall }: BandedFiguresRecord): BandedFigures => ({
  overall: presentErrorFigures(overall),
  bands,
});
