import type { CurveModel } from './curve-model.ts';

/** Two exponentials that meet at T0 with one slope: below it `exp((1 + p)·(T − T0)/(2C))/(1 + p)`, above it
 * `1 − p·exp(−(1 + p)·(T − T0)/(2pC))/(1 + p)`; shape: T0, ln C, ln p. At T0 the share is 1/(1 + p).
 * @source NIST CharpyCurveFitting, cfdef88 (Kohout). Deviates: there the side of a level is chosen by comparing a temperature with a
 * value of the curve; here the share decides
 */
export const kohoutModel: CurveModel = {
  name: 'kohout',
  shapeCount: 3,
  parameterNames: ['T0', 'C', 'p'],
  share(temperatureC, shape, gradient) {
    const [t0, c, p] = parametersOf(shape);
    const distance = (temperatureC - t0) / (2 * c);
    if (distance <= 0) {
      const share = Math.exp((1 + p) * distance) / (1 + p);
      if (gradient !== null) {
        gradient[0] = (-share * (1 + p)) / (2 * c);
        gradient[1] = -share * (1 + p) * distance;
        gradient[2] = share * p * (distance - 1 / (1 + p));
      }
      return share;
    }
    const exponent = ((1 + p) / p) * distance;
    const missing = (p * Math.exp(-exponent)) / (1 + p);
    if (gradient !== null) {
      gradient[0] = (-missing * (1 + p)) / (p * 2 * c);
      gradient[1] = -missing * exponent;
      gradient[2] = -missing * (1 / (1 + p) + distance / p);
    }
    return 1 - missing;
  },
  temperatureOf(share, shape) {
    const [t0, c, p] = parametersOf(shape);
    if (share * (1 + p) <= 1) return t0 + ((2 * c) / (1 + p)) * Math.log(share * (1 + p));
    return t0 - ((2 * p * c) / (1 + p)) * Math.log(((1 - share) * (1 + p)) / p);
  },
  parametersOf,
  shapeOf: (middleC, halfWidthC, asymmetry) => Float64Array.of(middleC, Math.log(halfWidthC), asymmetry),
};

function parametersOf(shape: Float64Array): [number, number, number] {
  return [shape[0] as number, Math.exp(shape[1] as number), Math.exp(shape[2] as number)];
}
