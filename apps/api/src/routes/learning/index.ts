import type { Endpoint } from '../../api-instance.ts';
import { configureLearning } from './configure-learning.ts';
import { getLearningStatus } from './get-learning-status.ts';
import { getLearningStrategy } from './get-learning-strategy.ts';

export const learningRoutes: readonly Endpoint[] = [
  getLearningStatus,
  getLearningStrategy,
  configureLearning,
];
