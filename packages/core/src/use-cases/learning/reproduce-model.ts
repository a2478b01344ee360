import { createHash } from 'node:crypto';
import { decodeModel, type Model, type StrategyName, strategyNames, strategyOf } from '@mlmcsc/learning';
import type { ModelRecord } from '../../domain/records.ts';
import { NotFound } from '../../errors.ts';
import type { DatasetItem } from '../../ports/datasets.ts';
import { readItems } from '../datasets/read-dataset.ts';
import type { Dependencies } from '../dependencies.ts';
import { readModelBytes } from '../read-for-measuring.ts';
import { loadModelByDigest, measureFeatures, storedFeatures } from './learning-sample.ts';
import type { LoadedModel } from './learning-values.ts';
import { type Lesson, learnLessons } from './make-candidate.ts';

/** What came of making a model again. */
export type Reproduction =
  | {
      readonly outcome: 'same' | 'different';
      readonly version: string;
      readonly datasetDigest: string;
      readonly labels: number;
      /** Models that were made one after the other, from the shipped one to this one. */
      readonly steps: number;
      /** Pictures that were measured again; of the others the stored features were taken. */
      readonly measured: number;
      /** The first model of the line that came out otherwise. */
      readonly differs: { readonly version: string; readonly wanted: string; readonly made: string } | null;
    }
  /** It cannot be tried, and why. */
  | { readonly outcome: 'impossible'; readonly version: string; readonly reason: string };

/** Learns a model again from its dataset version: the shipped model through every step that led to it, each from exactly the
 * labels that its manifest names, and compares each digest.
 * @param request.remeasure - also measures every picture again instead of taking the stored features
 * @throws NotFound `model-not-found`
 */
export async function reproduceModel(
  dependencies: Dependencies,
  request: { readonly version: string; readonly remeasure: boolean; readonly signal: AbortSignal },
): Promise<Reproduction> {
  const { rows } = dependencies.store;
  const { version, signal } = request;
  const record = await rows.models.find(version);
  if (record === null) throw new NotFound('model-not-found', `There is no model ${version}.`);
  const impossible = (reason: string): Reproduction => ({
    outcome: 'impossible',
    version: record.version,
    reason,
  });
  if (record.origin === 'shipped') {
    return impossible('It was shipped, not learned here; tools/default-model tells how it was trained.');
  }
  const line = await lineOf(dependencies, record);
  if (typeof line === 'string') return impossible(line);
  const base = await loadModelByDigest(dependencies, record.baseDigest);
  const lineage = await rows.datasets.lineage(record.datasetDigest!);
  const items: DatasetItem[] = [];
  for await (const item of readItems(dependencies, lineage)) items.push(item);
  const seen = await lessonsOf(dependencies, { items, base, ...request });
  if (typeof seen === 'string') return impossible(seen);

  let parent = { model: base.model, digest: base.record.digest, labelCount: 0 };
  const told = {
    version: record.version,
    datasetDigest: record.datasetDigest!,
    labels: items.length,
    steps: line.length,
    measured: seen.measured,
  };
  for (const step of line) {
    signal.throwIfAborted();
    const made = learnLessons({
      parent,
      baseVersion: base.record.version,
      lessons: seen.lessons.slice(parent.labelCount, step.record.labelCount),
      datasetDigest: step.record.datasetDigest!,
      strategy: step.strategy,
      isReplay: parent.digest === base.record.digest,
      crossValidate: false,
    });
    const digest = createHash('sha256').update(made.bytes).digest('hex');
    if (digest !== step.record.digest) {
      const differs = { version: step.record.version, wanted: step.record.digest, made: digest };
      return { ...told, outcome: 'different', differs };
    }
    parent = { model: decodeModel(made.bytes), digest, labelCount: made.labelCount };
  }
  return { ...told, outcome: 'same', differs: null };
}

interface Step {
  readonly record: ModelRecord;
  readonly strategy: StrategyName;
}

/** The models from the first after the shipped one to this one, or why they are not known. */
async function lineOf(dependencies: Dependencies, last: ModelRecord): Promise<readonly Step[] | string> {
  const steps: Step[] = [];
  for (let record = last; record.origin !== 'shipped'; ) {
    if (record.datasetDigest === null) {
      const what = record === last ? 'It' : `Its ancestor ${record.version}`;
      return `${what} was made before models named their dataset version, so what it learned is not known.`;
    }
    const strategy = strategyIn(decodeModel(await readModelBytes(dependencies, record.digest)));
    if (strategy === null) {
      return `${record.version} learned with a strategy that this release does not have any more.`;
    }
    steps.unshift({ record, strategy });
    const parent =
      record.parentVersion === null ? null : await dependencies.store.rows.models.find(record.parentVersion);
    if (parent === null) return `The parent of ${record.version} is not registered.`;
    record = parent;
  }
  return steps;
}

/** The artefact says how it learned. */
function strategyIn({ metrics }: Model): StrategyName | null {
  const recorded = metrics.strategy as { readonly name?: unknown } | undefined;
  const name = strategyNames.find((known) => known === recorded?.name);
  if (name === undefined) return null;
  const sorted = (value: unknown): string =>
    JSON.stringify(value, (_key, part) =>
      part !== null && typeof part === 'object'
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    );
  return sorted(recorded) === sorted(strategyOf(name)) ? name : null;
}

const itemsPerRead = 1_000;

/** Every item with what the base sees in its picture, or why that cannot be told. */
async function lessonsOf(
  dependencies: Dependencies,
  request: {
    readonly items: readonly DatasetItem[];
    readonly base: LoadedModel;
    readonly remeasure: boolean;
    readonly signal: AbortSignal;
  },
): Promise<{ readonly lessons: readonly Lesson[]; readonly measured: number } | string> {
  const { items, base, remeasure, signal } = request;
  const { rows } = dependencies.store;
  const bases = new Map<string, string | null>();
  const lessons: Lesson[] = [];
  let measured = 0;
  for (let start = 0; start < items.length; start += itemsPerRead) {
    const part = items.slice(start, start + itemsPerRead);
    const faces = new Map(
      (await rows.datasets.faces(part.map(({ labelId }) => labelId))).map((face) => [face.labelId, face]),
    );
    for (const item of part) {
      signal.throwIfAborted();
      const face = faces.get(item.labelId);
      if (face !== undefined && !bases.has(face.modelDigest)) {
        const model = await rows.models.findByDigest(face.modelDigest);
        bases.set(face.modelDigest, model?.baseDigest ?? null);
      }
      const isStored = face !== undefined && bases.get(face.modelDigest) === base.record.baseDigest;
      const stored =
        isStored && !remeasure ? await kept(storedFeatures(dependencies, face.featuresKey, base)) : null;
      if (stored === null) {
        if (base.record.pipelineVersion !== dependencies.measurer.modelPipelineVersion) {
          return `Pictures must be measured again, but this release sees with other code (${dependencies.measurer.modelPipelineVersion}) than ${base.record.version} was made for (${base.record.pipelineVersion}).`;
        }
        measured += 1;
      }
      const features = stored ?? (await kept(measureFeatures(dependencies, item, base, signal)));
      if (features === null) {
        return `The picture ${item.sha256} is gone, or no face is found in it any more.`;
      }
      lessons.push({ item, features });
    }
  }
  return { lessons, measured };
}

/** Null when the object is there no more. */
async function kept<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof NotFound && error.code === 'object-not-found') return null;
    throw error;
  }
}
