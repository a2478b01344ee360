import type { AnalysisRecord, ImageRecord, LabelRecord, ModelRecord } from '../domain/records.ts';
import { Unavailable } from '../errors.ts';
import type { PictureMeasures } from '../ports/measurement.ts';
import type { Rows } from '../ports/store.ts';
import { analysisKind } from './analysis-kind.ts';
import type { Dependencies } from './dependencies.ts';
import { readModelBytes, readOriginal } from './read-for-measuring.ts';
import { redrawMaps } from './redraw-maps.ts';
import type { ChosenModel } from './trials/choose-model.ts';

export interface MeasuredAnalysis {
  readonly analysis: AnalysisRecord;
  /** The current label. */
  readonly label: LabelRecord | null;
  readonly created: boolean;
}

/** @throws Unavailable `model-missing` */
export async function requireChampion({ store }: Pick<Dependencies, 'store'>): Promise<ModelRecord> {
  const champion = await store.rows.models.champion();
  if (champion === null) {
    throw new Unavailable('model-missing', 'No model is installed yet; install the shipped model first.');
  }
  return champion;
}

/** Measures a picture and stores the answer once, together with what `alongside` writes. What was measured before comes from
 * the cache; what may have changed since (its label, whether it is there at all) is asked of the store.
 * @param alongside - runs in one transaction, with the new row or, if that is there already, alone
 */
export async function measureImage(
  dependencies: Dependencies,
  request: {
    readonly image: ImageRecord;
    readonly model: ModelRecord;
    readonly username: string;
    readonly signal?: AbortSignal | undefined;
    /** Which other model is to be heard about a new analysis. */
    readonly comparison?: ChosenModel['comparison'] | undefined;
  },
  alongside?: (rows: Rows, analysis: AnalysisRecord) => Promise<void>,
): Promise<MeasuredAnalysis> {
  const { store, cache, measurer } = dependencies;
  const { image, model, signal } = request;
  const key = `${image.sha256}:${model.digest}:${measurer.pipelineVersion}:${image.widthMm}:${image.pxPerMm}`;
  for (;;) {
    let isOurs = false;
    let isCreated = false;
    try {
      const remembered = await cache.remember(
        key,
        async () => {
          isOurs = true;
          const known = await store.rows.analyses.findFor(image.id, model.digest, measurer.pipelineVersion);
          if (known !== null) return known;
          const { analysis, created } = await insert(dependencies, request, alongside);
          isCreated = created;
          return analysis;
        },
        analysisKind,
      );
      if (isCreated) return { analysis: remembered, label: null, created: true };
      const standing = await store.rows.analyses.standing(remembered.id);
      if (standing === null) {
        // It was erased since: what is remembered of it must not be shown, nor kept.
        await cache.forget(key, analysisKind);
        continue;
      }
      const { label, ...changed } = standing;
      let analysis: AnalysisRecord = { ...remembered, ...changed };
      if (standing.mapsRemovedAt !== null && image.picturesRemovedAt == null) {
        analysis = await redrawMaps(dependencies, { analysis, image, model, signal });
      }
      const answer = analysis;
      if (alongside !== undefined) await store.transaction((rows) => alongside(rows, answer));
      return { analysis, label, created: false };
    } catch (error) {
      // Somebody else's measurement that ours waited for broke off with its caller.
      if (!(error instanceof BrokenOff)) throw error;
      if (isOurs) throw error.cause;
      signal?.throwIfAborted();
    }
  }
}

/** A measurement that ended because its caller went away; those who waited for it try themselves. */
class BrokenOff extends Error {}

async function insert(
  dependencies: Dependencies,
  request: Parameters<typeof measureImage>[1],
  alongside: ((rows: Rows, analysis: AnalysisRecord) => Promise<void>) | undefined,
): Promise<{ analysis: AnalysisRecord; created: boolean }> {
  let measured: Awaited<ReturnType<typeof measure>>;
  try {
    measured = await measure(dependencies, request);
  } catch (error) {
    throw request.signal?.aborted === true ? new BrokenOff('broken off', { cause: error }) : error;
  }
  return dependencies.store.transaction(async (rows) => {
    const result = await rows.analyses.insertOrFind(measured.analysis);
    if (result.created) {
      await rows.pictureMeasures.insert(result.analysis, measured.measures);
      await rows.events.publish({
        type: 'analysis.created',
        analysisId: result.analysis.id,
        imageId: request.image.id,
      });
      if (request.comparison != null) {
        const { id: analysisId, createdAt: at } = result.analysis;
        await rows.trials.ask({ ...request.comparison, analysisId, at });
      }
      await alongside?.(rows, result.analysis);
    }
    return result;
  });
}

async function measure(
  { store, objects, measurer, clock, ids, cache }: Dependencies,
  request: {
    readonly image: ImageRecord;
    readonly model: ModelRecord;
    readonly username: string;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<{ readonly analysis: AnalysisRecord; readonly measures: PictureMeasures | null }> {
  const { image, model, username, signal } = request;
  measurer.requireRoom();
  const [imageBytes, modelBytes] = await Promise.all([
    readOriginal({ store, objects }, image),
    readModelBytes({ objects, cache }, model.digest),
  ]);
  const measured = await measurer.measure(
    {
      ...{ imageBytes, modelBytes, modelDigest: model.digest, modelVersion: model.version },
      ...{ widthMm: image.widthMm, pxPerMm: image.pxPerMm },
    },
    signal,
  );
  const put = async (bytes: Uint8Array | null) => (bytes === null ? null : (await objects.put(bytes)).key);
  const [mapKey, overlayKey, featuresKey] = await Promise.all([
    put(measured.mapPng),
    put(measured.overlayPng),
    put(measured.features),
  ]);
  const { mapPng: _map, overlayPng: _overlay, features: _features, measures, ...answer } = measured;
  const analysis: AnalysisRecord = {
    ...answer,
    id: ids.next(),
    imageId: image.id,
    mapKey,
    overlayKey,
    featuresKey,
    modelVersion: model.version,
    modelDigest: model.digest,
    analysedBy: username,
    createdAt: clock.now(),
  };
  return { analysis, measures };
}
