import type { NetworkDefinition } from '@mlmcsc/kernels';
import { listNetworkTensors } from '@mlmcsc/kernels';
import type { JsonObject, JsonValue } from '../json.ts';
import { choleskyFactor } from '../matrix/cholesky.ts';
import { addArrays } from '../matrix/packed-matrix.ts';
import { canonicalJson } from './canonical-json.ts';
import { crc32 } from './crc32.ts';
import {
  artefactFormatOf,
  artefactFormatVersion,
  artefactMagic,
  artefactPreambleLength,
} from './encode-model.ts';
import type { Model, StoredNetwork } from './model.ts';
import type { ModelHeader } from './model-header.ts';
import { readHeader, tensorPlans } from './model-header.ts';
import { aligned, readTensors } from './tensor-section.ts';

/** Larger files are not ours; checked before anything is read. */
const MAXIMUM_BYTES = 256 * 1024 * 1024;
const MAXIMUM_HEADER_BYTES = 4 * 1024 * 1024;

/** Reads a model from untrusted bytes; nothing in them is believed before it is checked.
 * @throws RangeError saying what is wrong: not a model file, a newer format, cut, damaged, or inconsistent
 */
export function decodeModel(bytes: Uint8Array): Model {
  const { headerBytes, section, format } = splitArtefact(bytes);
  const json = parseHeader(headerBytes);
  const header = readHeader(json);
  const tensors = readTensors(section, (json as JsonObject).tensors, tensorPlans(header));
  const model = assembleModel(header, tensors);
  checkNumbers(model);
  if (format !== artefactFormatOf(model)) {
    throw new RangeError(
      `model file says format ${format}, its content is of format ${artefactFormatOf(model)}`,
    );
  }
  return model;
}

function splitArtefact(bytes: Uint8Array): {
  headerBytes: Uint8Array;
  section: Uint8Array;
  format: number;
} {
  if (bytes.byteLength < artefactPreambleLength || artefactMagic.some((byte, i) => bytes[i] !== byte)) {
    throw new RangeError('not a model file: it does not begin with MLMCSC');
  }
  if (bytes.byteLength > MAXIMUM_BYTES) {
    throw new RangeError(`model file has ${bytes.byteLength} bytes, at most ${MAXIMUM_BYTES} are read`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = view.getUint16(6, true);
  if (format < 1 || format > artefactFormatVersion) {
    throw new RangeError(
      `model file has format ${format}, this program reads 1 to ${artefactFormatVersion}; update the program or export the model again`,
    );
  }
  const headerLength = view.getUint32(8, true);
  const headerEnd = artefactPreambleLength + headerLength;
  const tensorsAt = aligned(headerEnd);
  if (headerLength > MAXIMUM_HEADER_BYTES || tensorsAt > bytes.byteLength) {
    throw new RangeError(`model file is cut: its header of ${headerLength} bytes does not fit`);
  }
  if (crc32(bytes.subarray(artefactPreambleLength)) !== view.getUint32(12, true)) {
    throw new RangeError('model file is cut or damaged: its checksum does not match; copy it again');
  }
  for (let i = headerEnd; i < tensorsAt; i++) {
    if (bytes[i] !== 0) throw new RangeError('model file is damaged: padding after the header is not zero');
  }
  return {
    headerBytes: bytes.subarray(artefactPreambleLength, headerEnd),
    section: bytes.subarray(tensorsAt),
    format,
  };
}

/** Parses the header and insists on the canonical text, so that a model has one digest only. */
function parseHeader(headerBytes: Uint8Array): JsonValue {
  const text = new TextDecoder().decode(headerBytes);
  let json: JsonValue;
  try {
    json = JSON.parse(text) as JsonValue;
  } catch (cause) {
    throw new RangeError('model header is not JSON', { cause });
  }
  const canonical = new TextEncoder().encode(canonicalJson(json));
  if (canonical.length !== headerBytes.length || canonical.some((byte, i) => byte !== headerBytes[i])) {
    throw new RangeError('model header is not in canonical form (sorted keys, no white space)');
  }
  return json;
}

function assembleModel(header: ModelHeader, tensors: Map<string, Float32Array | Float64Array>): Model {
  const double = (name: string) => tensors.get(name) as Float64Array;
  return {
    version: header.version,
    pipelineVersion: header.pipelineVersion,
    parents: header.parents,
    locator: assembleNetwork('locator', header.locator, tensors),
    surface: assembleNetwork('surface', header.surface, tensors),
    acceptance: header.acceptance,
    head: {
      featureSet: header.featureSet,
      scaling: {
        centre: double('head/scaling/centre'),
        scale: double('head/scaling/scale'),
        limit: header.scalingLimit,
      },
      noiseShape: {
        knots: double('head/noise/knots'),
        values: double('head/noise/values'),
        ...(header.noiseDoubt === null
          ? {}
          : {
              doubt: {
                featureName: header.noiseDoubt.featureName,
                knots: double('head/noise/doubt_knots'),
                values: double('head/noise/doubt_values'),
              },
            }),
      },
      prior: {
        precision: double('head/prior/precision'),
        shift: double('head/prior/shift'),
        noiseVariance: header.noiseVariance,
        noiseWeight: header.noiseWeight,
      },
      evidence: {
        gram: double('head/evidence/gram'),
        moment: double('head/evidence/moment'),
        squares: header.labelSquares,
        weight: header.labelWeight,
        count: header.labelCount,
      },
    },
    conformal: {
      calibrationScores: double('conformal/calibration_scores'),
      calibrationWeight: header.calibrationWeight,
      laboratoryScores: double('conformal/laboratory_scores'),
      windowSize: header.windowSize,
      step: header.step,
      tracked: header.tracked,
    },
    dataset: header.dataset,
    metrics: header.metrics,
  };
}

function assembleNetwork(
  prefix: string,
  definition: NetworkDefinition,
  tensors: Map<string, Float32Array | Float64Array>,
): StoredNetwork {
  const weights = Object.fromEntries(
    listNetworkTensors(definition).map(({ name }) => [
      name,
      tensors.get(`${prefix}/${name}`) as Float32Array,
    ]),
  );
  return { definition, weights };
}

/** What shapes and finiteness do not show: signs, order, and a prior that is a distribution. */
function checkNumbers({ head, conformal }: Model): void {
  const positive = (name: string, values: Float64Array) => {
    if (!values.every((value) => value > 0)) throw new RangeError(`model ${name} must be positive`);
  };
  const ascending = (name: string, values: Float64Array) => {
    if (!values.every((value, i) => i === 0 || value >= values[i - 1])) {
      throw new RangeError(`model ${name} must ascend`);
    }
  };
  const notNegative = (name: string, values: Float64Array) => {
    if (!values.every((value) => value >= 0)) throw new RangeError(`model ${name} must not be negative`);
  };
  positive('feature scales', head.scaling.scale);
  positive('noise shape values', head.noiseShape.values);
  ascending('noise shape knots', head.noiseShape.knots);
  if (head.noiseShape.doubt !== undefined) {
    positive('noise doubt values', head.noiseShape.doubt.values);
    ascending('noise doubt knots', head.noiseShape.doubt.knots);
  }
  ascending('calibration scores', conformal.calibrationScores);
  notNegative('calibration scores', conformal.calibrationScores);
  notNegative('laboratory scores', conformal.laboratoryScores);
  try {
    choleskyFactor(head.prior.precision);
    choleskyFactor(addArrays(head.prior.precision, head.evidence.gram));
  } catch (cause) {
    throw new RangeError('model head is not a distribution: its precision is not positive definite', {
      cause,
    });
  }
}
