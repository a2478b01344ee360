import type {
  EndTrialRequest,
  ModelTrial,
  PairedFigures,
  StartTrialRequest,
  TrialComparison,
} from '@mlmcsc/contracts';

const trial: ModelTrial = {
  id: '0192f0a0-4c1e-7a3b-9d52-0000000000e1',
  kind: 'canary',
  model_version: '2026.11.23-2',
  percent: 10,
  reason: 'Better on X52, by the gate.',
  started_by: 'eve',
  started_at: '2026-11-23T08:20:00.000Z',
  ended_by: null,
  ended_at: null,
  end_reason: null,
};
const start: StartTrialRequest = {
  model_version: trial.model_version,
  kind: 'canary',
  percent: 10,
  reason: trial.reason,
};
const end: EndTrialRequest = { reason: 'Seen enough.' };
const figures: PairedFigures = {
  pictures: 118,
  specimens: 61,
  difference: { value: -1.4, lower: -2.1, upper: -0.7 },
  limits: { lower: -7.2, upper: 4.4 },
  within_5: 0.91,
  labelled: {
    pictures: 74,
    specimens: 39,
    champion_mae: 4.9,
    challenger_mae: 4.1,
    error_difference: { value: -0.8, lower: -1.5, upper: -0.1 },
  },
};
const comparison: TrialComparison = {
  trial,
  answers: { waiting: 1, answered: 121, failed: 0 },
  answered_by_challenger: 13,
  failures: [],
  champions: [{ version: '2026.11.23-1', pictures: 121 }],
  refused: { both: 3, only_champion: 0, only_challenger: 0 },
  confidence: 0.95,
  overall: figures,
  bands: { '0-20': figures, '20-80': figures, '80-100': figures },
  verdict: {
    code: 'challenger-closer',
    text: "On 39 labelled specimens the challenger's error is 0.80 points smaller on average (95 % interval −1.50 to −0.10): it is closer to these labels than the champion.",
  },
};

/** Examples of trials of models, by the names of their schemas. */
export const TRIAL_EXAMPLES = {
  EndTrialRequest: end,
  ModelTrial: trial,
  PairedFigures: figures,
  StartTrialRequest: start,
  TrialComparison: comparison,
};
