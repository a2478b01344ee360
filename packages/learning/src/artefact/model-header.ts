import type { NetworkDefinition } from '@mlmcsc/kernels';
import { checkNetworkDefinition, listNetworkTensors } from '@mlmcsc/kernels';
import { inputDimension } from '../head/feature-scaling.ts';
import type { FeatureSet } from '../head/feature-set.ts';
import { checkFeatureSet, indexOfFeature } from '../head/feature-set.ts';
import type { DoubtShape } from '../head/noise-shape.ts';
import type { TrackedLevel } from '../interval/conformal-state.ts';
import { checkLevel } from '../interval/conformal-state.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { packedLength } from '../matrix/packed-matrix.ts';
import { readArray, readNumber, readObject, readText, readWhole } from './json-reader.ts';
import type { Model } from './model.ts';
import type { TensorPlan } from './tensor-section.ts';

/** The part of a model that the JSON header carries, without the tensor table. */
export interface ModelHeader {
  readonly version: string;
  readonly pipelineVersion: string;
  readonly parents: readonly string[];
  readonly locator: NetworkDefinition;
  readonly surface: NetworkDefinition;
  readonly acceptance: JsonObject;
  readonly featureSet: FeatureSet;
  readonly scalingLimit: number;
  readonly noiseKnots: number;
  /** Feature and knots of the noise shape's second factor; null when it has none. */
  readonly noiseDoubt: { readonly featureName: string; readonly knots: number } | null;
  readonly noiseVariance: number;
  readonly noiseWeight: number;
  readonly labelSquares: number;
  readonly labelWeight: number;
  readonly labelCount: number;
  readonly calibrationScores: number;
  readonly calibrationWeight: number;
  readonly laboratoryScores: number;
  readonly windowSize: number;
  readonly step: number;
  readonly tracked: readonly TrackedLevel[];
  readonly dataset: JsonObject;
  readonly metrics: JsonObject;
}

const MAXIMUM_FEATURES = 2000;
const MAXIMUM_SCORES = 100_000;
const DIGEST = /^[0-9a-f]{64}$/;

/** The header of a model as JSON, without the tensor table. */
export function headerOf(model: Model): JsonObject {
  const { head, conformal } = model;
  return {
    version: model.version,
    pipeline_version: model.pipelineVersion,
    parents: [...model.parents],
    locator: { ...model.locator.definition } as unknown as JsonObject,
    surface: { ...model.surface.definition } as unknown as JsonObject,
    acceptance: model.acceptance,
    head: {
      feature_set: {
        version: head.featureSet.version,
        names: [...head.featureSet.names],
        area_name: head.featureSet.areaName,
      },
      scaling_limit: head.scaling.limit,
      noise_knots: head.noiseShape.knots.length,
      ...doubtHeader(head.noiseShape.doubt),
      noise_variance: head.prior.noiseVariance,
      noise_weight: head.prior.noiseWeight,
      label_squares: head.evidence.squares,
      label_weight: head.evidence.weight,
      label_count: head.evidence.count,
    },
    conformal: {
      calibration_scores: conformal.calibrationScores.length,
      calibration_weight: conformal.calibrationWeight,
      laboratory_scores: conformal.laboratoryScores.length,
      window_size: conformal.windowSize,
      step: conformal.step,
      tracked: conformal.tracked.map((entry) => ({ level: entry.level, miss_rate: entry.missRate })),
    },
    dataset: model.dataset,
    metrics: model.metrics,
  };
}

/** Without a second factor there is no field, as in files of format 1. */
function doubtHeader(doubt: DoubtShape | undefined): JsonObject {
  if (doubt === undefined) return {};
  return { noise_doubt: { feature_name: doubt.featureName, knots: doubt.knots.length } };
}

/** Reads an untrusted header (the tensor table excepted).
 * @throws RangeError naming the first field that is wrong
 */
export function readHeader(json: JsonValue): ModelHeader {
  const header = readObject(json, 'header', [
    'version',
    'pipeline_version',
    'parents',
    'locator',
    'surface',
    'acceptance',
    'head',
    'conformal',
    'dataset',
    'metrics',
    'tensors',
  ]);
  return {
    version: readText(header.version, 'version'),
    pipelineVersion: readText(header.pipeline_version, 'pipeline_version'),
    parents: readArray(header.parents, 'parents').map(readDigest),
    locator: readDefinition(header.locator, 'locator'),
    surface: readDefinition(header.surface, 'surface'),
    acceptance: readObject(header.acceptance, 'acceptance'),
    ...readHead(header.head),
    ...readConformal(header.conformal),
    dataset: readObject(header.dataset, 'dataset'),
    metrics: readObject(header.metrics, 'metrics'),
  };
}

/** The tensors a header asks for, in the order in which the file holds them. */
export function tensorPlans(header: ModelHeader): TensorPlan[] {
  const features = header.featureSet.names.length;
  const dimension = inputDimension(features);
  const double = (name: string, length: number): TensorPlan => ({ name, shape: [length], dtype: 'float64' });
  return [
    ...networkPlans('locator', header.locator),
    ...networkPlans('surface', header.surface),
    double('head/scaling/centre', features),
    double('head/scaling/scale', features),
    double('head/noise/knots', header.noiseKnots),
    double('head/noise/values', header.noiseKnots),
    ...doubtPlans(header.noiseDoubt).map(({ name, length }) => double(name, length)),
    double('head/prior/precision', packedLength(dimension)),
    double('head/prior/shift', dimension),
    double('head/evidence/gram', packedLength(dimension)),
    double('head/evidence/moment', dimension),
    double('conformal/calibration_scores', header.calibrationScores),
    double('conformal/laboratory_scores', header.laboratoryScores),
  ];
}

