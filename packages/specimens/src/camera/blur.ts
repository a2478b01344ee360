import type { LinearCanvas } from '../scene/linear-canvas.ts';

/** Blurs all channels with a Gaussian, in place. Wide ones are three box filters, which cost the same whatever their width. */
export function blurInPlace(canvas: LinearCanvas, sigmaPx: number): void {
  if (sigmaPx < 0.15) return;
  blurPlanesInPlace(canvas.data, canvas.width, canvas.height, 3, sigmaPx);
}

/** The same for any interleaved float raster. */
export function blurPlanesInPlace(
  data: Float32Array,
  width: number,
  height: number,
  channels: number,
  sigmaPx: number,
): void {
  const line = new Float32Array(Math.max(width * channels, height * channels));
  if (sigmaPx < 2) {
    const kernel = gaussianKernel(sigmaPx);
    filterRows(data, width, height, channels, kernel);
    filterColumns(data, width, height, channels, kernel);
    return;
  }
  // Width of a box such that three of them have the wanted variance.
  const radius = Math.max(1, Math.round((Math.sqrt(4 * sigmaPx * sigmaPx + 1) - 1) / 2));
  for (let pass = 0; pass < 3; pass++) {
    boxRows(data, width, height, channels, radius, line);
    boxColumns(data, width, height, channels, radius);
  }
}

function gaussianKernel(sigma: number): Float64Array {
  const radius = Math.max(1, Math.ceil(2.3 * sigma));
  const kernel = new Float64Array(2 * radius + 1);
  let sum = 0;
  for (let i = -radius; i <= radius; i++) {
    kernel[i + radius] = Math.exp(-(i * i) / (2 * sigma * sigma));
    sum += kernel[i + radius]!;
  }
  for (let i = 0; i < kernel.length; i++) kernel[i]! /= sum;
  return kernel;
}

function filterRows(
  data: Float32Array,
  width: number,
  height: number,
  channels: number,
  kernel: Float64Array,
): void {
  const radius = (kernel.length - 1) / 2;
  const stride = width * channels;
  const margin = radius * channels;
  const padded = new Float32Array(stride + 2 * margin);
  const line = new Float32Array(stride);
  for (let row = 0; row < height; row++) {
    const start = row * stride;
    padded.set(data.subarray(start, start + stride), margin);
    for (let i = 0; i < margin; i++) {
      padded[i] = data[start + (i % channels)]!;
      padded[stride + margin + i] = data[start + stride - channels + (i % channels)]!;
    }
    // One tap at a time over the whole row: straight loops over flat arrays run fastest.
    const middle = kernel[radius]!;
    for (let i = 0; i < stride; i++) line[i] = middle * padded[margin + i]!;
    for (let tap = 1; tap <= radius; tap++) {
      const weight = kernel[radius + tap]!;
      const before = margin - tap * channels;
      const after = margin + tap * channels;
      for (let i = 0; i < stride; i++) line[i]! += weight * (padded[before + i]! + padded[after + i]!);
    }
    data.set(line, start);
  }
}

function filterColumns(
  data: Float32Array,
  width: number,
  height: number,
  channels: number,
  kernel: Float64Array,
): void {
  const radius = (kernel.length - 1) / 2;
  const stride = width * channels;
  // A ring of the last rows keeps the originals while the raster is overwritten.
  const ring: Float32Array[] = [];
  for (let i = 0; i < kernel.length; i++) ring.push(new Float32Array(stride));
  const load = (row: number): void => {
    const source = Math.min(Math.max(row, 0), height - 1);
    ring[(row + kernel.length * 4) % kernel.length]!.set(
      data.subarray(source * stride, (source + 1) * stride),
    );
  };
  const line = new Float32Array(stride);
  const originals = new Float32Array(stride);
  originals.set(data.subarray((height - 1) * stride, height * stride));
  for (let row = -radius; row < radius; row++) load(row);
  for (let row = 0; row < height; row++) {
    const next = row + radius;
    if (next < height) load(next);
    else ring[(next + kernel.length * 4) % kernel.length]!.set(originals);
    const middle = kernel[radius]!;
    const slot = (offset: number): Float32Array => ring[(row + offset + kernel.length * 4) % kernel.length]!;
    const own = slot(0);
    for (let i = 0; i < stride; i++) line[i] = middle * own[i]!;
    for (let tap = 1; tap <= radius; tap++) {
      const weight = kernel[radius + tap]!;
      const above = slot(-tap);
      const below = slot(tap);
      for (let i = 0; i < stride; i++) line[i]! += weight * (above[i]! + below[i]!);
    }
    data.set(line, row * stride);
  }
}

function boxRows(
  data: Float32Array,
  width: number,
  height: number,
  channels: number,
  radius: number,
  line: Float32Array,
): void {
  const stride = width * channels;
  const inverse = 1 / (2 * radius + 1);
  for (let row = 0; row < height; row++) {
    const start = row * stride;
    line.set(data.subarray(start, start + stride));
    for (let channel = 0; channel < channels; channel++) {
      let sum = 0;
      for (let i = -radius; i <= radius; i++)
        sum += line[Math.min(Math.max(i, 0), width - 1) * channels + channel]!;
      for (let column = 0; column < width; column++) {
        data[start + column * channels + channel] = sum * inverse;
        const enter = Math.min(column + radius + 1, width - 1);
        const leave = Math.max(column - radius, 0);
        sum += line[enter * channels + channel]! - line[leave * channels + channel]!;
      }
    }
  }
}

function boxColumns(
  data: Float32Array,
  width: number,
  height: number,
  channels: number,
  radius: number,
): void {
  const stride = width * channels;
  const inverse = 1 / (2 * radius + 1);
  const copy = data.slice();
  const sum = new Float64Array(stride);
  for (let row = -radius; row <= radius; row++) {
    const start = Math.min(Math.max(row, 0), height - 1) * stride;
    for (let i = 0; i < stride; i++) sum[i]! += copy[start + i]!;
  }
  for (let row = 0; row < height; row++) {
    const start = row * stride;
    const enter = Math.min(row + radius + 1, height - 1) * stride;
    const leave = Math.max(row - radius, 0) * stride;
    for (let i = 0; i < stride; i++) {
      data[start + i] = sum[i]! * inverse;
      sum[i]! += copy[enter + i]! - copy[leave + i]!;
    }
  }
}
