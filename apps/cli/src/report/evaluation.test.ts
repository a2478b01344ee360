import { evaluateAnswers } from '@mlmcsc/learning';
import { expect, it } from 'vitest';
import { evaluationJson } from './evaluation-json.ts';
import { evaluationText } from './evaluation-text.ts';

const figures = evaluateAnswers([
  { truth: 10, mean: 13, lower: 8, upper: 20 },
  { truth: 50, mean: 42, lower: 35, upper: 49 },
  { truth: 60, mean: 61, lower: 50, upper: 70 },
  { truth: 90, mean: null },
]);

it('gives programs snake_case names, shares from 0 to 1 and null for empty bands', () => {
  const json = evaluationJson(figures, 0.9);
  expect(json).toMatchObject({ labels: 4, answered: 3, refused: 1, mae: 4, interval_level: 0.9 });
  expect(json.within_5).toBeCloseTo(2 / 3);
  expect(json.within_10).toBe(1);
  expect(json.interval_coverage).toBeCloseTo(2 / 3);
  expect(json.bands['80-100']).toEqual({ count: 0, mae: null, bias: null });
  expect(json.bands['20-80']).toMatchObject({ count: 2, mae: 4.5, bias: -3.5 });
});

it('prints the same for people', () => {
  expect(evaluationText(figures, 0.9).split('\n')).toEqual([
    '  answered / refused        3 / 1',
    '  mean absolute error       4.0 points',
    '  root mean square error    5.0 points',
    expect.stringMatching(/^ {2}R² {24}0\.9\d\d$/),
    '  bias                      -1.3 points',
    '  within ±5 / ±10 points    67 % / 100 %',
    '  90 % intervals            hold 67 %, mean width 15.3 points',
    '',
    '  band        labels     MAE    bias',
    '  0–20             1     3.0    +3.0',
    '  20–80            2     4.5    -3.5',
    '  80–100           0       –       –',
  ]);
});
