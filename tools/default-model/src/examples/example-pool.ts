import { createRandom, type TrainingExample } from '@mlmcsc/learning/network';
import { mixSeeds } from '../random/mix-seeds.ts';

export interface ExamplePoolOptions {
  /** Makes an example from a seed; the costly part. */
  readonly make: (seed: number) => TrainingExample;
  readonly batch: number;
  /** Newly made examples in each batch; the others come from the pool. */
  readonly fresh: number;
  /** Examples kept for use again. */
  readonly size: number;
  readonly seed: number;
}

/**
 * Batches of which a part is new and the rest was used a short while ago: rendering is exact but preparing an example costs several
 * times what learning from it does.
 * @returns a function to be called for steps 0, 1, 2, … in this order
 */
export function createExamplePool(options: ExamplePoolOptions): (step: number) => TrainingExample[] {
  const { make, batch, fresh, size, seed } = options;
  if (!(fresh >= 1 && fresh <= batch && size >= batch)) {
    throw new RangeError(`fresh ${fresh} must be 1 to batch ${batch}, and size ${size} at least batch`);
  }
  const pool: TrainingExample[] = [];
  let made = 0;
  let expected = 0;
  const add = (): TrainingExample => {
    const example = make(mixSeeds(seed, made));
    pool[made % size] = example;
    made += 1;
    return example;
  };
  return (step) => {
    if (step !== expected)
      throw new RangeError(`steps must be asked for in order: got ${step}, not ${expected}`);
    expected += 1;
    const random = createRandom(mixSeeds(seed, 0x706f6f6c, step));
    // The first batches are all new: a pool of a few examples would be learned by heart.
    const isFilling = made < size / 2;
    return Array.from({ length: batch }, (_, slot) =>
      isFilling || slot < fresh ? add() : pool[random.below(pool.length)],
    );
  };
}
