import {
  createJobUseCases,
  createModelGovernance,
  type DeploymentRecord,
  type ModelGovernance,
  type ModelPolicy,
  type ModelRecord,
  NotFound,
  type PromotionOutcome,
  recomputeAnalysis,
  type Store,
} from '@mlmcsc/core';
import { PIPELINE_VERSION } from '@mlmcsc/core/measure';
import { MemoryCache } from '@mlmcsc/platform/cache';
import type { Config } from '@mlmcsc/platform/config';
import { ThreadPoolMeasurer } from '@mlmcsc/platform/measurer';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { loadPlugIns } from '@mlmcsc/platform/onnx';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { CommandFailure } from '../console/command-failure.ts';
import { refuseFailedJob, untilJobEnds } from './until-job-ends.ts';
import { withStore } from './with-store.ts';

/** Who appears in the ledger for what is done on the command line. */
const username = 'system';

type Parts = { readonly store: Store; readonly governance: ModelGovernance };

const withModels = <T>(config: Config, work: (parts: Parts) => Promise<T>): Promise<T> =>
  withStore(config, (store) => {
    const measurer = { modelPipelineVersion: PIPELINE_VERSION };
    const governance = createModelGovernance({ store, clock: systemClock, ids: uuidV7, measurer });
    return work({ store, governance });
  });

const print = (text: string) => process.stdout.write(`${text}\n`);
const printJson = (value: unknown) => print(JSON.stringify(value, null, 2));

const lineOf = ({
  deployedAt,
  fromVersion,
  toVersion,
  kind,
  deployedBy,
  approvedBy,
  reason,
}: DeploymentRecord) => {
  const who = approvedBy === null ? deployedBy : `${deployedBy}, approved by ${approvedBy}`;
  return `${deployedAt.toISOString()}  ${fromVersion ?? '–'} → ${toVersion}  ${kind} by ${who}: ${reason}`;
};

/** `mlmcsc model list`: newest first. */
export const listModels = (config: Config, { limit }: { limit: number }): Promise<void> =>
  withModels(config, async ({ store: { rows } }) => {
    const [{ items }, champion, challenger] = await Promise.all([
      rows.models.list({ limit }),
      rows.models.champion(),
      rows.models.challenger(),
    ]);
    for (const model of items) {
      const standing =
        model.id === champion?.id ? 'champion' : model.id === challenger?.id ? 'challenger' : '';
      const mae = model.heldOut?.mae == null ? '' : `MAE ${model.heldOut.mae.toFixed(2)}`;
      print(
        `${model.createdAt.toISOString()}  ${model.version.padEnd(34)}  ${model.origin.padEnd(9)}  ${standing.padEnd(10)}  ${String(model.labelCount).padStart(6)} labels  ${datasetOf(model)}  ${mae}`,
      );
    }
  });

/** What it learned: the beginning of the dataset version. */
const datasetOf = ({ origin, datasetDigest }: ModelRecord) =>
  `dataset ${(origin === 'shipped' ? '-' : (datasetDigest?.slice(0, 12) ?? 'unknown')).padEnd(12)}`;

/** `mlmcsc model show`: the row with the gate's verdict. */
export const showModel = (config: Config, version: string): Promise<void> =>
  withModels(config, async ({ store }) => {
    const model = await store.rows.models.find(version);
    if (model === null) throw new NotFound('model-not-found', `There is no model ${version}.`);
    printJson(model);
  });

export const listDeployments = (config: Config, { limit }: { limit: number }): Promise<void> =>
  withModels(config, async ({ governance }) => {
    for (const one of (await governance.listDeployments({ limit })).items) print(lineOf(one));
  });

/** `mlmcsc model live`: which version answered at a time. */
export const showLiveModel = (config: Config, { at }: { at?: Date | undefined }): Promise<void> =>
  withModels(config, async ({ governance }) => {
    print(lineOf(await governance.deploymentAt(at ?? new Date())));
  });

