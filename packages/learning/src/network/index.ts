export { initialWeights } from './initial-weights.ts';
export type { MapLossOptions, TrainingExample } from './map-loss.ts';
export { mapLoss } from './map-loss.ts';
export { NetworkTrainer } from './network-trainer.ts';
export type { SeededRandom } from './seeded-random.ts';
export { createRandom } from './seeded-random.ts';
export type { TrainingProgress, TrainNetworkOptions } from './train-network.ts';
export { scheduledRate, trainNetwork } from './train-network.ts';
