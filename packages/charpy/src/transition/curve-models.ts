import { arctangentModel } from './arctangent-model.ts';
import { burrModel } from './burr-model.ts';
import type { CurveModel, TemperatureRange, TransitionModelName } from './curve-model.ts';
import { kohoutModel } from './kohout-model.ts';
import { asymmetricTanhModel, tanhModel } from './tanh-models.ts';

/** The model of a name, for specimens in a range of temperatures. */
export function curveModelOf(name: TransitionModelName, range: TemperatureRange): CurveModel {
  switch (name) {
    case 'tanh':
      return tanhModel;
    case 'asymmetric-tanh':
      return asymmetricTanhModel(range);
    case 'burr':
      return burrModel;
    case 'arctangent':
      return arctangentModel;
    case 'kohout':
      return kohoutModel;
  }
}
