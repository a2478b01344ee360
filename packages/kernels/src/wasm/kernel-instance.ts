import { decodeBase64 } from './decode-base64.ts';
import { KERNELS_BASE64 } from './kernels.generated.ts';

/** The compiled kernels; every pointer is a byte address into the instance's memory. See `assembly/` for each one's meaning. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  conv3x3(
    input: number,
    weight: number,
    bias: number,
    output: number,
    inputs: number,
    outputs: number,
    height: number,
    width: number,
    stride: number,
    plane: number,
    slope: number,
  ): void;
  conv1x1: KernelExports['conv3x3'];
  conv3x3WeightGradient(
    input: number,
    outputGradient: number,
    weightGradient: number,
    inputs: number,
    outputs: number,
    height: number,
    width: number,
    stride: number,
    plane: number,
  ): void;
  conv1x1WeightGradient: KernelExports['conv3x3WeightGradient'];
  biasGradient(
    outputGradient: number,
    gradient: number,
    outputs: number,
    height: number,
    width: number,
    stride: number,
    plane: number,
  ): void;
  transposeWeights(weight: number, to: number, inputs: number, outputs: number, size: number): void;
  maxPool2(
    input: number,
    output: number,
    channels: number,
    height: number,
    width: number,
    inputStride: number,
    inputPlane: number,
    stride: number,
    plane: number,
  ): void;
  maxPool2Gradient(
    input: number,
    output: number,
    outputGradient: number,
    inputGradient: number,
    channels: number,
    height: number,
    width: number,
    inputStride: number,
    inputPlane: number,
    stride: number,
    plane: number,
  ): void;
  upsample2: KernelExports['maxPool2'];
  upsample2Gradient: KernelExports['maxPool2'];
  leakyGradient(value: number, gradient: number, length: number, slope: number): void;
  clear(at: number, length: number): void;
  adamStep(
    weight: number,
    gradient: number,
    first: number,
    second: number,
    length: number,
    rate: number,
    beta1: number,
    beta2: number,
    secondScale: number,
    epsilon: number,
    decay: number,
  ): void;
  weighByteRows(
    rows: number,
    rowBytes: number,
    weights: number,
    count: number,
    line: number,
    length: number,
  ): void;
  weighTriples(
    line: number,
    offsets: number,
    counts: number,
    weights: number,
    weightBytes: number,
    to: number,
    outputs: number,
  ): void;
  sampleColour(
    source: number,
    width: number,
    height: number,
    pose: number,
    spans: number,
    columns: number,
    rows: number,
    repeats: number,
    factor: number,
    steps: number,
    planes: number,
  ): void;
  localStatistics(
    values: number,
    weight: number,
    width: number,
    height: number,
    radius: number,
    tables: number,
    mean: number,
    deviation: number,
  ): void;
  secondDerivativeSums(
    values: number,
    inside: number,
    zones: number,
    width: number,
    size: number,
    left: number,
    right: number,
    top: number,
    bottom: number,
    filters: number,
    rows: number,
    sums: number,
  ): void;
}

const PAGE_BYTES = 65536;
/** The first page is left to the compiler's own data. */
export const ARENA_START = PAGE_BYTES;

let compiled: WebAssembly.Module | undefined;

/** The kernels with a memory of their own, from which floats are laid out by the owner. */
export class KernelInstance {
  readonly kernels: KernelExports;
  private view: Float32Array;

  constructor() {
    compiled ??= new WebAssembly.Module(decodeBase64(KERNELS_BASE64));
    this.kernels = new WebAssembly.Instance(compiled).exports as unknown as KernelExports;
    this.view = new Float32Array(this.kernels.memory.buffer);
  }

  /** Makes addresses up to `bytes` usable; memory never shrinks and new memory is zero. */
  reserve(bytes: number): void {
    const missing = Math.ceil((bytes - this.kernels.memory.buffer.byteLength) / PAGE_BYTES);
    if (missing > 0) {
      this.kernels.memory.grow(missing);
      this.view = new Float32Array(this.kernels.memory.buffer);
    }
  }

  /** All memory as floats; index = address / 4. Valid until the next `reserve`. */
  get floats(): Float32Array {
    return this.view;
  }
}
