import { ParameterRangeError } from '@mlmcsc/charpy';

/** @throws ParameterRangeError for fewer vectors than `least`, another length than `length`, or a value that is not finite */
export function requireVectors(
  parameter: string,
  vectors: readonly Float64Array[],
  least: number,
  length: number,
): void {
  if (vectors.length < least) {
    throw new ParameterRangeError(parameter, `must hold at least ${least} vectors, got ${vectors.length}`);
  }
  vectors.forEach((vector, i) => {
    if (vector.length !== length) {
      throw new ParameterRangeError(`${parameter}[${i}]`, `must hold ${length} values, got ${vector.length}`);
    }
    const odd = vector.find((value) => !Number.isFinite(value));
    if (odd !== undefined) {
      throw new ParameterRangeError(`${parameter}[${i}]`, `must hold finite numbers, got ${odd}`);
    }
  });
}
