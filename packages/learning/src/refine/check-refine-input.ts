import { checkShearPercent } from '../head/evidence-item.ts';
import type { FaceProportion, PaintedCell, RefinePrior } from './refine-types.ts';

/** @throws RangeError naming the first cell, face or setting outside its range */
export function checkRefineInput(
  cells: readonly PaintedCell[],
  proportions: readonly FaceProportion[],
  prior: RefinePrior,
): void {
  const { layer, weightDeviation, biasDeviation, proportionDeviation = 5, paintedWeight = 0.1 } = prior;
  for (const [name, value] of Object.entries({
    ...{ weightDeviation, biasDeviation, proportionDeviation, paintedWeight },
  })) {
    if (!(value > 0 && Number.isFinite(value))) {
      throw new RangeError(`${name} must be positive and finite, got ${value}`);
    }
  }
  const channels = layer.weights.length;
  checkFinite(layer.weights, 'layer.weights');
  checkFinite([layer.bias], 'layer.bias');
  cells.forEach(({ features, offset = 0 }, i) => {
    checkLength(features, channels, `painted cell ${i}`);
    checkFinite(features, `painted cell ${i}`);
    checkFinite([offset], `offset of painted cell ${i}`);
  });
  for (const [i, face] of proportions.entries()) checkFace(face, channels, `face ${i}`);
}

function checkFace(
  { features, coverage, shearPercent, offsets }: FaceProportion,
  channels: number,
  name: string,
): void {
  checkShearPercent(shearPercent);
  checkLength(features, channels * coverage.length, name);
  checkFinite(features, name);
  if (offsets !== undefined) {
    if (offsets.length !== coverage.length) {
      throw new RangeError(`${name} has ${offsets.length} offsets for ${coverage.length} cells`);
    }
    checkFinite(offsets, `offsets of ${name}`);
  }
  if (!coverage.every((part) => part >= 0 && part <= 1) || !coverage.some((part) => part > 0)) {
    throw new RangeError(
      `coverage of ${name} must be from 0 to 1 and not 0 everywhere; leave a face without surface out`,
    );
  }
}

function checkLength(values: Float64Array, length: number, name: string): void {
  if (values.length !== length) {
    throw new RangeError(
      `${name} has ${values.length} feature values, ${length} are needed by the last layer`,
    );
  }
}

function checkFinite(values: ArrayLike<number>, name: string): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      throw new RangeError(`${name} holds ${values[i]} at ${i}; finite numbers are needed`);
    }
  }
}
