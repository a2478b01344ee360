import type { AnalysisRecord, ImageRecord, LabelRecord, ModelRecord } from '../domain/records.ts';
import { Unavailable } from '../errors.ts';
import { analysisKind } from './analysis-kind.ts';
import type { Dependencies } from './dependencies.ts';
import { readModelBytes, readOriginal } from './read-for-measuring.ts';
import { redrawMaps } from './redraw-maps.ts';
import { type NewMeasurement, type StoredMeasurement, storeMeasurements } from './store-measurements.ts';
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

/** What is to be measured, and how. */
interface MeasureImageRequest {
  readonly image: ImageRecord;
  readonly model: ModelRecord;
  readonly username: string;
  readonly signal?: AbortSignal | undefined;
  /** Which other model is to be heard about a new analysis. */
  readonly comparison?: ChosenModel['comparison'] | undefined;
  /** True: no analysis of it was there a moment ago, so none is looked for. @default false */
  readonly isNew?: boolean | undefined;
}

/** How a measurement is made and stored, where many are. */
export interface MeasuringWays {
  /** Bounds how many are read and measured at once. @default at once */
  readonly through?: <T>(work: () => Promise<T>) => Promise<T>;
  /** @default in a transaction of its own */
  readonly store?: (measured: NewMeasurement) => Promise<StoredMeasurement>;
}

/** Measures a picture and stores the answer once. What was measured before comes from the cache; what may have changed since (its
 * label, whether it is there at all) is asked of the store.
 */
export async function measureImage(
  dependencies: Dependencies,
  request: MeasureImageRequest,
  ways: MeasuringWays = {},
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
          if (request.isNew !== true) {
            const known = await store.rows.analyses.findFor(image.id, model.digest, measurer.pipelineVersion);
            if (known !== null) return known;
          }
          const { analysis, created } = await insert(dependencies, request, ways);
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
  request: MeasureImageRequest,
  {
    through = (work) => work(),
    store = async (measured) =>
      (await dependencies.store.transaction((rows) => storeMeasurements(rows, [measured])))[0]!,
  }: MeasuringWays,
): Promise<StoredMeasurement> {
  let measured: Awaited<ReturnType<typeof measure>>;
  try {
    measured = await through(() => measure(dependencies, request));
  } catch (error) {
    throw request.signal?.aborted === true ? new BrokenOff('broken off', { cause: error }) : error;
  }
  const stored = await store({ ...measured, comparison: request.comparison ?? null });
  if (stored.created) {
    await dependencies.onMeasured?.().catch((error: Error) => {
      // The answer is there; the schedule asks, too.
      dependencies.log.warn({ reason: error.message }, 'an evaluation of drift could not be asked for');
    });
  }
  return stored;
}

async function measure(
  { store, objects, measurer, clock, ids, cache }: Dependencies,
  { image, model, username, signal }: MeasureImageRequest,
): Promise<Omit<NewMeasurement, 'comparison'>> {
  signal?.throwIfAborted();
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
