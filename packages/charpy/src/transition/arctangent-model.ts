import type { CurveModel } from './curve-model.ts';

/** `½ + atan(π·(T − T0)/(2C))/π`; shape: T0, ln C. Its tails are long: the shelves are reached slowly.
 * @source NIST CharpyCurveFitting, cfdef88 (ACT)
 */
export const arctangentModel: CurveModel = {
  name: 'arctangent',
  shapeCount: 2,
  parameterNames: ['T0', 'C'],
  share(temperatureC, shape, gradient) {
    const c = Math.exp(shape[1] as number);
    const u = (Math.PI * (temperatureC - (shape[0] as number))) / (2 * c);
    if (gradient !== null) {
      const slope = 1 / (Math.PI * (1 + u * u));
      gradient[0] = (-slope * Math.PI) / (2 * c);
      gradient[1] = -slope * u;
    }
    return 0.5 + Math.atan(u) / Math.PI;
  },
  temperatureOf: (share, shape) =>
    (shape[0] as number) + ((2 * Math.exp(shape[1] as number)) / Math.PI) * Math.tan(Math.PI * (share - 0.5)),
  parametersOf: (shape) => [shape[0] as number, Math.exp(shape[1] as number)],
  shapeOf: (middleC, halfWidthC) => Float64Array.of(middleC, Math.log(halfWidthC)),
};
