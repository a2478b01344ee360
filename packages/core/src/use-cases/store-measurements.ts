import type { AnalysisRecord } from '../domain/records.ts';
import type { PictureMeasures } from '../ports/measurement.ts';
import type { Rows } from '../ports/store.ts';
import type { ChosenModel } from './trials/choose-model.ts';

/** A measurement that is to be stored. */
export interface NewMeasurement {
  readonly analysis: AnalysisRecord;
  readonly measures: PictureMeasures | null;
  /** Which other model is to be heard about it. */
  readonly comparison: ChosenModel['comparison'];
}

export interface StoredMeasurement {
  readonly analysis: AnalysisRecord;
  /** False: the same was measured and stored by somebody else meanwhile, and that is returned. */
  readonly created: boolean;
}

/** Stores measurements with what belongs to them, in the transaction of the rows. @returns in the order given */
export async function storeMeasurements(
  rows: Rows,
  measurements: readonly NewMeasurement[],
): Promise<readonly StoredMeasurement[]> {
  const stored = await rows.analyses.insertOrFind(measurements.map(({ analysis }) => analysis));
  const created = stored.flatMap(({ analysis, created }, index) => {
    const { measures, comparison } = measurements[index]!;
    return created ? [{ analysis, measures, comparison }] : [];
  });
  await rows.pictureMeasures.insert(created);
  await rows.events.publish(
    ...created.map(({ analysis: { id, imageId } }) => ({
      ...{ type: 'analysis.created' as const, analysisId: id, imageId },
    })),
  );
  for (const { analysis, comparison } of created) {
    if (comparison === null) continue;
    await rows.trials.ask({ ...comparison, analysisId: analysis.id, at: analysis.createdAt });
  }
  return stored;
}
