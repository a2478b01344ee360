import type { Endpoint } from '../../api-instance.ts';
import { exportHistory, getHealth, getHistory, getMetrics } from './figures.ts';
import {
  configureOnlineLearning,
  forceUpdate,
  getOnlineLearningStatus,
  getPerformance,
} from './online-learning.ts';
import { predict } from './predict.ts';
import { submitLabel } from './submit-label.ts';

/** The routes of the earlier MLMCSC, for clients that still speak to it. */
export const earlierRoutes: readonly Endpoint[] = [
  predict,
  submitLabel,
  getMetrics,
  getHistory,
  exportHistory,
  getHealth,
  getOnlineLearningStatus,
  configureOnlineLearning,
  forceUpdate,
  getPerformance,
];
