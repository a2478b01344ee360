import type { Endpoint } from '../../api-instance.ts';
import { endTrial } from './end-trial.ts';
import { getTrial, getTrialComparison, listTrials } from './read-trials.ts';
import { startTrial } from './start-trial.ts';

export const trialRoutes: readonly Endpoint[] = [
  startTrial,
  listTrials,
  getTrial,
  getTrialComparison,
  endTrial,
];
