import {
  checkNetworkDefinition,
  type KernelAccelerator,
  type NetworkDefinition,
  type NetworkWeights,
} from '@mlmcsc/kernels';
import { initialWeights } from './initial-weights.ts';
import { type MapLossOptions, mapLoss, type TrainingExample } from './map-loss.ts';
import { NetworkTrainer } from './network-trainer.ts';

export interface TrainingProgress {
  /** Steps done, 1 to `steps`. */
  readonly step: number;
  readonly steps: number;
  /** Mean loss of this step's batch. */
  readonly loss: number;
  readonly rate: number;
  readonly gradientNorm: number;
}

export interface TrainNetworkOptions {
  readonly definition: NetworkDefinition;
  /** Examples of a step, counted from 0; must depend on the step's number only. */
  readonly nextBatch: (step: number) => readonly TrainingExample[];
  readonly steps: number;
  /** Seed of the initial weights. */
  readonly seed: number;
  /** Start from these instead of random weights. */
  readonly from?: NetworkWeights;
  readonly loss?: MapLossOptions;
  /** Highest learning rate. @default 0.003 */
  readonly rate?: number;
  /** Weight decay. @default 0.01 */
  readonly decay?: number;
  /** @default 1 */
  readonly clipNorm?: number;
  /** The result is an average of the weights over about this many last steps, 1 = none. @default 100 */
  readonly averageOver?: number;
  /** Faster kernels of the same bits. */
  readonly accelerate?: KernelAccelerator;
  readonly onProgress?: (progress: TrainingProgress) => void;
}

/** Steps until the learning rate is fully up, as a share of all and at most so many. */
const WARM_UP = { share: 0.05, most: 100 };
/** The learning rate ends at this share of its highest value. */
const FINAL_RATE = 0.02;

/** Learning rate of a step: linear rise, then half a cosine down. */
export function scheduledRate(step: number, steps: number, highest: number): number {
  const rise = Math.min(WARM_UP.most, Math.ceil(steps * WARM_UP.share));
  if (step < rise) return (highest * (step + 1)) / rise;
  const done = (step - rise) / Math.max(1, steps - rise);
  return highest * (FINAL_RATE + (1 - FINAL_RATE) * 0.5 * (1 + Math.cos(Math.PI * done)));
}

/**
 * Trains a network; the same options give the same weights bit for bit on every machine.
 * @returns the averaged weights
 * @throws RangeError for an invalid definition, example size or a diverging run
 */
export function trainNetwork(options: TrainNetworkOptions): NetworkWeights {
  const { definition, steps, seed, nextBatch, onProgress } = options;
  const { rate = 0.003, decay = 0.01, clipNorm = 1, averageOver = 100 } = options;
  checkNetworkDefinition(definition);
  if (!(Number.isInteger(steps) && steps > 0)) {
    throw new RangeError(`steps must be a positive whole number, got ${steps}`);
  }
  const trainer = new NetworkTrainer(
    definition,
    options.from ?? initialWeights(definition, seed),
    options.accelerate,
  );
  const average = trainer.readWeights();
  for (let step = 0; step < steps; step++) {
    const batch = nextBatch(step);
    let loss = 0;
    for (const example of batch) {
      const logits = trainer.forward(example.input, example.height, example.width);
      const result = mapLoss(logits, example, definition.outputChannels, options.loss);
      loss += result.loss / batch.length;
      for (let i = 0; i < result.gradient.length; i++) result.gradient[i] /= batch.length;
      trainer.backward(result.gradient);
    }
    const stepRate = scheduledRate(step, steps, rate);
    const gradientNorm = trainer.optimise({ rate: stepRate, decay, clipNorm });
    // Early on the average spans fewer steps, so that it forgets the random start.
    followWeights(average, trainer.readWeights(), 1 / Math.min(averageOver, 1 + step / 10));
    onProgress?.({ step: step + 1, steps, loss, rate: stepRate, gradientNorm });
  }
  return average;
}

function followWeights(average: Record<string, Float32Array>, latest: NetworkWeights, share: number): void {
  for (const [name, values] of Object.entries(average)) {
    const newer = latest[name];
    for (let i = 0; i < values.length; i++) values[i] += share * (newer[i] - values[i]);
  }
}
