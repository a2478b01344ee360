import type { Model } from '@mlmcsc/learning';
import type { LayerShift } from '@mlmcsc/vision';

/** The model with its surface network's last layer moved, the same way for every cell of a block. */
export function withLayerShift(model: Model, shift: LayerShift): Model {
  const { weights } = model.surface;
  const channels = shift.weights.length;
  const moved = {
    ...weights,
    'output.weight': weights['output.weight']!.map((value, i) => value + shift.weights[i % channels]!),
    'output.bias': weights['output.bias']!.map((value) => value + shift.bias),
  };
  return { ...model, surface: { ...model.surface, weights: moved } };
}
