import { encodeFeatures, type MeasuredImage, type PictureMeasures, Unprocessable } from '@mlmcsc/core';
import { type Measurement, measureShear, measureShearWith, type PlugIns } from '@mlmcsc/core/measure';
import { decodeModel, type Model } from '@mlmcsc/learning';
import { backProjectMap, overlayLayer, type PhotoMap, type RgbImage } from '@mlmcsc/vision';
import { SharpImageCodec } from '../images/index.ts';
import { openPlugIns } from '../onnx/index.ts';
import { lowerThreadPriority } from '../system/index.ts';
import type { MeasureTask, MeasureTaskResult } from './measure-task.ts';
import { StageClock } from './stage-clock.ts';

/** Map and overlay are drawn for the display rendition; larger ones would only cost time and memory. */
const longestDrawnSidePx = 2048;
/** The champion, and the one before for jobs that are still under way. */
const modelsKept = 2;

const models = new Map<string, Model>();
let codec: SharpImageCodec | null = null;
/** All tasks of a pool name the same files. */
let plugIns: Promise<PlugIns> | null = null;

// Measuring may take all processors: requests, and the queue's heartbeat, come first.
lowerThreadPriority();

/** Decodes, measures and encodes one picture; runs inside a thread of the pool. */
export async function measureInThread(task: MeasureTask): Promise<MeasureTaskResult> {
  const clock = new StageClock();
  const stages = task.isTimed ? clock.stages : [];
  try {
    return { ok: true, measured: await measure(task, clock), stages };
  } catch (error) {
    if (!(error instanceof Unprocessable)) throw error;
    return { ok: false, code: error.code, detail: error.detail, stages };
  }
}

async function measure(task: MeasureTask, clock: StageClock): Promise<MeasuredImage> {
  const startedAt = performance.now();
  codec ??= new SharpImageCodec({ maxPixels: task.maxPixels, concurrency: 1 });
  const encoder = codec;
  const image = await clock.wait('decode', () => encoder.decode(task.imageBytes));
  const measurement = await look(task, image, clock);
  const pictures = await clock.wait('draw', () => drawPictures(encoder, measurement, image));
  const { status, reason, shearPercent, lower, upper, intervalLevel, bbox, outline, notchSide, pxPerMm } =
    measurement;
  return {
    ...{ status, reason, shearPercent, lower, upper, intervalLevel, bbox, outline, notchSide, pxPerMm },
    detectionConfidence: measurement.detectionConfidence,
    flags: measurement.flags.map(({ code, severity, detail }) => ({ code, severity, detail })),
    ...pictures,
    features:
      measurement.features === null
        ? null
        : encodeFeatures({ featureSetVersion: measurement.featureSetVersion, values: measurement.features }),
    measures: measuresOf(measurement),
    pipelineVersion: measurement.pipelineVersion,
    elapsedMs: performance.now() - startedAt,
  };
}

function measuresOf({ photometry, descriptors }: Measurement): PictureMeasures | null {
  if (photometry === null || descriptors === null) return null;
  const { unsharpness, clipped, median, brightness, range } = photometry;
  return {
    ...{ unsharpness, burntShare: clipped, medianLuminance: median, brightness, luminanceRange: range },
    descriptors: Float32Array.from(descriptors),
  };
}

async function look(task: MeasureTask, image: RgbImage, clock: StageClock): Promise<Measurement> {
  const { plugInFiles, widthMm, pxPerMm } = task;
  const model = modelOf(task);
  const options = {
    ...(widthMm === null ? {} : { widthMm }),
    ...(pxPerMm === null ? {} : { pxPerMm }),
    watch: clock.watch,
  };
  if (plugInFiles.detector === null && plugInFiles.backbone === null) {
    return measureShear(image, model, options);
  }
  plugIns ??= openPlugIns(plugInFiles);
  return measureShearWith(image, model, await plugIns, options);
}

function modelOf({ modelBytes, modelDigest }: MeasureTask): Model {
  const known = models.get(modelDigest);
  if (known !== undefined) return known;
  // Decoding wants bytes of its own, not shared ones.
  const model = decodeModel(Uint8Array.from(modelBytes));
  models.set(modelDigest, model);
  for (const digest of models.keys()) {
    if (models.size <= modelsKept) break;
    models.delete(digest);
  }
  return model;
}

/** Map and overlay in the size of the display rendition, where a face was found. */
async function drawPictures(
  encoder: SharpImageCodec,
  { face, map, pose }: Measurement,
  image: { readonly width: number; readonly height: number },
): Promise<{ mapPng: Uint8Array | null; overlayPng: Uint8Array | null }> {
  if (face === null || map === null || pose === null) return { mapPng: null, overlayPng: null };
  const scale = Math.min(1, longestDrawnSidePx / Math.max(image.width, image.height));
  const size = { width: Math.round(image.width * scale), height: Math.round(image.height * scale) };
  const scaled = <P extends { readonly x: number; readonly y: number }>(point: P) => ({
    x: (point.x + 0.5) * scale - 0.5,
    y: (point.y + 0.5) * scale - 0.5,
  });
  const outline = face.outline.map(scaled);
  const [a, b, c, d] = face.corners;
  const drawn = { outline, corners: [scaled(a), scaled(b), scaled(c), scaled(d)] as typeof face.corners };
  const smallPose = { ...pose, origin: scaled(pose.origin), scale: pose.scale * scale };
  const photoMap = backProjectMap(map, smallPose, outline, size);
  const [mapPng, overlayPng] = await Promise.all([
    encoder.encodeMaskPng(shearMask(photoMap)),
    encoder.encodeRgbaPng(overlayLayer(size, drawn, photoMap), size.width, size.height),
  ]);
  return { mapPng, overlayPng };
}

/** 255 = surely shear, 1 = surely cleavage, 0 = not on the face. */
function shearMask({ cleavage, inside, box }: PhotoMap) {
  const data = new Uint8Array(inside.data.length);
  // Whole numbers are written, so a half more rounds.
  for (let y = box.top; y < box.top + box.height; y += 1) {
    for (let i = y * inside.width + box.left; i < y * inside.width + box.left + box.width; i += 1) {
      if (inside.data[i] !== 0) data[i] = 1.5 + 254 * (1 - (cleavage.data[i] ?? 0));
    }
  }
  return { width: inside.width, height: inside.height, data };
}
