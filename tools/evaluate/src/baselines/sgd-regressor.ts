import { shuffled } from '../random/shuffled.ts';
import type { LabelledTexture } from './labelled-texture.ts';

/** Learning rate `RATE / t^DECAY`, ridge weight, and passes over the first samples; the usual defaults of such a regressor. */
const RATE = 0.01;
const DECAY = 0.25;
const RIDGE = 1e-4;
const PASSES = 5;
/** A gradient beyond this many points is cut: one odd specimen must not blow the weights up. */
const LARGEST_STEP = 50;

/** Linear regression by stochastic gradient descent, inputs standardised on the first samples; learns label by label.
 * @source L. Bottou, "Large-scale machine learning with stochastic gradient descent", COMPSTAT (2010) */
export class SgdRegressor {
  readonly #centre: readonly number[];
  readonly #scale: readonly number[];
  readonly #weights: Float64Array;
  #offset = 50;
  #steps = 0;

  /** @param first - what it starts from, at least one sample   @param seed - order of the passes */
  constructor(first: readonly LabelledTexture[], seed: number) {
    if (first.length === 0) throw new RangeError('first is empty; standardising needs at least one sample');
    const width = first[0].texture.length;
    const columns = Array.from({ length: width }, (_, k) => first.map(({ texture }) => texture[k]));
    this.#centre = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
    this.#scale = columns.map((column, k) => {
      const squares = column.reduce((sum, value) => sum + (value - this.#centre[k]) ** 2, 0);
      return Math.sqrt(squares / column.length) || 1;
    });
    this.#weights = new Float64Array(width);
    for (let pass = 0; pass < PASSES; pass++) {
      for (const sample of shuffled(first, seed + pass)) this.learn(sample);
    }
  }

  learn({ texture, truth }: LabelledTexture): void {
    const input = this.#standardise(texture);
    const error = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, this.#raw(input) - truth));
    this.#steps++;
    const rate = RATE / this.#steps ** DECAY;
    for (let k = 0; k < input.length; k++) {
      this.#weights[k] -= rate * (error * input[k] + RIDGE * this.#weights[k]);
    }
    this.#offset -= rate * error;
  }

  /** @returns percent shear, 0 to 100 */
  predict(texture: readonly number[]): number {
    return Math.max(0, Math.min(100, this.#raw(this.#standardise(texture))));
  }

  #standardise(texture: readonly number[]): number[] {
    return texture.map((value, k) => Math.max(-4, Math.min(4, (value - this.#centre[k]) / this.#scale[k])));
  }

  #raw(input: readonly number[]): number {
    return input.reduce((sum, value, k) => sum + value * this.#weights[k], this.#offset);
  }
}
