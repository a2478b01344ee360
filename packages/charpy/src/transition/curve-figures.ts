import type { CurveFigure } from './bootstrap-fit.ts';
import { type CurveData, curveGradient, temperatureAt } from './curve-data.ts';

/** A level in the quantity's unit. */
export type Level = number | 'half-shelves';

/** The level as a value of this curve. */
export function levelValue(level: Level, parameters: Float64Array): number {
  if (level !== 'half-shelves') return level;
  return ((parameters.at(-2) as number) + (parameters.at(-1) as number)) / 2;
}

/** Step for the slope over the temperature, °C. */
const STEP_C = 1e-3;

/** The temperature at which a curve reaches a level. */
export function temperatureFigure(data: CurveData, level: Level): CurveFigure {
  const { model } = data;
  const scratch = new Float64Array(model.shapeCount + 2);
  return {
    valueOf: (parameters) => temperatureAt(model, parameters, levelValue(level, parameters)),
    // y(T, θ) = level, so dT/dθ = −(∂y/∂θ)/(∂y/∂T).
    gradientOf(parameters, temperatureC, gradient) {
      const above = curveGradient(model, parameters, temperatureC + STEP_C, scratch);
      const below = curveGradient(model, parameters, temperatureC - STEP_C, scratch);
      const slope = (above - below) / (2 * STEP_C);
      curveGradient(model, parameters, temperatureC, gradient);
      const count = model.shapeCount;
      if (level === 'half-shelves') {
        gradient[count] = (gradient[count] as number) - 0.5;
        gradient[count + 1] = (gradient[count + 1] as number) - 0.5;
      }
      for (let i = 0; i < gradient.length; i++) gradient[i] = -(gradient[i] as number) / slope;
    },
    side: (parameters) =>
      levelValue(level, parameters) <= (parameters[model.shapeCount] as number) ? 'low' : 'high',
  };
}

/** A shelf. */
export function shelfFigure(data: CurveData, which: 'lower' | 'upper'): CurveFigure {
  const at = data.model.shapeCount + (which === 'lower' ? 0 : 1);
  return {
    valueOf: (parameters) => parameters[at] as number,
    gradientOf: (_, __, gradient) => {
      gradient.fill(0);
      gradient[at] = 1;
    },
    side: () => 'low',
  };
}

/** A parameter of the model's formula. */
export function parameterFigure(data: CurveData, index: number): CurveFigure {
  const { model } = data;
  const parameterOf = (parameters: Float64Array) => model.parametersOf(parameters)[index] as number;
  return {
    valueOf: parameterOf,
    gradientOf(parameters, _, gradient) {
      gradient.fill(0);
      const moved = Float64Array.from(parameters);
      for (let i = 0; i < model.shapeCount; i++) {
        const centre = parameters[i] as number;
        const step = 1e-5 * (1 + Math.abs(centre));
        moved[i] = centre + step;
        const above = parameterOf(moved);
        moved[i] = centre - step;
        gradient[i] = (above - parameterOf(moved)) / (2 * step);
        moved[i] = centre;
      }
    },
    side: () => 'low',
  };
}