function doubtPlans(doubt: ModelHeader['noiseDoubt']): { name: string; length: number }[] {
  if (doubt === null) return [];
  return ['head/noise/doubt_knots', 'head/noise/doubt_values'].map((name) => ({ name, length: doubt.knots }));
}

function networkPlans(prefix: string, definition: NetworkDefinition): TensorPlan[] {
  return listNetworkTensors(definition).map(({ name, shape }) => ({
    name: `${prefix}/${name}`,
    shape,
    dtype: 'float32',
  }));
}

function readDigest(value: JsonValue, index: number): string {
  const digest = readText(value, `parents[${index}]`);
  if (!DIGEST.test(digest)) {
    throw new RangeError(`model header: parents[${index}] must be 64 lower-case hexadecimal digits`);
  }
  return digest;
}

function readDefinition(value: JsonValue | undefined, path: string): NetworkDefinition {
  const keys = ['name', 'inputChannels', 'fold', 'encoder', 'decoder', 'outputChannels'];
  const object = readObject(value, path, keys);
  readText(object.name, `${path}.name`);
  for (const side of ['encoder', 'decoder'] as const) {
    readArray(object[side], `${path}.${side}`).forEach((level, index) => {
      readObject(level, `${path}.${side}[${index}]`, ['channels', 'convolutions']);
    });
  }
  const definition = object as unknown as NetworkDefinition;
  checkNetworkDefinition(definition);
  return definition;
}

function readHead(value: JsonValue | undefined) {
  const hasDoubt = Object.hasOwn(readObject(value, 'head'), 'noise_doubt');
  const head = readObject(value, 'head', [
    ...(hasDoubt ? ['noise_doubt'] : []),
    'feature_set',
    'scaling_limit',
    'noise_knots',
    'noise_variance',
    'noise_weight',
    'label_squares',
    'label_weight',
    'label_count',
  ]);
  const set = readObject(head.feature_set, 'head.feature_set', ['version', 'names', 'area_name']);
  const names = readArray(set.names, 'head.feature_set.names');
  readWhole(names.length, 'head.feature_set.names.length', 1, MAXIMUM_FEATURES);
  const featureSet: FeatureSet = {
    version: readText(set.version, 'head.feature_set.version'),
    names: names.map((name, index) => readText(name, `head.feature_set.names[${index}]`)),
    areaName: readText(set.area_name, 'head.feature_set.area_name'),
  };
  checkFeatureSet(featureSet);
  return {
    featureSet,
    scalingLimit: readNumber(head.scaling_limit, 'head.scaling_limit', Number.MIN_VALUE),
    noiseKnots: readWhole(head.noise_knots, 'head.noise_knots', 2, 1000),
    noiseDoubt: hasDoubt ? readDoubt(head.noise_doubt, featureSet) : null,
    noiseVariance: readNumber(head.noise_variance, 'head.noise_variance', Number.MIN_VALUE),
    noiseWeight: readNumber(head.noise_weight, 'head.noise_weight', Number.MIN_VALUE),
    labelSquares: readNumber(head.label_squares, 'head.label_squares', 0),
    labelWeight: readNumber(head.label_weight, 'head.label_weight', 0),
    labelCount: readWhole(head.label_count, 'head.label_count', 0, Number.MAX_SAFE_INTEGER),
  };
}

function readDoubt(value: JsonValue | undefined, featureSet: FeatureSet): ModelHeader['noiseDoubt'] {
  const doubt = readObject(value, 'head.noise_doubt', ['feature_name', 'knots']);
  const featureName = readText(doubt.feature_name, 'head.noise_doubt.feature_name');
  indexOfFeature(featureSet, featureName);
  return { featureName, knots: readWhole(doubt.knots, 'head.noise_doubt.knots', 2, 1000) };
}

function readConformal(value: JsonValue | undefined) {
  const conformal = readObject(value, 'conformal', [
    'calibration_scores',
    'calibration_weight',
    'laboratory_scores',
    'window_size',
    'step',
    'tracked',
  ]);
  const windowSize = readWhole(conformal.window_size, 'conformal.window_size', 1, MAXIMUM_SCORES);
  const tracked = readArray(conformal.tracked, 'conformal.tracked').map((entry, index) => {
    const path = `conformal.tracked[${index}]`;
    const object = readObject(entry, path, ['level', 'miss_rate']);
    return {
      level: checkLevel(readNumber(object.level, `${path}.level`)),
      missRate: readNumber(object.miss_rate, `${path}.miss_rate`, -10, 10),
    };
  });
  if (tracked.length === 0 || tracked.some((entry, i) => i > 0 && entry.level <= tracked[i - 1].level)) {
    throw new RangeError('model header: conformal.tracked must hold levels in ascending order, at least one');
  }
  return {
    calibrationScores: readWhole(
      conformal.calibration_scores,
      'conformal.calibration_scores',
      1,
      MAXIMUM_SCORES,
    ),
    calibrationWeight: readNumber(
      conformal.calibration_weight,
      'conformal.calibration_weight',
      Number.MIN_VALUE,
    ),
    laboratoryScores: readWhole(conformal.laboratory_scores, 'conformal.laboratory_scores', 0, windowSize),
    windowSize,
    step: readNumber(conformal.step, 'conformal.step', 0, 1),
    tracked,
  };
}
