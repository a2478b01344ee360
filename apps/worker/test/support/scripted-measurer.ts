import {
  encodeFeatures,
  type MeasuredImage,
  type MeasureRequest,
  type Measurer,
  Unprocessable,
} from '@mlmcsc/core';
import { PIPELINE_VERSION, predictFromFeatures } from '@mlmcsc/core/measure';
import { areaIndexOf, decodeModel } from '@mlmcsc/learning';
import { SharpImageCodec } from '@mlmcsc/platform/images';

const codec = new SharpImageCodec();

/** A picture of three pixels: how much shear its map shows, 0 to 100, and a number that makes it unique. */
export async function scriptedPicture(area: number, serial: number): Promise<Uint8Array> {
  const data = Uint8Array.of(Math.round(area * 2), serial % 256, Math.floor(serial / 256));
  return codec.encodeMaskPng({ width: 3, height: 1, data });
}

/** Answers from the first pixel instead of looking: real heads, intervals and features, without the networks. A picture
 * whose area is 127 (of 100) counts as undecodable.
 */
export class ScriptedMeasurer implements Measurer {
  readonly pipelineVersion = PIPELINE_VERSION;
  readonly modelPipelineVersion = PIPELINE_VERSION;
  measured = 0;
  /** Each measurement waits for this. */
  gate: Promise<void> = Promise.resolve();

  readonly hasRoom = true;
  requireRoom(): void {}

  async measure({ imageBytes, modelBytes }: MeasureRequest, signal?: AbortSignal): Promise<MeasuredImage> {
    await this.gate;
    signal?.throwIfAborted();
    const { data } = await codec.decode(imageBytes);
    const area = data[0]! / 2;
    if (area === 127) throw new Unprocessable('image-truncated', 'The picture is damaged or incomplete.');
    this.measured += 1;
    const model = decodeModel(modelBytes);
    const { featureSet, scaling } = model.head;
    const features = Float64Array.from(scaling.centre);
    features[areaIndexOf(featureSet)] = area;
    const answer = predictFromFeatures(features, model);
    return {
      status: 'ok',
      reason: null,
      shearPercent: answer.shearPercent,
      lower: answer.lower,
      upper: answer.upper,
      intervalLevel: answer.intervalLevel,
      bbox: [0, 0, 1, 1],
      outline: [[0, 0]],
      notchSide: 'top',
      pxPerMm: 1,
      detectionConfidence: 0.9,
      flags: [],
      mapPng: null,
      overlayPng: null,
      features: encodeFeatures({ featureSetVersion: featureSet.version, values: features }),
      measures: {
        ...{ unsharpness: 5, burntShare: 0, medianLuminance: area / 200, brightness: 0.6 },
        ...{ luminanceRange: 0.3, descriptors: Float32Array.of(area, -0.5) },
      },
      pipelineVersion: PIPELINE_VERSION,
      elapsedMs: 1,
    };
  }

  async close(): Promise<void> {}
}
