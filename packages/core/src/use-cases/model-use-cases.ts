import { decodeModel } from '@mlmcsc/learning';
import type { ModelRecord } from '../domain/records.ts';
import { Conflict, NotFound, Unprocessable } from '../errors.ts';
import { backboneDigestOf } from '../measure/plug-ins.ts';
import type { Dependencies } from './dependencies.ts';
import { enqueueRetraining } from './job-use-cases.ts';
import { recordModel } from './learning/record-model.ts';
import { requireChampion } from './measure-image.ts';
import { endRunningTrial } from './trials/end-running-trial.ts';
import type { ModelWithStanding, UseCases } from './use-cases.ts';

/** Who appears in the ledger for what nobody asked for. */
const systemUser = 'system';

/** Model versions and which of them answers. */
export function createModelUseCases(
  dependencies: Dependencies,
): Pick<UseCases, 'listModels' | 'getModel' | 'currentModel' | 'installShippedModel'> {
  const { store } = dependencies;
  const standing = (model: ModelRecord, champion: ModelRecord | null): ModelWithStanding => ({
    ...model,
    isChampion: champion?.id === model.id,
  });
  return {
    async listModels(page) {
      const [slice, champion] = await Promise.all([
        store.rows.models.list(page),
        store.rows.models.champion(),
      ]);
      return { ...slice, items: slice.items.map((model) => standing(model, champion)) };
    },
    async getModel(idOrVersion) {
      const [model, champion] = await Promise.all([
        store.rows.models.find(idOrVersion),
        store.rows.models.champion(),
      ]);
      if (model === null) throw new NotFound('model-not-found', `There is no model ${idOrVersion}.`);
      return standing(model, champion);
    },
    currentModel: () => requireChampion(dependencies),
    installShippedModel: (bytes) => installShippedModel(dependencies, bytes),
  };
}

async function installShippedModel(
  dependencies: Dependencies,
  bytes: Uint8Array,
): Promise<{ model: ModelRecord; created: boolean }> {
  const { store, objects } = dependencies;
  const shipped = readArtefact(dependencies, bytes);
  const { sha256, sizeBytes } = await objects.put(bytes);
  try {
    return await store.transaction(async (rows) => {
      const known = await rows.models.findByDigest(sha256);
      const model = known ?? (await newShippedModel(dependencies, shipped, sha256, sizeBytes));
      if (known === null) {
        await rows.models.insert(model);
        await recordModel(rows, 'model.installed', systemUser, model);
      }
      const champion = await rows.models.champion();
      // A champion made for other seeing code cannot answer any more.
      if (champion === null || champion.pipelineVersion !== dependencies.measurer.modelPipelineVersion) {
        await rows.models.promote({
          id: dependencies.ids.next(),
          fromVersion: champion?.version ?? null,
          toVersion: model.version,
          reason: champion === null ? 'First start.' : 'The seeing code changed with this release.',
          kind: 'automatic',
          deployedBy: systemUser,
          approvedBy: null,
          deployedAt: dependencies.clock.now(),
        });
        await endRunningTrial(rows, {
          ...{ by: systemUser, at: dependencies.clock.now() },
          reason: 'The seeing code changed with this release.',
        });
        await recordModel(rows, 'model.promoted', systemUser, model, {
          from_version: champion?.version ?? null,
        });
        await rows.events.publish({ type: 'model.promoted', version: model.version, digest: model.digest });
        const { total } = await rows.labels.counts();
        if (total > 0) await enqueueRetraining(dependencies, rows, systemUser);
      }
      return { model, created: known === null };
    });
  } catch (error) {
    // Another process installed the same artefact at the same moment.
    const winner = error instanceof Conflict ? await store.rows.models.findByDigest(sha256) : null;
    if (winner === null) throw error;
    return { model: winner, created: false };
  }
}

function readArtefact(
  { measurer }: Dependencies,
  bytes: Uint8Array,
): { version: string; pipelineVersion: string } {
  try {
    const { version, pipelineVersion, head } = decodeModel(bytes);
    const needed = measurer.modelPipelineVersion;
    if (pipelineVersion !== needed) {
      throw new RangeError(`made for seeing code ${pipelineVersion}, this is ${needed}`);
    }
    if (backboneDigestOf(head.featureSet) !== null) {
      throw new RangeError('taught with a feature network of its own, which only the command line runs');
    }
    return { version, pipelineVersion };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Unprocessable('model-unreadable', `The model file cannot be used (${why}).`, { cause });
  }
}

async function newShippedModel(
  { store, ids, clock }: Dependencies,
  { version, pipelineVersion }: { version: string; pipelineVersion: string },
  digest: string,
  sizeBytes: number,
): Promise<ModelRecord> {
  const taken = (await store.rows.models.find(version)) !== null;
  return {
    id: ids.next(),
    version: taken ? `${version}.${digest.slice(0, 8)}` : version,
    digest,
    baseDigest: digest,
    parentVersion: null,
    origin: 'shipped',
    labelCount: 0,
    pipelineVersion,
    sizeBytes,
    heldOut: null,
    gate: null,
    datasetDigest: null,
    createdAt: clock.now(),
  };
}
