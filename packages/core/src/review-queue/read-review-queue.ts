import { scaleForSelection, selectNext } from '@mlmcsc/learning';
import { NotFound, Unprocessable } from '../errors.ts';
import { decodeFeatures, type StoredFeatures } from '../features/feature-codec.ts';
import type { Dependencies } from '../use-cases/dependencies.ts';
import { forEachBounded } from '../use-cases/for-each-bounded.ts';
import { defaultStrategy } from './default-strategy.ts';
import { labelsToCheck } from './labels-to-check.ts';
import type { PictureToLabel, ReviewQueue, ReviewQueueRequest } from './review-queue-types.ts';
import { unusualReaders } from './unusual-readers.ts';
import { isWorthALabel, reasonsToLabel, uncertaintyOf } from './worth-a-label.ts';

/** Candidates come from the newest so many analyses, however long the history is. */
export const candidateWindow = 1000;
/** Labels that are checked, and readers judged by: the newest so many. */
export const labelWindow = 1000;
/** Distances are taken to the newest so many labelled pictures. */
const learnedWindow = 200;
const readsAtOnce = 16;

/** What a person should look at next: pictures to label, labels to check, readers to talk to. */
export async function readReviewQueue(
  dependencies: Pick<Dependencies, 'store' | 'objects' | 'cache'>,
  request: ReviewQueueRequest,
): Promise<ReviewQueue> {
  const { rows } = dependencies.store;
  const [unlabelled, judged, { total: labels }] = await Promise.all([
    rows.analyses.unlabelled(candidateWindow),
    rows.labels.newest(labelWindow),
    rows.labels.counts(),
  ]);
  const { strategy = defaultStrategy(labels) } = request;
  const candidates = unlabelled.filter(({ analysis }) => isWorthALabel(analysis));
  const learnedKeys = judged.slice(0, learnedWindow).map(({ analysis }) => analysis.featuresKey);
  return {
    strategy,
    isDefault: request.strategy === undefined,
    labels,
    candidates: candidates.length,
    toLabel: await chooseToLabel(dependencies, candidates, learnedKeys, { ...request, strategy }),
    toCheck: labelsToCheck(judged).slice(0, request.limit),
    readers: unusualReaders(judged).slice(0, request.limit),
  };
}

async function chooseToLabel(
  dependencies: Pick<Dependencies, 'objects' | 'cache'>,
  candidates: readonly Omit<PictureToLabel, 'reasons'>[],
  learnedKeys: readonly (string | null)[],
  request: ReviewQueueRequest & Pick<ReviewQueue, 'strategy'>,
): Promise<PictureToLabel[]> {
  const widths = candidates.map(({ analysis }) => uncertaintyOf(analysis)).sort((a, b) => a - b);
  const about = { strategy: request.strategy, medianWidth: widths[(widths.length - 1) >> 1] ?? 0 };
  const { pool, features, learned } =
    request.strategy === 'diversity' || request.strategy === 'hybrid'
      ? await withFeatures(dependencies, candidates, learnedKeys)
      : { pool: candidates, features: candidates.map(() => new Float64Array()), learned: [] };
  const choice = {
    candidates: pool.map(({ analysis }, index) => ({
      features: features[index]!,
      uncertainty: uncertaintyOf(analysis),
    })),
    learned,
  };
  return selectNext(request.strategy, choice, request.limit, request.seed ?? 0).map((selected) => {
    const chosen = pool[selected.index]!;
    return { ...chosen, reasons: reasonsToLabel(chosen.analysis, selected, about) };
  });
}

/** Scaled features of candidates and learned pictures; those of another feature set than the newest candidate's cannot be
 * compared and are left out.
 */
async function withFeatures<T extends Omit<PictureToLabel, 'reasons'>>(
  dependencies: Pick<Dependencies, 'objects' | 'cache'>,
  candidates: readonly T[],
  learnedKeys: readonly (string | null)[],
) {
  const keys = [...candidates.map(({ analysis }) => analysis.featuresKey), ...learnedKeys];
  const read = new Map<string, StoredFeatures>();
  const distinct = new Set(keys.filter((key) => key !== null));
  await forEachBounded([...distinct], readsAtOnce, new AbortController().signal, async (key) => {
    const stored = await readFeatures(dependencies, key);
    if (stored !== null) read.set(key, stored);
  });
  const of = (key: string | null) => (key === null ? undefined : read.get(key));
  const newest = candidates.map(({ analysis }) => of(analysis.featuresKey)).find((one) => one !== undefined);
  const isComparable = (key: string | null) => {
    const one = of(key);
    return (
      one !== undefined &&
      one.featureSetVersion === newest?.featureSetVersion &&
      one.values.length === newest.values.length
    );
  };
  const pool = candidates.filter(({ analysis }) => isComparable(analysis.featuresKey));
  const scaled = scaleForSelection(
    [...pool.map(({ analysis }) => analysis.featuresKey), ...learnedKeys.filter(isComparable)].flatMap(
      (key) => of(key)?.values ?? [],
    ),
  );
  return { pool, features: scaled.slice(0, pool.length), learned: scaled.slice(pool.length) };
}

/** Null when they are gone or of an unknown format. @throws Unavailable when the objects are away */
async function readFeatures(
  { objects, cache }: Pick<Dependencies, 'objects' | 'cache'>,
  key: string,
): Promise<StoredFeatures | null> {
  try {
    return await cache.remember(
      `features:${key}`,
      async () => decodeFeatures(await objects.get(key)),
      ({ values }) => values.byteLength,
    );
  } catch (error) {
    if (error instanceof NotFound || error instanceof Unprocessable) return null;
    throw error;
  }
}
