import type { CurveModel, TemperatureRange } from './curve-model.ts';

/** `½·(1 + tanh((T − T0)/C))`; shape: T0, ln C.
 * @source Wallin & Baer, Int. J. Press. Vessels Pip. 206 (2023) 105079; ASTM E2215 (check against the laboratory's copy); NIST
 * CharpyCurveFitting, cfdef88 (HT)
 */
export const tanhModel: CurveModel = {
  name: 'tanh',
  shapeCount: 2,
  parameterNames: ['T0', 'C'],
  share(temperatureC, shape, gradient) {
    const c = Math.exp(shape[1] as number);
    const x = (temperatureC - (shape[0] as number)) / c;
    const tanh = Math.tanh(x);
    if (gradient !== null) {
      const slope = 0.5 * (1 - tanh * tanh);
      gradient[0] = -slope / c;
      gradient[1] = -slope * x;
    }
    return 0.5 * (1 + tanh);
  },
  temperatureOf: (share, shape) =>
    (shape[0] as number) + Math.exp(shape[1] as number) * Math.atanh(2 * share - 1),
  parametersOf: (shape) => [shape[0] as number, Math.exp(shape[1] as number)],
  shapeOf: (middleC, halfWidthC) => Float64Array.of(middleC, Math.log(halfWidthC)),
};

/** `½·(1 + tanh((T − T0)/(C + D·T)))`. C + D·T must stay positive between the coldest and the hottest specimen, where it would be
 * singular: the shape is T0, the logarithm of C + D·T at the coldest, and at the hottest.
 * @source NIST CharpyCurveFitting, cfdef88 (AHT), which lets C + D·T cross zero
 */
export function asymmetricTanhModel({ coldestC, hottestC }: TemperatureRange): CurveModel {
  const range = hottestC - coldestC;
  const widths = (shape: Float64Array) => {
    const cold = Math.exp(shape[1] as number);
    const hot = Math.exp(shape[2] as number);
    const d = (hot - cold) / range;
    return { cold, hot, c: cold - d * coldestC, d };
  };
  return {
    name: 'asymmetric-tanh',
    shapeCount: 3,
    parameterNames: ['T0', 'C', 'D'],
    share(temperatureC, shape, gradient) {
      const cold = Math.exp(shape[1] as number);
      const hot = Math.exp(shape[2] as number);
      const along = (temperatureC - coldestC) / range;
      const width = cold + (hot - cold) * along;
      const x = (temperatureC - (shape[0] as number)) / width;
      const tanh = Math.tanh(x);
      if (gradient !== null) {
        const slope = (0.5 * (1 - tanh * tanh)) / width;
        gradient[0] = -slope;
        gradient[1] = -slope * x * (1 - along) * cold;
        gradient[2] = -slope * x * along * hot;
      }
      return 0.5 * (1 + tanh);
    },
    temperatureOf(share, shape) {
      const { c, d } = widths(shape);
      const x = Math.atanh(2 * share - 1);
      // Between the shelves tanh ends at 1/D, not at 1: levels beyond are never reached.
      return 1 - x * d > 0 ? ((shape[0] as number) + x * c) / (1 - x * d) : Number.NaN;
    },
    parametersOf(shape) {
      const { c, d } = widths(shape);
      return [shape[0] as number, c, d];
    },
    shapeOf: (middleC, halfWidthC, asymmetry) =>
      Float64Array.of(middleC, Math.log(halfWidthC) - asymmetry, Math.log(halfWidthC) + asymmetry),
  };
}
