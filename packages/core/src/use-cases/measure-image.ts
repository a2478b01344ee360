import type { AnalysisRecord, ImageRecord, ModelRecord } from '../domain/records.ts';
import { Unavailable } from '../errors.ts';
import { objectKeyOf } from '../objects/object-key.ts';
import type { Rows } from '../ports/store.ts';
import type { Dependencies } from './dependencies.ts';

export interface MeasuredAnalysis {
  readonly analysis: AnalysisRecord;
  readonly created: boolean;
}

/** Rough weight of an analysis in the cache; outlines dominate. */
const analysisBytes = 8 * 1024;

/** The bytes of a model version, kept in memory. */
export function readModelBytes(
  { objects, cache }: Pick<Dependencies, 'objects' | 'cache'>,
  digest: string,
): Promise<Uint8Array> {
  return cache.remember(
    `model:${digest}`,
    () => objects.get(objectKeyOf(digest)),
    (bytes) => bytes.length,
  );
}

/** @throws Unavailable `model-missing` */
export async function requireChampion({ store }: Pick<Dependencies, 'store'>): Promise<ModelRecord> {
  const champion = await store.rows.models.champion();
  if (champion === null) {
    throw new Unavailable('model-missing', 'No model is installed yet; install the shipped model first.');
  }
  return champion;
}

/** The stored analysis of a picture by a model, or null. Immutable, so it may come from the cache. */
export async function findAnalysis(
  { store, cache, measurer }: Pick<Dependencies, 'store' | 'cache' | 'measurer'>,
  image: ImageRecord,
  model: ModelRecord,
): Promise<AnalysisRecord | null> {
  const { pipelineVersion } = measurer;
  return cache.remember(
    `analysis:${image.sha256}:${model.digest}:${pipelineVersion}:${image.widthMm}:${image.pxPerMm}`,
    () => store.rows.analyses.findFor(image.id, model.digest, pipelineVersion),
    // Only what exists is kept: the next caller may come after the measurement.
    (found) => (found === null ? Number.POSITIVE_INFINITY : analysisBytes),
  );
}

/** Measures a picture and stores the answer once, together with what `alongside` writes.
 * @param alongside - runs in the same transaction, whether the analysis is new or was there already
 */
export async function measureImage(
  dependencies: Dependencies,
  request: {
    readonly image: ImageRecord;
    readonly model: ModelRecord;
    readonly username: string;
    readonly signal?: AbortSignal | undefined;
  },
  alongside: (rows: Rows, result: MeasuredAnalysis) => Promise<void> = async () => {},
): Promise<MeasuredAnalysis> {
  const { store } = dependencies;
  const known = await findAnalysis(dependencies, request.image, request.model);
  const record = known ?? (await measure(dependencies, request));
  return store.transaction(async (rows) => {
    const result =
      known === null ? await rows.analyses.insertOrFind(record) : { analysis: known, created: false };
    if (result.created) {
      await rows.events.publish({
        type: 'analysis.created',
        analysisId: result.analysis.id,
        imageId: request.image.id,
      });
    }
    await alongside(rows, result);
    return result;
  });
}

async function measure(
  { objects, measurer, clock, ids, cache }: Dependencies,
  request: {
    readonly image: ImageRecord;
    readonly model: ModelRecord;
    readonly username: string;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<AnalysisRecord> {
  const { image, model, username, signal } = request;
  const [imageBytes, modelBytes] = await Promise.all([
    objects.get(objectKeyOf(image.sha256)),
    readModelBytes({ objects, cache }, model.digest),
  ]);
  const measured = await measurer.measure(
    { imageBytes, modelBytes, modelDigest: model.digest, widthMm: image.widthMm, pxPerMm: image.pxPerMm },
    signal,
  );
  const put = async (bytes: Uint8Array | null) => (bytes === null ? null : (await objects.put(bytes)).key);
  const [mapKey, overlayKey, featuresKey] = await Promise.all([
    put(measured.mapPng),
    put(measured.overlayPng),
    put(measured.features),
  ]);
  const { mapPng: _map, overlayPng: _overlay, features: _features, ...answer } = measured;
  return {
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
}
