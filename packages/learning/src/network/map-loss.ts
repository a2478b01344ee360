/** What a network should say about one input. */
export interface TrainingExample {
  /** Planar `inputChannels × height × width`. */
  readonly input: Float32Array;
  readonly height: number;
  readonly width: number;
  /** Wanted probability of each output value, 0 to 1, shaped as the output. */
  readonly target: Float32Array;
  /** How much each output value counts, ≥ 0, shaped as the output; all zero: the example teaches nothing. */
  readonly weight: Float32Array;
}

export interface MapLossOptions {
  /** Share of the difference between predicted and wanted mean over the weighted area, per channel. @default 0 */
  readonly areaShare?: number;
  /** How that difference counts: by its square, whose minimum is the mean of what is possible, or by its size, whose minimum
   * is the median: what mean absolute error asks for. @default 'squared' */
  readonly areaError?: 'squared' | 'absolute';
  /** Share of the soft Dice loss, per channel. @default 0 */
  readonly diceShare?: number;
}

/** Below this difference in area the absolute error is rounded off, so that it has a slope everywhere. */
const AREA_ROUNDING = 0.02;

/** Keeps Dice defined where neither the target nor the answer has any area; in units of output values. */
const DICE_SMOOTHING = 20;

/**
 * Weighted binary cross-entropy of a map of logits, plus optional terms for its area and its overlap.
 * @param logits - planar `channels × cells`
 * @returns the loss, and its derivative by each logit
 * @source F. Milletari et al., "V-Net", 3DV 2016, for the Dice term (here with linear, smoothed denominator)
 */
export function mapLoss(
  logits: Float32Array,
  example: Pick<TrainingExample, 'target' | 'weight'>,
  channels: number,
  options: MapLossOptions = {},
): { loss: number; gradient: Float32Array } {
  const { areaShare = 0, diceShare = 0, areaError: errorKind = 'squared' } = options;
  const { target, weight } = example;
  if (target.length !== logits.length || weight.length !== logits.length) {
    throw new RangeError(
      `target and weight must have ${logits.length} values, got ${target.length} and ${weight.length}`,
    );
  }
  const gradient = new Float32Array(logits.length);
  const probability = new Float32Array(logits.length);
  const cells = logits.length / channels;
  let loss = 0;
  for (let c = 0; c < channels; c++) {
    const from = c * cells;
    const to = from + cells;
    let total = 0;
    let entropy = 0;
    let predicted = 0;
    let wanted = 0;
    let both = 0;
    for (let i = from; i < to; i++) {
      const z = logits[i];
      const w = weight[i];
      const small = Math.exp(-Math.abs(z));
      const p = z >= 0 ? 1 / (1 + small) : small / (1 + small);
      probability[i] = p;
      total += w;
      entropy += w * (Math.max(z, 0) - z * target[i] + Math.log1p(small));
      predicted += w * p;
      wanted += w * target[i];
      both += w * p * target[i];
    }
    if (!(total > 0)) continue;
    const areaError = (predicted - wanted) / total;
    const [areaLoss, areaSlope] =
      errorKind === 'squared' ? [areaError ** 2, 2 * areaError] : roundedAbsolute(areaError);
    const overlap = 2 * both + DICE_SMOOTHING;
    const sizes = predicted + wanted + DICE_SMOOTHING;
    loss += (entropy / total + areaShare * areaLoss + diceShare * (1 - overlap / sizes)) / channels;
    for (let i = from; i < to; i++) {
      const p = probability[i];
      const slope = p * (1 - p);
      const area = (areaShare * areaSlope * slope) / total;
      const dice = (diceShare * slope * (overlap / sizes - 2 * target[i])) / sizes;
      gradient[i] = (weight[i] * ((p - target[i]) / total + area + dice)) / channels;
    }
  }
  return { loss, gradient };
}

/** `|x|` with its corner rounded off, and its derivative. */
function roundedAbsolute(x: number): [number, number] {
  const length = Math.sqrt(x * x + AREA_ROUNDING ** 2);
  return [length - AREA_ROUNDING, x / length];
}
