import type { CurveModel } from './curve-model.ts';

/** `(1 + exp(−k·(T − T0)))^(−m)`. T0 and m nearly replace each other, so the shape is the temperature of the middle, ln k and ln m;
 * m = 1 is tanh with C = 2/k.
 * @source NIST CharpyCurveFitting, cfdef88 (Burr)
 */
export const burrModel: CurveModel = {
  name: 'burr',
  shapeCount: 3,
  parameterNames: ['T0', 'k', 'm'],
  share(temperatureC, shape, gradient) {
    const [middle, k, m] = [shape[0] as number, Math.exp(shape[1] as number), Math.exp(shape[2] as number)];
    const z = middleExponent(m) - k * (temperatureC - middle);
    const softplus = z > 30 ? z : Math.log1p(Math.exp(z));
    const share = Math.exp(-m * softplus);
    if (gradient !== null) {
      const slope = -m * share * (1 / (1 + Math.exp(-z)));
      gradient[0] = slope * k;
      gradient[1] = -slope * k * (temperatureC - middle);
      gradient[2] = slope * middleExponentSlope(m) - m * share * softplus;
    }
    return share;
  },
  temperatureOf(share, shape) {
    const [middle, k, m] = [shape[0] as number, Math.exp(shape[1] as number), Math.exp(shape[2] as number)];
    return middle + (middleExponent(m) - logExpm1(-Math.log(share) / m)) / k;
  },
  parametersOf(shape) {
    const [middle, k, m] = [shape[0] as number, Math.exp(shape[1] as number), Math.exp(shape[2] as number)];
    return [middle + middleExponent(m) / k, k, m];
  },
  shapeOf: (middleC, halfWidthC, asymmetry) => Float64Array.of(middleC, Math.log(2 / halfWidthC), asymmetry),
};

/** ln(2^(1/m) − 1): the exponent at which the share is one half. */
function middleExponent(m: number): number {
  return logExpm1(Math.LN2 / m);
}

/** Its derivative by ln m. */
function middleExponentSlope(m: number): number {
  const a = Math.LN2 / m;
  return -a / -Math.expm1(-a);
}

function logExpm1(x: number): number {
  return x > 30 ? x : Math.log(Math.expm1(x));
}
