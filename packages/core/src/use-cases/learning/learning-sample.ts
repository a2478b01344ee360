import { decodeModel } from '@mlmcsc/learning';
import type { ImageRecord, ModelRecord } from '../../domain/records.ts';
import { NotFound, Unavailable } from '../../errors.ts';
import { decodeFeatures } from '../../features/feature-codec.ts';
import { objectKeyOf } from '../../objects/object-key.ts';
import type { ComputeOptions } from '../../ports/computing.ts';
import type { JudgedAnalysis } from '../../ports/store.ts';
import type { Dependencies } from '../dependencies.ts';
import { readModelBytes } from '../read-for-measuring.ts';
import type { LearningSample, LoadedModel } from './learning-values.ts';

const samplesPerTurn = 200;
/** Tries again after a full measuring queue. */
const busyRetryMs = 250;

/** @throws Unavailable when the artefact's object is away */
export async function loadModel(dependencies: Dependencies, record: ModelRecord): Promise<LoadedModel> {
  const model = await dependencies.cache.remember(
    `decoded:${record.digest}`,
    async () => decodeModel(await readModelBytes(dependencies, record.digest)),
    () => record.sizeBytes,
  );
  return { record, model };
}

/** @throws NotFound `model-not-found` */
export async function loadModelByDigest(dependencies: Dependencies, digest: string): Promise<LoadedModel> {
  const record = await dependencies.store.rows.models.findByDigest(digest);
  if (record === null) throw new NotFound('model-not-found', `The model ${digest} is not registered.`);
  return loadModel(dependencies, record);
}

/** Features of judged pictures as `base` sees them: those stored with the analysis when its model shares the base's
 * networks, else measured again. Pictures in which the base finds no face are left out, and those that were removed: their
 * kept features still teach and judge models of the same networks.
 */
export async function loadSamples(
  dependencies: Dependencies,
  judged: readonly JudgedAnalysis[],
  base: LoadedModel,
  { signal, onProgress }: ComputeOptions,
): Promise<LearningSample[]> {
  const bases = new Map<string, string | null>();
  const samples: LearningSample[] = [];
  for (const [index, one] of judged.entries()) {
    // What is in memory comes at once, over and over: others must have their turn, too.
    if (index % samplesPerTurn === 0) await dependencies.clock.sleep(0);
    signal.throwIfAborted();
    onProgress?.(index / judged.length);
    const digest = one.analysis.modelDigest;
    if (!bases.has(digest)) {
      bases.set(digest, (await dependencies.store.rows.models.findByDigest(digest))?.baseDigest ?? null);
    }
    const isSameBase = bases.get(digest) === base.record.baseDigest;
    const features = isSameBase
      ? await storedFeatures(dependencies, one.analysis.featuresKey, base)
      : await measureUnlessRemoved(dependencies, one.image, base, signal);
    if (features !== null) samples.push(toSample(one, features));
  }
  return samples;
}

/** Null when a retention policy removed the picture. */
async function measureUnlessRemoved(
  dependencies: Dependencies,
  image: ImageRecord,
  base: LoadedModel,
  signal: AbortSignal,
): Promise<Float64Array | null> {
  if (image.picturesRemovedAt != null) return null;
  try {
    return await measureFeatures(dependencies, image, base, signal);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const now = await dependencies.store.rows.images.find(image.id);
    if (now?.picturesRemovedAt == null) throw error;
    return null;
  }
}

/** Features as they were stored with an analysis; null without any, or when the base wants others.
 * @throws NotFound `object-not-found`
 */
export async function storedFeatures(
  { objects, cache }: Dependencies,
  key: string | null,
  base: LoadedModel,
): Promise<Float64Array | null> {
  if (key === null) return null;
  const stored = await cache.remember(
    `features:${key}`,
    async () => decodeFeatures(await objects.get(key)),
    ({ values }) => values.byteLength,
  );
  return stored.featureSetVersion === base.model.head.featureSet.version ? stored.values : null;
}

/** What the base sees in a picture; null when it finds no face. */
export async function measureFeatures(
  dependencies: Dependencies,
  image: Pick<ImageRecord, 'sha256' | 'widthMm' | 'pxPerMm'>,
  base: LoadedModel,
  signal: AbortSignal,
): Promise<Float64Array | null> {
  const { objects, measurer } = dependencies;
  const request = {
    imageBytes: await objects.get(objectKeyOf(image.sha256)),
    modelBytes: await readModelBytes(dependencies, base.record.digest),
    modelDigest: base.record.digest,
    widthMm: image.widthMm,
    pxPerMm: image.pxPerMm,
  };
  for (;;) {
    try {
      const { features } = await measurer.measure(request, signal);
      return features === null ? null : decodeFeatures(features).values;
    } catch (error) {
      if (!(error instanceof Unavailable) || error.code !== 'measurer-busy') throw error;
      await dependencies.clock.sleep(busyRetryMs, signal);
    }
  }
}

function toSample({ label, image, replacesLearned }: JudgedAnalysis, features: Float64Array): LearningSample {
  return {
    label,
    replacesLearned,
    sample: {
      features,
      shearPercent: label.shearPercent,
      technician: label.technician,
      ...(image.specimen === null ? {} : { specimen: image.specimen }),
      ...(image.heat === null ? {} : { heat: image.heat }),
    },
  };
}
