import { createDriftUseCases, type ModelRecord } from '@mlmcsc/core';
import { createRandom } from '@mlmcsc/learning/network';
import { createPool, PostgresStore } from '@mlmcsc/platform/postgres';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { silentLog } from '@mlmcsc/platform/testing';
import { storeSeenPictures } from './store-seen-pictures.ts';

/** A laboratory that measures without pictures: what drift is told from, a picture a second, all of them in the past. */
export interface SeenLaboratory {
  /** @param darker - share of the light that the lamp has lost */
  take(count: number, darker?: number): Promise<void>;
  /** What was taken so far is the reference's beginning. */
  takeReference(): Promise<void>;
  /** What the job does every hour. */
  evaluate(): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}

/** @param seed - of the numbers   @returns with a model in service, installed here if there is none */
export async function openSeenLaboratory(databaseUrl: string, seed: number): Promise<SeenLaboratory> {
  const pool = createPool({ url: databaseUrl, applicationName: 'test', log: silentLog });
  const store = new PostgresStore(pool);
  const drift = createDriftUseCases({ store, clock: systemClock, ids: uuidV7 });
  const random = createRandom(seed);
  const begin = new Date(Date.now() - 86_400_000);
  if ((await store.rows.models.champion()) === null) await installModel(store, begin);
  let at = begin.getTime();
  return {
    async take(count, darker = 0) {
      const pictures = Array.from({ length: count }, () => {
        at += 1_000;
        return {
          ...{ at: new Date(at), heat: null, shearPercent: 30 + 40 * random.uniform() },
          ...{ intervalWidth: 8 + random.normal(), detectionConfidence: 0.9 + 0.1 * random.uniform() },
          ...{ pxPerMm: 41 + 0.4 * random.normal(), unsharpness: 5 + 0.2 * random.normal() },
          ...{ burntShare: 0.01 * random.uniform(), luminanceRange: 0.3 + 0.02 * random.normal() },
          medianLuminance: (1 - darker) * (0.5 + 0.03 * random.normal()),
          ...{ brightness: 0.6, descriptors: Array.from({ length: 84 }, () => random.normal()) },
        };
      });
      await storeSeenPictures(pool, pictures);
    },
    async takeReference() {
      await drift.setReference({ reason: 'The first pictures.', by: 'system', beginsAt: begin });
    },
    evaluate: () => drift.evaluate({ signal: new AbortController().signal }),
    close: () => pool.end(),
  };
}

async function installModel(store: PostgresStore, at: Date): Promise<void> {
  const model: ModelRecord = {
    ...{ id: uuidV7.next(), version: '1.0.0', digest: 'a'.repeat(64), baseDigest: 'a'.repeat(64) },
    ...{ parentVersion: null, origin: 'shipped', labelCount: 0, pipelineVersion: 'test-1', sizeBytes: 1 },
    ...{ heldOut: null, gate: null, datasetDigest: null, createdAt: at },
  };
  await store.rows.models.insert(model);
  await store.rows.models.promote({
    ...{ id: uuidV7.next(), fromVersion: null, toVersion: '1.0.0', reason: 'first', kind: 'automatic' },
    ...{ deployedBy: 'system', approvedBy: null, deployedAt: at },
  });
}
