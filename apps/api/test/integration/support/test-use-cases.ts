import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type Cache,
  createDatasetUseCases,
  createUseCases,
  type DatasetUseCases,
  encodeFeatures,
  type MeasuredImage,
  type Measurer,
  type ModelRecord,
  type ObjectStore,
  type Store,
  type UnknownSpecimens,
  type UseCases,
} from '@mlmcsc/core';
import { tarArchiver } from '@mlmcsc/platform/archive';
import { SharpImageCodec } from '@mlmcsc/platform/images';
import { FilesystemObjectStore } from '@mlmcsc/platform/objects';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { traceCarrier } from '@mlmcsc/platform/telemetry';
import { silentLog } from '@mlmcsc/platform/testing';

const PIPELINE_VERSION = 'test-1';

/** The product's use cases over real rows, objects and pictures; only the seeing itself is simple. */
export interface TestUseCases {
  readonly useCases: UseCases;
  readonly datasets: DatasetUseCases;
  readonly objects: ObjectStore;
  readonly objectsFolder: string;
  readonly measurer: BrightnessMeasurer;
  /** Makes a model the champion. */
  installModel(version: string): Promise<ModelRecord>;
  close(): Promise<void>;
}

/** A measurer that answers by the mean brightness: below 80 there is no face, above it more light is more shear. */
export class BrightnessMeasurer implements Measurer {
  readonly pipelineVersion = PIPELINE_VERSION;
  readonly modelPipelineVersion = PIPELINE_VERSION;
  readonly #codec = new SharpImageCodec();
  /** How long a measurement takes, ms. */
  delayMs = 0;
  measured = 0;

  readonly hasRoom = true;
  requireRoom(): void {}

  async measure(
    { imageBytes, pxPerMm }: { imageBytes: Uint8Array; pxPerMm: number | null },
    signal?: AbortSignal,
  ) {
    const started = performance.now();
    const { width, height, data } = await this.#codec.decode(imageBytes);
    if (this.delayMs > 0) await delay(this.delayMs, undefined, { signal });
    this.measured += 1;
    const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
    const common = {
      intervalLevel: 0.9,
      pipelineVersion: PIPELINE_VERSION,
      elapsedMs: performance.now() - started,
    };
    if (mean < 80) return { ...NO_ANSWER, ...common };
    const shearPercent = Math.min(100, ((mean - 80) / 175) * 100);
    const corner = [
      [1, 2],
      [width - 3, 2],
      [width - 3, height - 5],
      [1, height - 5],
    ] as const;
    return {
      ...common,
      status: 'ok',
      reason: null,
      shearPercent,
      lower: Math.max(0, shearPercent - 8),
      upper: Math.min(100, shearPercent + 7),
      bbox: [1, 2, width - 4, height - 7],
      outline: corner,
      notchSide: 'left',
      pxPerMm: pxPerMm ?? 12.5,
      detectionConfidence: 0.97,
      flags: [{ code: 'glare', severity: 'warning', detail: 'Turn the lamp.' }],
      mapPng: await this.#codec.encodeMaskPng({
        width,
        height,
        data: new Uint8Array(width * height).fill(255),
      }),
      overlayPng: await this.#codec.encodeRgbaPng(new Uint8Array(width * height * 4).fill(90), width, height),
      features: encodeFeatures({
        featureSetVersion: 'brightness-1',
        values: Float64Array.of(shearPercent, mean, width / height),
      }),
      measures: {
        ...{ unsharpness: 5, burntShare: 0.01, medianLuminance: mean / 255, brightness: mean / 240 },
        ...{ luminanceRange: 0.4, descriptors: Float32Array.of(width / height, mean) },
      },
    } satisfies MeasuredImage as MeasuredImage;
  }

  async close(): Promise<void> {}
}

const NO_ANSWER = {
  status: 'no-face',
  reason: 'No fracture face was found.',
  shearPercent: null,
  lower: null,
  upper: null,
  bbox: null,
  outline: null,
  notchSide: null,
  pxPerMm: null,
  detectionConfidence: null,
  flags: [{ code: 'no-face', severity: 'refuse', detail: 'Show the whole fracture face.' }],
  mapPng: null,
  overlayPng: null,
  features: null,
  measures: null,
} as const;

/** Keeps nothing. */
const noCache: Cache = { remember: (_key, load) => load(), forget: async () => {} };

/** @param given - instead of files in a temporary folder */
export async function createTestUseCases(
  store: Store,
  given?: ObjectStore,
  unknownSpecimens?: UnknownSpecimens,
): Promise<TestUseCases> {
  const folder = await mkdtemp(join(tmpdir(), 'mlmcsc-api-test-'));
  const objects = given ?? new FilesystemObjectStore(folder);
  const measurer = new BrightnessMeasurer();
  const ports = {
    store,
    objects,
    codec: new SharpImageCodec(),
    measurer,
    cache: noCache,
    clock: systemClock,
    ids: uuidV7,
    log: silentLog,
    traces: traceCarrier,
    batchConcurrency: 2,
    unknownSpecimens,
  };
  const useCases = createUseCases(ports);
  const datasets = createDatasetUseCases({ ...ports, archiver: tarArchiver, useCases });
  return {
    useCases,
    datasets,
    objects,
    objectsFolder: folder,
    measurer,
    async installModel(version) {
      const bytes = Buffer.from(`model ${version}`);
      const { sizeBytes } = await objects.put(bytes);
      const digest = createHash('sha256').update(bytes).digest('hex');
      const champion = await store.rows.models.champion();
      const model: ModelRecord = {
        id: uuidV7.next(),
        version,
        digest,
        baseDigest: digest,
        parentVersion: champion?.version ?? null,
        origin: 'shipped',
        labelCount: 0,
        pipelineVersion: PIPELINE_VERSION,
        sizeBytes,
        heldOut: null,
        gate: null,
        datasetDigest: null,
        createdAt: new Date(),
      };
      await store.transaction(async (rows) => {
        await rows.models.insert(model);
        await rows.models.promote({
          id: uuidV7.next(),
          fromVersion: champion?.version ?? null,
          toVersion: version,
          reason: 'for the test',
          kind: 'automatic',
          deployedBy: 'system',
          approvedBy: null,
          deployedAt: new Date(),
        });
        await rows.events.publish({ type: 'model.promoted', version, digest });
      });
      return model;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
