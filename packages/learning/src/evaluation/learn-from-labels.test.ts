import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeModel, modelDigest } from '../artefact/encode-model.ts';
import { strategyNames, strategyOf } from '../head/strategy.ts';
import { judgePromotion } from '../promotion/judge-promotion.ts';
import { goldCases, windowCases } from '../promotion/promotion-cases.ts';
import { simulateLaboratory } from '../testing/simulated-laboratory.ts';
import { simulatedModel } from '../testing/simulated-model.ts';
import { evaluateModel } from './evaluate-model.ts';
import { learnFromLabels } from './learn-from-labels.ts';
import { versionAfterLabels } from './version-label.ts';

const model = simulatedModel();
const strategy = strategyOf('immediate');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('learnFromLabels', () => {
  const laboratory = simulateLaboratory({ seed: 1 });
  const samples = laboratory.take(120);
  const unseen = laboratory.take(300);
  const learned = learnFromLabels({ model, samples, strategy });

  it('makes a better model, named by how many labels it learned', () => {
    const before = evaluateModel(model, unseen).figures.meanAbsoluteError!;
    const after = evaluateModel(learned.model, unseen).figures.meanAbsoluteError!;
    expect(after).toBeLessThan(before / 2);
    expect(learned.model.version).toBe('simulated-1+120');
    expect(encodeModel(learned.model)).toBeInstanceOf(Uint8Array);
  });

  it('evaluates honestly: left-out groups and test-then-train agree with specimens never seen', () => {
    const { crossValidation, prequential, before, curve } = learned.evaluation;
    const after = evaluateModel(learned.model, unseen).figures.meanAbsoluteError!;
    expect(crossValidation).toMatchObject({ folds: 5, groupedBy: 'heat', groups: 10 });
    expect(crossValidation!.figures.count).toBe(120);
    expect(Math.abs(crossValidation!.figures.meanAbsoluteError! - after)).toBeLessThan(0.6);
    expect(prequential.meanAbsoluteError!).toBeGreaterThan(after);
    expect(prequential.meanAbsoluteError!).toBeLessThan(before.meanAbsoluteError!);
    expect(curve).toHaveLength(10);
    expect(curve.at(-1)!.meanAbsoluteError).toBeLessThan(curve[0].meanAbsoluteError);
    expect(curve[1]).toMatchObject({ fromLabels: 12, toLabels: 23 });
  });

  it('tests before it trains: the first label is answered by the starting model', () => {
    const [first] = learned.evaluation.records;
    expect(first.labelsBefore).toBe(0);
    expect(first.mean).toBe(evaluateModel(model, samples.slice(0, 1)).answers[0].mean);
    const changed = [...samples.slice(0, -1), { ...samples.at(-1)!, shearPercent: 0 }];
    const records = learnFromLabels({ model, samples: changed, strategy, crossValidate: false }).evaluation
      .records;
    expect(records.at(-1)!.mean).toBe(learned.evaluation.records.at(-1)!.mean);
  });

  it('gives intervals that hold what they promise on specimens never seen', () => {
    const { coveragePercent } = evaluateModel(learned.model, unseen).figures;
    expect(coveragePercent).toBeGreaterThan(84);
    expect(coveragePercent).toBeLessThan(97);
  });

  it.each(strategyNames)('replays to the same digest with strategy %s', (name) => {
    const options = {
      model,
      samples: samples.slice(0, 50),
      strategy: strategyOf(name),
      crossValidate: false,
    };
    const once = modelDigest(learnFromLabels(options).model, sha256);
    expect(modelDigest(learnFromLabels({ ...options, model: simulatedModel() }).model, sha256)).toBe(once);
    const swapped = [...options.samples.slice(1, 3), options.samples[0], ...options.samples.slice(3)];
    expect(modelDigest(learnFromLabels({ ...options, samples: swapped }).model, sha256)).not.toBe(once);
  });

  it('groups by specimen when there are too few heats, and says why there is no cross-validation', () => {
    const oneHeat = samples.slice(0, 40).map((sample) => ({ ...sample, heat: 'H1' }));
    expect(learnFromLabels({ model, samples: oneHeat, strategy }).evaluation.crossValidation).toMatchObject({
      groupedBy: 'specimen',
      groups: 40,
    });
    const few = learnFromLabels({ model, samples: samples.slice(0, 6), strategy }).evaluation;
    expect(few.crossValidation).toBeNull();
    expect(few.crossValidationNote).toBe('No cross-validation: 6 labels, 20 needed.');
    const oneSpecimen = oneHeat.map((sample) => ({ ...sample, specimen: 'S1' }));
    expect(learnFromLabels({ model, samples: oneSpecimen, strategy }).evaluation.crossValidationNote).toMatch(
      /1 specimens, 5 needed/,
    );
  });

  it('weighs a technician who inverts every reading down to next to nothing', () => {
    const mixed = samples.map((sample, i) =>
      i % 4 === 0
        ? { ...sample, technician: 'eve', shearPercent: 100 - sample.shearPercent }
        : { ...sample, technician: i % 2 === 0 ? 'ann' : 'bob' },
    );
    const { model: taught, technicians } = learnFromLabels({ model, samples: mixed, strategy });
    const eve = technicians.find((one) => one.technician === 'eve')!;
    expect(eve.labelWeight).toBeLessThan(0.15);
    const honest = evaluateModel(learned.model, unseen).figures.meanAbsoluteError!;
    expect(evaluateModel(taught, unseen).figures.meanAbsoluteError!).toBeLessThan(honest + 0.7);
  });

  it('records the parent and takes a name', () => {
    const parentDigest = 'cd'.repeat(32);
    const { model: child } = learnFromLabels({
      model,
      samples: samples.slice(0, 3),
      strategy,
      parentDigest,
      version: 'mine',
    });
    expect([child.version, child.parents]).toEqual(['mine', [parentDigest]]);
  });

  it('refuses to learn from nothing', () => {
    expect(() => learnFromLabels({ model, samples: [], strategy })).toThrow(/samples is empty/);
  });

  it('passes the gate when it helps, and not when its labels were wrong', () => {
    const judge = (labels: typeof samples) => {
      const { model: candidate, evaluation } = learnFromLabels({ model, samples: labels, strategy });
      return judgePromotion({
        championVersion: model.version,
        candidateVersion: candidate.version,
        gold: goldCases(model, candidate, unseen.slice(0, 60)),
        prequentialWindow: windowCases(model, labels, evaluation.records),
      });
    };
    expect(judge(samples).promote).toBe(true);
    const inverted = samples.map((sample) => ({ ...sample, shearPercent: 100 - sample.shearPercent }));
    const verdict = judge(inverted);
    expect(verdict.promote).toBe(false);
    expect(verdict.reasons[0]).toMatch(/gold set .* worse/);
  });
});

describe('evaluateModel', () => {
  it('counts refused pictures apart from errors', () => {
    const samples = simulateLaboratory({ seed: 3 }).take(4);
    const { figures, answers } = evaluateModel(model, [...samples, { features: null, shearPercent: 12 }]);
    expect([figures.total, figures.count, figures.refusedPercent]).toEqual([5, 4, 20]);
    expect(answers[4]).toEqual({ truth: 12, mean: null });
  });
});

describe('versionAfterLabels', () => {
  it('adds up', () => {
    expect(versionAfterLabels('default-2026.11', 3)).toBe('default-2026.11+3');
    expect(versionAfterLabels('default-2026.11+3', 4)).toBe('default-2026.11+7');
  });
});
