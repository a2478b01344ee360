import type { FeatureBackbone } from '@mlmcsc/core/measure';
import { type BackboneFrame, backboneInput, backboneLayout, poolBackboneOutput } from '@mlmcsc/vision';
import type { NetworkMetadata } from './network-metadata.ts';
import { fitting } from './onnx-errors.ts';
import type { OnnxNetwork } from './onnx-network.ts';

/** Side of a feature network's input where the export leaves it open. */
export const BACKBONE_SIDE = 224;
/** Mean and deviation of ImageNet, which most feature networks are trained with. */
const STANDARD_MEAN = [0.485, 0.456, 0.406];
const STANDARD_DEVIATION = [0.229, 0.224, 0.225];

/** A feature network; the accepted layouts are those of docs/reference/own-networks.md.
 * @throws Unprocessable `network-unfit` */
export function createOnnxFeatureBackbone(network: OnnxNetwork): FeatureBackbone {
  const { path, digest } = network.file;
  const { width, height, metadata, outputShape } = network;
  const { layout, frame } = fitting(path, () => ({
    layout: backboneLayout(outputShape, { width, height }, metadata.number('mlmcsc.prefix_tokens', 0, 1000)),
    frame: { width, height, ...colours(metadata) },
  }));
  return {
    digest,
    length: layout.length,
    async describe(image, face) {
      const { data, cover } = backboneInput(image, face, frame);
      const answer = await network.run(data);
      return fitting(path, () => poolBackboneOutput(answer, layout, { width, height, cover }));
    },
  };
}

function colours(metadata: NetworkMetadata): Pick<BackboneFrame, 'mean' | 'deviation'> {
  const three = (values: readonly number[]) => values as unknown as readonly [number, number, number];
  const deviation = metadata.numbers('mlmcsc.std', 3) ?? STANDARD_DEVIATION;
  if (!deviation.every((value) => value > 0))
    throw new RangeError('its metadata mlmcsc.std must be positive');
  return { mean: three(metadata.numbers('mlmcsc.mean', 3) ?? STANDARD_MEAN), deviation: three(deviation) };
}
