import { describe, expect, it } from 'vitest';
import { evaluateModel } from '../evaluation/evaluate-model.ts';
import { createRandom } from '../network/seeded-random.ts';
import { simulateLaboratory } from '../testing/simulated-laboratory.ts';
import { simulatedModel } from '../testing/simulated-model.ts';
import type { LabelledSample } from './labelled-sample.ts';
import type { LaboratoryHead } from './laboratory-head.ts';
import { predictShear } from './predict.ts';
import { strategyNames, strategyOf } from './strategy.ts';
import { updateHead } from './update-head.ts';

const { head: start, conformal } = simulatedModel();
/** What a tenth of inverted labels among 250 may cost, points of mean absolute error. */
const BOUND = 0.5;

function meanError(head: LaboratoryHead, samples: readonly LabelledSample[]): number {
  return evaluateModel({ head, conformal }, samples).figures.meanAbsoluteError!;
}

const inverted = (label: LabelledSample): LabelledSample => ({
  ...label,
  shearPercent: 100 - label.shearPercent,
});

/** Which of 250 labels are inverted. */
const attacks = {
  anywhere: (seed: number) => {
    const random = createRandom(seed);
    return Array.from({ length: 250 }, () => random.uniform() < 0.1);
  },
  'all first': () => Array.from({ length: 250 }, (_, i) => i < 25),
  'all last': () => Array.from({ length: 250 }, (_, i) => i >= 225),
};
const laboratories = [
  { seed: 13, areaBias: 6 },
  { seed: 40, areaBias: -9 },
  { seed: 43, areaBias: 15 },
  { seed: 1001, areaBias: -15 },
];

describe.each(strategyNames)('a tenth of inverted labels, strategy %s', (name) => {
  it.each(Object.entries(attacks))(`costs at most ${BOUND} points when they stand %s`, (_, attack) => {
    for (const laboratory of laboratories) {
      const simulated = simulateLaboratory(laboratory);
      const [honest, rest] = [simulated.take(250), simulated.take(300)];
      const isInverted = attack(laboratory.seed);
      const attacked = honest.map((label, i) => (isInverted[i] ? inverted(label) : label));
      const clean = updateHead(start, honest, strategyOf(name));
      const dragged = updateHead(start, attacked, strategyOf(name));
      expect(meanError(dragged, rest) - meanError(clean, rest)).toBeLessThan(BOUND);
      for (const { features } of rest) {
        const moved = predictShear(dragged, features).mean - predictShear(clean, features).mean;
        expect(Math.abs(moved)).toBeLessThan(6);
      }
    }
  });

  it('would cost more than 2 points if every label counted in full', () => {
    const simulated = simulateLaboratory(laboratories[0]);
    const [honest, rest] = [simulated.take(250), simulated.take(300)];
    const isInverted = attacks.anywhere(13);
    const attacked = honest.map((label, i) => (isInverted[i] ? inverted(label) : label));
    const naive = strategyOf(name, { robustness: null });
    expect(meanError(updateHead(start, attacked, naive), rest)).toBeGreaterThan(
      meanError(updateHead(start, attacked, strategyOf(name)), rest) + 2,
    );
  });
});
