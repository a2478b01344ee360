import type { LearningStatus } from '@mlmcsc/contracts';
import type { LearningStatus as LearningStatusRecord } from '@mlmcsc/core';
import { presentErrorFigures } from './present-model.ts';

/** How the system learns, as the API shows it. */
export const presentLearningStatus = (status: LearningStatusRecord): LearningStatus => ({
  strategy: status.strategy,
  champion: { version: status.champion.version, digest: status.champion.digest },
  labels_total: status.labelsTotal,
  labels_waiting: status.labelsWaiting,
  prequential: presentErrorFigures(status.prequential),
  curve: status.curve.map((point) => ({
    label_number: point.labelNumber,
    absolute_error: point.absoluteError,
    mean_error_last_20: point.meanErrorLast20,
  })),
});
