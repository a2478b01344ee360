import { readFile, stat, writeFile } from 'node:fs/promises';
import { Unprocessable } from '@mlmcsc/core';
import { eyesOf, type Measurement, measureShear, measureShearWith, type PlugIns } from '@mlmcsc/core/measure';
import { decodeModel, type Model } from '@mlmcsc/learning';
import { SharpImageCodec } from '@mlmcsc/platform/images';
import { openPlugIns } from '@mlmcsc/platform/onnx';
import {
  backProjectMap,
  drawOverlay,
  type PhotoMap,
  type RgbImage,
  readSurface,
  samplePaint,
} from '@mlmcsc/vision';
import { serveThread } from '../threads/serve-thread.ts';
import { type MeasuredFile, type MeasureFileRequest, unreadableFile } from './measured-file.ts';

/** The limits of the server's uploads. */
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_PIXELS = 50_000_000;

const codec = new SharpImageCodec({ maxPixels: MAX_PIXELS });
const models = new Map<string, Model>();
/** All requests of a thread name the same files. */
let plugIns: Promise<PlugIns> | null = null;

serveThread(async (request: MeasureFileRequest) => {
  const value = await measureFile(request);
  const read = value.closeReading?.reading;
  return {
    value,
    transfer: [value.features, read?.features, read?.logits].flatMap((array) =>
      array === undefined || array === null ? [] : [array.buffer as ArrayBuffer],
    ),
  };
});

async function measureFile(request: MeasureFileRequest): Promise<MeasuredFile> {
  const startedAt = performance.now();
  const elapsed = () => performance.now() - startedAt;
  let image: RgbImage;
  try {
    image = await codec.decode(await readPicture(request.path));
  } catch (error) {
    return unreadableFile(request.path, reasonOf(error), elapsed());
  }
  const measurement = await measure(request, image);
  const result = toMeasuredFile(request.path, measurement, elapsed());
  await writePictures(request, image, measurement);
  return { ...result, ...(await readClosely(request, image, measurement)) };
}

function measure(request: MeasureFileRequest, image: RgbImage): Measurement | Promise<Measurement> {
  const { plugInFiles, widthMm, pxPerMm } = request;
  const model = modelOf(request);
  const options = { ...(widthMm === null ? {} : { widthMm }), ...(pxPerMm === null ? {} : { pxPerMm }) };
  if (plugInFiles.detector === null && plugInFiles.backbone === null)
    return measureShear(image, model, options);
  plugIns ??= openPlugIns(plugInFiles);
  return plugIns.then((opened) => measureShearWith(image, model, opened, options));
}

/** What moving the last layer to labels needs of a picture. */
async function readClosely(
  request: MeasureFileRequest,
  image: RgbImage,
  { status, face, pose, features }: Measurement,
): Promise<Pick<MeasuredFile, 'closeReading' | 'regionsProblem'>> {
  if (!request.reads) return { closeReading: null, regionsProblem: null };
  const painted = await readRegions(request.regionsPath, image);
  if (typeof painted === 'string') return { closeReading: null, regionsProblem: painted };
  if (status !== 'ok' || face === null || pose === null || features === null)
    return { closeReading: null, regionsProblem: null };
  // A copy: the features themselves move to the main thread.
  const reading = readSurface(image, face, features.slice(), eyesOf(modelOf(request)).surface);
  const paint = painted === null ? null : samplePaint(painted, pose);
  return { closeReading: { reading, paint }, regionsProblem: null };
}

/** @returns what is wrong, as text; the picture of regions; or null without one */
async function readRegions(path: string | null, image: RgbImage): Promise<RgbImage | string | null> {
  if (path === null) return null;
  let regions: RgbImage;
  try {
    regions = await codec.decode(await readPicture(path));
  } catch (error) {
    return `cannot be read: ${reasonOf(error)}`;
  }
  if (regions.width === image.width && regions.height === image.height) return regions;
  return `has ${regions.width} x ${regions.height} pixels, its upright photograph ${image.width} x ${image.height}; paint on a copy of the photograph`;
}

/** @throws Unprocessable for what is no regular file or too large: it is never read into memory */
async function readPicture(path: string): Promise<Uint8Array> {
  const found = await stat(path);
  if (!found.isFile()) throw new Unprocessable('not-a-file', 'It is not a regular file.');
  if (found.size > MAX_BYTES) {
    const size = Math.round(found.size / 1024 / 1024);
    throw new Unprocessable(
      'image-too-large',
      `The file has ${size} MiB; at most ${MAX_BYTES / 1024 / 1024} are read.`,
    );
  }
  return readFile(path);
}

/** Why a file cannot be read as a picture. @throws anything that is no fault of the file */
function reasonOf(error: unknown): string {
  if (error instanceof Unprocessable) return error.detail;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'The file no longer exists.';
  if (code === 'EACCES' || code === 'EPERM') return 'This user may not read the file.';
  if (code === 'EIO') return 'The file cannot be read from its disk.';
  throw error;
}

function modelOf({ modelBytes, modelDigest }: MeasureFileRequest): Model {
  const known = models.get(modelDigest);
  if (known !== undefined) return known;
  const model = decodeModel(new Uint8Array(modelBytes));
  models.set(modelDigest, model);
  return model;
}

function toMeasuredFile(path: string, measurement: Measurement, elapsedMs: number): MeasuredFile {
  const { status, reason, shearPercent, lower, upper, intervalLevel, bbox, outline, notchSide, pxPerMm } =
    measurement;
  return {
    ...{ path, status, reason, shearPercent, lower, upper, intervalLevel, bbox, outline, notchSide, pxPerMm },
    flags: measurement.flags.map((flag) => flag.code),
    features: status === 'ok' ? measurement.features : null,
    pipelineVersion: measurement.pipelineVersion,
    ...{ closeReading: null, regionsProblem: null, elapsedMs },
  };
}

/** Overlay and map exist wherever a face was found, also when its picture is unfit to be measured. */
async function writePictures(
  request: MeasureFileRequest,
  image: RgbImage,
  measurement: Measurement,
): Promise<void> {
  const { overlayPath, mapPath } = request;
  const { face, map, pose } = measurement;
  if (face === null || (overlayPath === null && mapPath === null)) return;
  const inPhoto = map === null || pose === null ? null : backProjectMap(map, pose, face.outline, image);
  if (overlayPath !== null) {
    const picture = drawOverlay(image, face, inPhoto);
    await writeFile(
      overlayPath,
      await codec.encodeRendition(picture, 'jpeg', Math.max(image.width, image.height)),
    );
  }
  if (mapPath !== null && inPhoto !== null)
    await writeFile(mapPath, await codec.encodeMaskPng(shearOf(inPhoto)));
}

/** 8 bits a pixel: 255 = surely shear, 1 = surely cleavage, 0 = not on the face. */
function shearOf({ cleavage, inside }: PhotoMap) {
  const data = new Uint8Array(inside.data.length);
  for (let i = 0; i < data.length; i++) {
    if (inside.data[i] !== 0) data[i] = Math.round(1 + 254 * (1 - (cleavage.data[i] ?? 0)));
  }
  return { width: inside.width, height: inside.height, data };
}