export const promoteModel = (
  config: Config,
  version: string,
  { reason }: { reason: string },
): Promise<void> =>
  withModels(config, async ({ governance }) =>
    printOutcome(await governance.promoteModel({ version, reason, username })),
  );

export const decidePromotion = (
  config: Config,
  id: string,
  decision: 'approved' | 'declined',
): Promise<void> =>
  withModels(config, async ({ governance }) =>
    printOutcome(await governance.decidePromotion({ id, decision, username })),
  );

function printOutcome({ deployment, request }: PromotionOutcome): void {
  if (deployment !== null) print(lineOf(deployment));
  else if (request?.decision === 'declined') print(`${request.id}  declined`);
  else print(`${request?.id}  waits for a second person`);
}

export const listPromotionRequests = (config: Config, { limit }: { limit: number }): Promise<void> =>
  withModels(config, async ({ governance }) => {
    for (const one of (await governance.listPromotionRequests({ limit })).items) {
      const state = one.decision === null ? 'waits' : `${one.decision} by ${one.decidedBy}`;
      print(
        `${one.id}  ${one.requestedAt.toISOString()}  ${one.modelVersion}  ${state}  ${one.requestedBy}: ${one.reason}`,
      );
    }
  });

export const rollBackModel = (
  config: Config,
  { to, reason, keepLearning }: { to?: string; reason: string; keepLearning?: boolean },
): Promise<void> =>
  withModels(config, async ({ store, governance }) => {
    const champion = await store.rows.models.champion();
    const deployment = await governance.rollBackModel({
      ...{ fromVersion: champion?.version ?? '', toVersion: to, reason, username },
      keepsLearning: keepLearning,
    });
    print(lineOf(deployment));
    if (keepLearning !== true) {
      process.stderr.write('Learning is paused; "mlmcsc model policy --learning on" goes on with it.\n');
    }
  });

/** `mlmcsc model retrain`: a worker learns all labels anew; one that waits already is named instead. @throws CommandFailure when it fails */
export const retrainModel = (config: Config, { wait = false }: { wait?: boolean }): Promise<void> =>
  withStore(config, async (store) => {
    const jobs = createJobUseCases({ store, clock: systemClock, ids: uuidV7 });
    const started = await jobs.startRetraining({ username });
    const job = wait ? await untilJobEnds(jobs, started) : started;
    print(`${job.id}  ${job.state}`);
    if (job.result !== null) printJson(job.result);
    refuseFailedJob(job, 'The retraining');
  });

/** `mlmcsc model policy`: shows, and changes what is given. */
export const modelPolicy = (config: Config, change: Partial<ModelPolicy>): Promise<void> =>
  withModels(config, async ({ governance }) => {
    const replaces = await governance.modelPolicy();
    const policy = { ...replaces, ...change };
    const isChanged = Object.keys(change).length > 0;
    printJson(isChanged ? await governance.setModelPolicy({ policy, replaces, username }) : policy);
  });

/** `mlmcsc model recompute`: an old result again, compared bit for bit. Exit code 1 when anything differs. */
export const recompute = (config: Config, analysisId: string): Promise<void> =>
  withStore(config, async (store) => {
    const { files } = await loadPlugIns({ detector: config.detectorFile, backbone: null });
    const objects = await openObjectStore(config);
    const measurer = new ThreadPoolMeasurer({
      threads: 1,
      maxPixels: config.maxImagePixels,
      detector: files.detector,
    });
    try {
      const cache = new MemoryCache(64 * 1024 * 1024);
      const { analysis, ...result } = await recomputeAnalysis(
        { store, objects, measurer, cache },
        { analysisId, username },
      );
      const { shearPercent, lower, upper, modelVersion, pipelineVersion } = analysis;
      printJson({ modelVersion, pipelineVersion, stored: { shearPercent, lower, upper }, ...result });
      if (!result.isIdentical) {
        throw new CommandFailure(`The result differs in ${result.differences.join(', ')}.`);
      }
    } finally {
      await measurer.close();
      await objects.close();
    }
  });
