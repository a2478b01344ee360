import {
  type KernelAccelerator,
  LEAKY_SLOPE,
  type NetworkDefinition,
  NetworkMachine,
  type NetworkPlan,
  type NetworkStep,
  type NetworkWeights,
} from '@mlmcsc/kernels';

/** How one optimiser step moves the weights. */
export interface OptimiserStep {
  /** Learning rate of this step. */
  readonly rate: number;
  /** Decoupled weight decay: weights shrink by `rate * decay`. */
  readonly decay: number;
  /** Gradients longer than this (Euclidean norm over all weights) are shortened to it. */
  readonly clipNorm: number;
}

const BETA_1 = 0.9;
const BETA_2 = 0.99;
const EPSILON = 1e-8;

/** Regions behind the parameters, each as large as they are. */
const GRADIENT = 1;
const FIRST_MOMENT = 2;
const SECOND_MOMENT = 3;
const TRANSPOSED = 4;

/**
 * A network that can learn: forward and backward passes on the WebAssembly kernels, gradients summed until the next step.
 * The optimiser is Adam with decoupled weight decay.
 * @source D. P. Kingma, J. Ba, "Adam", ICLR 2015, algorithm 1; I. Loshchilov, F. Hutter, "Decoupled weight decay", ICLR 2019
 */
export class NetworkTrainer {
  private readonly machine: NetworkMachine;
  private plan: NetworkPlan | undefined;
  private steps = 0;

  constructor(definition: NetworkDefinition, weights: NetworkWeights, accelerate?: KernelAccelerator) {
    this.machine = new NetworkMachine(definition, weights, 4, true, accelerate);
  }

  /** Runs the network and keeps what the backward pass needs.
   * @returns logits, planar `outputChannels × height / fold × width / fold` */
  forward(input: Float32Array, height: number, width: number): Float32Array {
    this.plan = this.machine.run(input, height, width);
    return this.machine.read(this.plan.result);
  }

  /** Adds the gradients that belong to the last forward pass.
   * @param outputGradient - derivative of the loss by each logit, shaped as the output
   * @throws Error when there was no forward pass; RangeError when the length differs */
  backward(outputGradient: Float32Array): void {
    const { plan } = this;
    if (plan === undefined) throw new Error('backward needs a forward pass before it');
    this.writeOutputGradient(plan, outputGradient);
    for (let i = plan.steps.length - 1; i >= 0; i--) this.stepBack(plan, plan.steps[i]);
  }

  /** Moves the weights against the summed gradients and clears these.
   * @returns Euclidean norm of the gradient before clipping */
  optimise(step: OptimiserStep): number {
    const { kernels } = this.machine;
    const { floats } = this.machine.instance;
    const { length } = this.machine.parameters;
    const gradientAt = this.regionAt(GRADIENT);
    const gradient = floats.subarray(gradientAt / 4, gradientAt / 4 + length);
    let squares = 0;
    for (let i = 0; i < length; i++) squares += gradient[i] * gradient[i];
    const norm = Math.sqrt(squares);
    if (!Number.isFinite(norm)) throw new RangeError('the gradient is not finite; lower the learning rate');
    if (norm > step.clipNorm) {
      const factor = step.clipNorm / norm;
      for (let i = 0; i < length; i++) gradient[i] *= factor;
    }
    this.steps += 1;
    kernels.adamStep(
      this.machine.parametersAt,
      gradientAt,
      this.regionAt(FIRST_MOMENT),
      this.regionAt(SECOND_MOMENT),
      length,
      step.rate / (1 - BETA_1 ** this.steps),
      BETA_1,
      BETA_2,
      1 / (1 - BETA_2 ** this.steps),
      EPSILON,
      step.rate * step.decay,
    );
    kernels.clear(gradientAt, length);
    return norm;
  }

  /** Fresh copies of the weights as they stand. */
  readWeights(): Record<string, Float32Array> {
    return this.machine.readWeights();
  }

