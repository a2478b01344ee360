import type * as shown from '@mlmcsc/contracts';
import {
  type NextReading,
  type StudyProgress,
  type StudyRecord,
  type StudyResults,
  type StudySpecimen,
  toDeepJsonNames,
  toJsonNames,
} from '@mlmcsc/core';

export const presentStudy = (study: StudyRecord): shown.Study => toJsonNames(study) as shown.Study;

export const presentStudyProgress = ({
  study,
  specimens,
  readers,
  isFinished,
}: StudyProgress): shown.StudyProgress => ({
  study: presentStudy(study),
  specimens,
  readers: readers.map((one) => ({ ...one })),
  is_finished: isFinished,
});

export const presentNextReading = (next: NextReading): shown.NextReading =>
  toDeepJsonNames(next) as shown.NextReading;

export const presentStudySpecimen = ({
  specimen: { specimenId, identifier, position, imageId },
  given,
  wanted,
  revealed,
}: StudySpecimen): shown.StudySpecimen => ({
  ...{ specimen_id: specimenId, identifier, position, image_id: imageId, given, wanted },
  revealed:
    revealed === null
      ? null
      : {
          readings: revealed.readings.map(({ reader, repeat, percent, readAt }) => ({
            ...{ reader, repeat, percent, read_at: readAt.toISOString() },
          })),
          model: revealed.model,
          ...{ mean: revealed.mean, spread: revealed.spread, is_disputed: revealed.isDisputed },
          adjudications: revealed.adjudications.map(({ percent, reason, adjudicatedBy, adjudicatedAt }) => ({
            ...{ percent, reason, adjudicated_by: adjudicatedBy },
            adjudicated_at: adjudicatedAt.toISOString(),
          })),
          value: revealed.value,
        },
});

export const presentStudyResults = (results: StudyResults): shown.StudyResults =>
  toDeepJsonNames(results) as shown.StudyResults;
