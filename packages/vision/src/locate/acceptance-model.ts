/** Names of the numbers that decide whether a candidate is a fracture face, in vector order. */
export const ACCEPTANCE_FEATURE_NAMES = [
  /** Mean face probability inside the outline, fine pass, 0 to 1. */
  'inside-mean',
  /** Cells of the fine map between 0.1 and 0.9, per cell of outline length. */
  'ambiguity',
  /** Area over convex hull area. */
  'solidity',
  /** Area over the box along the face's axes. */
  'rectangularity',
  /** How far ln(width / depth) lies outside the range of standard specimens, 2.5 x 8 to 10 x 8 mm with lips. */
  'aspect-excess',
  /** Mean notch probability in the strip along the notch side. */
  'notch-strip',
  /** The same less the mean over the three other sides. */
  'notch-contrast',
  /** Mean notch probability in the rest of the face. */
  'notch-leak',
  /** Overlap (intersection over union) of the coarse and the fine finding. */
  'agreement',
  /** Mean face probability of the coarse finding. */
  'coarse-mean',
  /** Face probability outside the outline in the fine map, over that inside. */
  'rivals',
  /** Change of the face map when the region is shown upside down, summed, over the face's area. */
  'disagreement',
] as const;

/** Version of the names and of how they are computed. */
export const ACCEPTANCE_VERSION = 'acceptance-1';

/** Logistic decision over the acceptance features; part of the model artefact because it is learned with the network. */
export interface AcceptanceModel {
  readonly version: string;
  readonly centre: readonly number[];
  readonly scale: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
  /** A candidate is a face when its probability is at least this, 0 to 1. */
  readonly threshold: number;
  /** A face whose map is less decided than this gets no number: mean binary entropy of its cells, bits. 1: none is refused. */
  readonly mostUndecided: number;
}

/** A decision for a locator without a fitted one, and where fitting starts from: sure inside, sharp edge, box-like, a notch
 * on one side, the same from near and far. Chosen on 284 rendered faces against 81 surfaces that are none: candidates in
 * pictures without a specimen, parts cut out of faces, electron micrographs of fractured ceramics. */
export const DEFAULT_ACCEPTANCE: AcceptanceModel = {
  version: ACCEPTANCE_VERSION,
  centre: [0.935, 5, 0.955, 0.875, 0, 0.53, 0.31, 0.09, 0.84, 0.935, 0.175, 0.26],
  scale: [0.075, 5.7, 0.045, 0.095, 0.05, 0.29, 0.24, 0.056, 0.21, 0.064, 0.57, 0.96],
  weights: [0.97, -0.81, 0.2, 0.3, -1, 1.2, 0.62, 0.2, 0.66, 0.71, -0.1, -0.33],
  bias: 1.77,
  threshold: 0.5,
  mostUndecided: 1,
};

/** A feature may lie this many scales from the centre before it counts no further: one absurd value must not outvote
 * all others. */
const REACH = 6;

/** A feature vector in units of the model's scale, bounded. */
export function standardiseAcceptance(
  model: Pick<AcceptanceModel, 'centre' | 'scale'>,
  features: ArrayLike<number>,
): number[] {
  return model.centre.map((middle, i) =>
    Math.max(-REACH, Math.min(REACH, (features[i] - middle) / model.scale[i])),
  );
}

/** Probability that a candidate is a fracture face.
 * @param features - in the order of `ACCEPTANCE_FEATURE_NAMES`
 * @returns 0 to 1   @throws RangeError when the lengths differ */
export function acceptanceScore(model: AcceptanceModel, features: ArrayLike<number>): number {
  if (features.length !== model.weights.length) {
    throw new RangeError(
      `acceptance model has ${model.weights.length} weights, got ${features.length} features`,
    );
  }
  let sum = model.bias;
  standardiseAcceptance(model, features).forEach((z, i) => {
    sum += model.weights[i] * z;
  });
  return 1 / (1 + Math.exp(-sum));
}

/** Plain JSON for the artefact. */
export function acceptanceToJson(model: AcceptanceModel): {
  version: string;
  centre: number[];
  scale: number[];
  weights: number[];
  bias: number;
  threshold: number;
  mostUndecided: number;
} {
  return {
    version: model.version,
    centre: [...model.centre],
    scale: [...model.scale],
    weights: [...model.weights],
    bias: model.bias,
    threshold: model.threshold,
    mostUndecided: model.mostUndecided,
  };
}

/** Reads what `acceptanceToJson` wrote.
 * @throws RangeError naming the field that is missing, of another length or not finite */
export function parseAcceptance(json: Readonly<Record<string, unknown>>): AcceptanceModel {
  const length = ACCEPTANCE_FEATURE_NAMES.length;
  const list = (field: string): number[] => {
    const value = json[field];
    if (!Array.isArray(value) || value.length !== length || !value.every(Number.isFinite)) {
      throw new RangeError(`acceptance.${field} must be ${length} finite numbers`);
    }
    return value as number[];
  };
  const number = (field: string): number => {
    const value = json[field];
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new RangeError(`acceptance.${field} must be a finite number`);
    }
    return value;
  };
  if (json.version !== ACCEPTANCE_VERSION) {
    throw new RangeError(
      `acceptance.version is ${String(json.version)}, this code reads ${ACCEPTANCE_VERSION}: retrain the model`,
    );
  }
  const scale = list('scale');
  if (!scale.every((value) => value > 0)) throw new RangeError('acceptance.scale must be positive');
  return {
    version: ACCEPTANCE_VERSION,
    centre: list('centre'),
    scale,
    weights: list('weights'),
    bias: number('bias'),
    threshold: number('threshold'),
    // Models made before maps were judged refuse none.
    mostUndecided: json.mostUndecided === undefined ? 1 : number('mostUndecided'),
  };
}
