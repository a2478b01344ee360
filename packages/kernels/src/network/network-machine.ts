import { ARENA_START, type KernelExports, KernelInstance } from '../wasm/kernel-instance.ts';
import {
  LEAKY_SLOPE,
  listNetworkTensors,
  type NetworkDefinition,
  type NetworkWeights,
} from './network-definition.ts';
import {
  layOutParameters,
  type NetworkPlan,
  type NetworkStep,
  type ParameterLayout,
  type Planes,
  planNetwork,
} from './network-plan.ts';

/** Kernels in place of others: the same meaning and the same bits, working in the memory of those given. */
export type KernelAccelerator = (kernels: KernelExports) => KernelExports;

/** Bytes behind the last plane that kernels may read, in steps wider than a row, and never use. */
const SLACK_BYTES = 64;

/**
 * A network laid out in the memory of its own kernels: parameters first, then `copies` further regions as large as the parameters
 * (a trainer keeps gradients and moments there), then the planes of the present picture size, then as many gradients of them when
 * `hasGradients`. Planes stay as the last forward pass left them.
 */
export class NetworkMachine {
  readonly definition: NetworkDefinition;
  readonly instance = new KernelInstance();
  readonly kernels: KernelExports;
  readonly parameters: ParameterLayout;
  /** Byte address of the first parameter. */
  readonly parametersAt = ARENA_START;
  /** Byte address of the planes. */
  readonly valuesAt: number;
  private readonly hasGradients: boolean;
  private current: { height: number; width: number; plan: NetworkPlan } | undefined;

  constructor(
    definition: NetworkDefinition,
    weights: NetworkWeights,
    copies = 0,
    hasGradients = false,
    accelerate: KernelAccelerator = (kernels) => kernels,
  ) {
    this.definition = definition;
    this.hasGradients = hasGradients;
    this.kernels = accelerate(this.instance.kernels);
    this.parameters = layOutParameters(definition);
    this.valuesAt = this.parametersAt + (1 + copies) * this.parameters.length * 4;
    this.instance.reserve(this.valuesAt);
    const floats = this.instance.floats;
    for (const tensor of listNetworkTensors(definition)) {
      const values = weights[tensor.name];
      if (values?.length !== tensor.length) {
        throw new RangeError(
          `network ${definition.name}: weights ${tensor.name} must have ${tensor.length} values, got ${values?.length ?? 'none'}`,
        );
      }
      floats.set(values, this.parametersAt / 4 + this.parameters.offsets.get(tensor.name)!);
    }
  }

  /** Fresh copies of the parameters as they stand. */
  readWeights(): Record<string, Float32Array> {
    const weights: Record<string, Float32Array> = {};
    for (const { name, length } of listNetworkTensors(this.definition)) {
      const from = this.parametersAt / 4 + this.parameters.offsets.get(name)!;
      weights[name] = this.instance.floats.slice(from, from + length);
    }
    return weights;
  }

  /** Makes room for a picture size; keeps the planes when the size stays. */
  prepare(height: number, width: number): NetworkPlan {
    if (this.current?.height === height && this.current.width === width) return this.current.plan;
    const plan = planNetwork(this.definition, height, width);
    const length = plan.valueLength * (this.hasGradients ? 2 : 1);
    this.instance.reserve(this.valuesAt + length * 4 + SLACK_BYTES);
    // Padding of the new layout must be zero where the old one had values.
    this.kernels.clear(this.valuesAt, length);
    this.current = { height, width, plan };
    return plan;
  }

  /** Runs all steps on a planar `inputChannels × height × width` input. */
  run(input: Float32Array, height: number, width: number): NetworkPlan {
    const { definition } = this;
    if (input.length !== definition.inputChannels * height * width) {
      throw new RangeError(
        `network ${definition.name}: input must have ${definition.inputChannels} × ${height} × ${width} values, got ${input.length}`,
      );
    }
    const plan = this.prepare(height, width);
    this.writeEntry(plan.entry, input, height, width);
    for (const step of plan.steps) this.runStep(step);
    return plan;
  }

  /** Planar copy of some planes.
   * @param into - overwritten and returned when it has the right length @default a fresh array */
  read(planes: Planes, into?: Float32Array): Float32Array {
    const { channels, height, width, stride, plane } = planes;
    const floats = this.instance.floats;
    const length = channels * height * width;
    const copy = into?.length === length ? into : new Float32Array(length);
    const base = this.valuesAt / 4 + planes.at;
    for (let c = 0; c < channels; c++) {
      for (let y = 0; y < height; y++) {
        // Rows are short: a loop costs less than the view that a copy at once needs.
        const from = base + c * plane + y * stride;
        const to = (c * height + y) * width;
        for (let x = 0; x < width; x++) copy[to + x] = floats[from + x];
      }
    }
    return copy;
  }

  private writeEntry(entry: Planes, input: Float32Array, height: number, width: number): void {
    const { fold, inputChannels } = this.definition;
    const floats = this.instance.floats;
    const base = this.valuesAt / 4 + entry.at;
    for (let c = 0; c < inputChannels; c++) {
      for (let y = 0; y < height; y++) {
        const row = (y / fold) | 0;
        const firstPlane = (c * fold + (y % fold)) * fold;
        const from = (c * height + y) * width;
        const to = base + firstPlane * entry.plane + row * entry.stride;
        if (fold === 1) floats.set(input.subarray(from, from + width), to);
        else dealOut(input, from, from + width, fold, floats, to, entry.plane);
      }
    }
  }

  private runStep(step: NetworkStep): void {
    const { kernels } = this;
    const { input, output } = step;
    const from = this.valuesAt + input.at * 4;
    const to = this.valuesAt + output.at * 4;
    if (step.kind === 'convolution') {
      const convolve = step.kernel === 3 ? kernels.conv3x3 : kernels.conv1x1;
      convolve(
        from,
        this.parametersAt + step.weight * 4,
        this.parametersAt + step.bias * 4,
        to,
        input.channels,
        output.channels,
        output.height,
        output.width,
        output.stride,
        output.plane,
        step.isActivated ? LEAKY_SLOPE : 1,
      );
      return;
    }
    const small = step.kind === 'pool' ? output : input;
    const resample = step.kind === 'pool' ? kernels.maxPool2 : kernels.upsample2;
    resample(
      from,
      to,
      output.channels,
      small.height,
      small.width,
      input.stride,
      input.plane,
      output.stride,
      output.plane,
    );
  }
}

/** Deals the values of a row out to `fold` planes in turn. */
function dealOut(
  input: Float32Array,
  from: number,
  end: number,
  fold: number,
  floats: Float32Array,
  to: number,
  plane: number,
): void {
  for (let fx = 0; fx < fold; fx++) {
    let place = to + fx * plane;
    for (let i = from + fx; i < end; i += fold) floats[place++] = input[i];
  }
}
