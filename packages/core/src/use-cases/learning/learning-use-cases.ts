import { evaluateAnswers } from '@mlmcsc/learning';
import type { LabelRecord } from '../../domain/records.ts';
import { Conflict } from '../../errors.ts';
import type { Dependencies } from '../dependencies.ts';
import { enqueueLearning } from '../job-use-cases.ts';
import { requireChampion } from '../measure-image.ts';
import type { LearningCurvePoint, LearningStatus, UseCases } from '../use-cases.ts';
import { toErrorFigures } from './to-error-figures.ts';

const curveLength = 500;
const movingWindow = 20;

/** How the system learns, and how well it predicted labels before it saw them. */
export function createLearningUseCases(
  dependencies: Dependencies,
): Pick<UseCases, 'learningStatus' | 'learningStrategy' | 'dailyErrors' | 'configureLearning'> {
  const { store } = dependencies;
  return {
    learningStatus: () => readStatus(dependencies),
    dailyErrors: async () => dailyErrors(await store.rows.labels.scored(curveLength)),
    learningStrategy: () => store.rows.settings.learningStrategy(),
    async configureLearning({ strategy, replaces, username }) {
      await store.transaction(async (rows) => {
        const from = await rows.settings.learningStrategy();
        if (!(await rows.settings.setLearningStrategy(strategy, replaces))) {
          throw new Conflict('precondition-failed', 'The strategy was changed meanwhile. Read it again.');
        }
        await rows.audit.append({
          action: 'learning.configured',
          actor: username,
          subject: { kind: 'setting', id: 'learning_strategy' },
          details: { from, to: strategy },
        });
        // Labels may wait for a batch that another strategy does not need.
        const { waiting } = await rows.labels.counts();
        if (waiting > 0) await enqueueLearning(dependencies, rows, 'system');
      });
      return readStatus(dependencies);
    },
  };
}

async function readStatus(dependencies: Dependencies): Promise<LearningStatus> {
  const { rows } = dependencies.store;
  const [strategy, champion, counts, scored] = await Promise.all([
    rows.settings.learningStrategy(),
    requireChampion(dependencies),
    rows.labels.counts(),
    rows.labels.scored(curveLength),
  ]);
  return {
    strategy,
    champion,
    labelsTotal: counts.total,
    labelsWaiting: counts.waiting,
    prequential: toErrorFigures(evaluateAnswers(scored.map(toAnswer))),
    curve: learningCurve(scored, counts.scored - scored.length),
  };
}

function toAnswer(label: LabelRecord) {
  const { shearPercent, predictedPercent, predictedLower, predictedUpper } = label;
  const answer = { truth: shearPercent, mean: predictedPercent };
  return predictedLower === null || predictedUpper === null
    ? answer
    : { ...answer, lower: predictedLower, upper: predictedUpper };
}

function learningCurve(scored: readonly LabelRecord[], before: number): LearningCurvePoint[] {
  const errors = scored.map((label) => Math.abs(label.shearPercent - (label.predictedPercent ?? 0)));
  return errors.map((absoluteError, index) => {
    const recent = errors.slice(Math.max(0, index + 1 - movingWindow), index + 1);
    return {
      labelNumber: before + index + 1,
      absoluteError,
      meanErrorLast20: recent.reduce((total, error) => total + error, 0) / recent.length,
    };
  });
}

function dailyErrors(scored: readonly LabelRecord[]): { date: string; mae: number }[] {
  const days = new Map<string, number[]>();
  for (const { createdAt, shearPercent, predictedPercent } of scored) {
    if (predictedPercent === null) continue;
    const date = createdAt.toISOString().slice(0, 10);
    days.set(date, [...(days.get(date) ?? []), Math.abs(shearPercent - predictedPercent)]);
  }
  return [...days]
    .map(([date, errors]) => ({ date, mae: errors.reduce((sum, error) => sum + error, 0) / errors.length }))
    .sort((left, right) => (left.date < right.date ? -1 : 1));
}
