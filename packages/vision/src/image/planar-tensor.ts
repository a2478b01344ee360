/** Planar float picture as the small networks read it: `data[(channel * height + y) * width + x]`. */
export interface PlanarTensor {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly data: Float32Array;
}

/** A zero-filled tensor of the given shape. */
export function createPlanarTensor(channels: number, height: number, width: number): PlanarTensor {
  return { channels, height, width, data: new Float32Array(channels * height * width) };
}

/** The plane of one channel as a view (no copy), `height * width` values. */
export function planeOf(tensor: PlanarTensor, channel: number): Float32Array {
  const size = tensor.height * tensor.width;
  return tensor.data.subarray(channel * size, (channel + 1) * size);
}