  /** Fresh copies of the summed gradients, by tensor name. */
  readGradients(): Record<string, Float32Array> {
    const base = this.regionAt(GRADIENT) / 4;
    const gradients: Record<string, Float32Array> = {};
    for (const [name, values] of Object.entries(this.machine.readWeights())) {
      const from = base + this.machine.parameters.offsets.get(name)!;
      gradients[name] = this.machine.instance.floats.slice(from, from + values.length);
    }
    return gradients;
  }

  private regionAt(region: number): number {
    return this.machine.parametersAt + region * this.machine.parameters.length * 4;
  }

  private writeOutputGradient(plan: NetworkPlan, gradient: Float32Array): void {
    const { channels, height, width, stride, plane, at } = plan.result;
    if (gradient.length !== channels * height * width) {
      throw new RangeError(
        `outputGradient must have ${channels} × ${height} × ${width} values, got ${gradient.length}`,
      );
    }
    const floats = this.machine.instance.floats;
    const base = this.machine.valuesAt / 4 + plan.valueLength + at;
    for (let c = 0; c < channels; c++) {
      for (let y = 0; y < height; y++) {
        const from = (c * height + y) * width;
        floats.set(gradient.subarray(from, from + width), base + c * plane + y * stride);
      }
    }
  }

  private stepBack(plan: NetworkPlan, step: NetworkStep): void {
    const { kernels } = this.machine;
    const { input, output } = step;
    const values = this.machine.valuesAt;
    const gradients = values + plan.valueLength * 4;
    if (step.kind === 'convolution') {
      this.convolutionBack(plan, step);
    } else if (step.kind === 'pool') {
      kernels.maxPool2Gradient(
        values + input.at * 4,
        values + output.at * 4,
        gradients + output.at * 4,
        gradients + input.at * 4,
        output.channels,
        output.height,
        output.width,
        input.stride,
        input.plane,
        output.stride,
        output.plane,
      );
    } else {
      kernels.upsample2Gradient(
        gradients + output.at * 4,
        gradients + input.at * 4,
        output.channels,
        input.height,
        input.width,
        input.stride,
        input.plane,
        output.stride,
        output.plane,
      );
    }
  }

  private convolutionBack(plan: NetworkPlan, step: NetworkStep & { kind: 'convolution' }): void {
    const { kernels } = this.machine;
    const { input, output, kernel } = step;
    const { height, width, stride, plane } = output;
    const values = this.machine.valuesAt;
    const gradients = values + plan.valueLength * 4;
    const outputGradient = gradients + output.at * 4;
    if (step.isActivated) {
      const lead = (stride + 4) * 4;
      kernels.leakyGradient(
        values + output.at * 4 - lead,
        outputGradient - lead,
        output.channels * plane,
        LEAKY_SLOPE,
      );
    }
    const gradientAt = this.regionAt(GRADIENT);
    kernels.biasGradient(
      outputGradient,
      gradientAt + step.bias * 4,
      output.channels,
      height,
      width,
      stride,
      plane,
    );
    const weightGradient = kernel === 3 ? kernels.conv3x3WeightGradient : kernels.conv1x1WeightGradient;
    weightGradient(
      values + input.at * 4,
      outputGradient,
      gradientAt + step.weight * 4,
      input.channels,
      output.channels,
      height,
      width,
      stride,
      plane,
    );
    if (input === plan.entry) return;
    const transposed = this.regionAt(TRANSPOSED);
    kernels.transposeWeights(
      this.machine.parametersAt + step.weight * 4,
      transposed,
      input.channels,
      output.channels,
      kernel ** 2,
    );
    const convolve = kernel === 3 ? kernels.conv3x3 : kernels.conv1x1;
    convolve(
      outputGradient,
      transposed,
      0,
      gradients + input.at * 4,
      output.channels,
      input.channels,
      height,
      width,
      stride,
      plane,
      1,
    );
  }
}
