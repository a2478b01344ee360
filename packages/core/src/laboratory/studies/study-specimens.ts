import type {
  StudyAdjudicationRecord,
  StudyReadingRecord,
  StudyRecord,
  StudySpecimenRecord,
} from './study-records.ts';

/** What everybody may know of one specimen of a study. */
export interface StudySpecimen {
  readonly specimen: Omit<StudySpecimenRecord, 'modelPercent' | 'modelVersion'>;
  readonly given: number;
  readonly wanted: number;
  /** Null while somebody has still to read it: nobody sees what others, or the model, said. */
  readonly revealed: RevealedSpecimen | null;
}

export interface RevealedSpecimen {
  readonly readings: readonly (StudyReadingRecord & { readonly percent: number; readonly readAt: Date })[];
  readonly model: { readonly percent: number; readonly version: string } | null;
  /** Mean of the readers' means; null when nobody has read it. */
  readonly mean: number | null;
  /** Between the highest and the lowest reader's mean. */
  readonly spread: number | null;
  readonly isDisputed: boolean;
  /** Oldest first; the last one counts. */
  readonly adjudications: readonly StudyAdjudicationRecord[];
  /** The adjudicated value, or the mean where readers agree; null while a reviewer has to decide. */
  readonly value: number | null;
}

/** Specimens with what may be shown of them: everything once all their readings are in, or the study is closed.
 * @param parts - all rows of one study
 */
export function studySpecimens({
  study,
  specimens,
  readings,
  adjudications,
}: {
  readonly study: StudyRecord;
  readonly specimens: readonly StudySpecimenRecord[];
  readonly readings: readonly StudyReadingRecord[];
  readonly adjudications: readonly StudyAdjudicationRecord[];
}): readonly StudySpecimen[] {
  const readingsOf = Map.groupBy(readings, ({ specimenId }) => specimenId);
  const adjudicationsOf = Map.groupBy(adjudications, ({ specimenId }) => specimenId);
  return specimens.map(({ modelPercent, modelVersion, ...specimen }) => {
    const wanted = readingsOf.get(specimen.specimenId) ?? [];
    const given = wanted.filter(isGiven);
    const isRevealed = study.closedAt !== null || given.length === wanted.length;
    return {
      specimen,
      given: given.length,
      wanted: wanted.length,
      revealed: isRevealed
        ? reveal(study, given, adjudicationsOf.get(specimen.specimenId) ?? [], modelPercent, modelVersion)
        : null,
    };
  });
}

type GivenReading = RevealedSpecimen['readings'][number];
const isGiven = (reading: StudyReadingRecord): reading is GivenReading => reading.percent !== null;

function reveal(
  { disagreementThreshold, includesModel }: StudyRecord,
  readings: readonly GivenReading[],
  adjudications: readonly StudyAdjudicationRecord[],
  modelPercent: number | null,
  modelVersion: string | null,
): RevealedSpecimen {
  const means = [...Map.groupBy(readings, ({ reader }) => reader).values()].map(
    (own) => own.reduce((sum, { percent }) => sum + percent, 0) / own.length,
  );
  const mean = means.length === 0 ? null : means.reduce((sum, one) => sum + one, 0) / means.length;
  const spread = means.length === 0 ? null : Math.max(...means) - Math.min(...means);
  const isDisputed = spread !== null && spread > disagreementThreshold;
  return {
    readings,
    model:
      includesModel && modelPercent !== null && modelVersion !== null
        ? { percent: modelPercent, version: modelVersion }
        : null,
    mean,
    spread,
    isDisputed,
    adjudications,
    value: adjudications.at(-1)?.percent ?? (isDisputed ? null : mean),
  };
}
