import { createRetentionUseCases } from '../retention/retention-use-cases.ts';
import { runRetention } from '../retention/run-retention.ts';
import { readReviewQueue } from '../review-queue/read-review-queue.ts';
import { spareReusedObjects } from '../stewardship/spare-reused-objects.ts';
import { createAnalysisUseCases } from './analysis-use-cases.ts';
import { createAuditUseCases } from './audit-use-cases.ts';
import type { CreateUseCases } from './dependencies.ts';
import { createImageUseCases } from './image-use-cases.ts';
import { createJobUseCases } from './job-use-cases.ts';
import { createLabelUseCases } from './label-use-cases.ts';
import { learnPendingLabels } from './learning/learn-pending-labels.ts';
import { createLearningUseCases } from './learning/learning-use-cases.ts';
import { retrainModel } from './learning/retrain-model.ts';
import { createModelUseCases } from './model-use-cases.ts';
import { createModelGovernance } from './models/governance.ts';
import { recomputeAnalysis } from './models/recompute-analysis.ts';
import { retrainWhenDue } from './models/retrain-when-due.ts';
import { createPersonUseCases } from './person-use-cases.ts';
import { prune } from './prune.ts';
import { runBatchAnalysis } from './run-batch-analysis.ts';
import { createScheduleUseCases } from './schedule-use-cases.ts';
import { createTransferUseCases } from './transfer-use-cases.ts';
import { answerTrialPictures } from './trials/answer-trial-pictures.ts';
import { createModelTrials } from './trials/trial-use-cases.ts';

/** All use cases over the given ports; plain wiring, opens nothing. */
export const createUseCases: CreateUseCases = (given) =>
  wire({ ...given, objects: spareReusedObjects(given.objects, given) });

const wire: CreateUseCases = (dependencies) => ({
  ...createImageUseCases(dependencies),
  ...createTransferUseCases(dependencies, createImageUseCases(dependencies).uploadImage),
  ...createAnalysisUseCases(dependencies),
  ...createLabelUseCases(dependencies),
  reviewQueue: (request) => readReviewQueue(dependencies, request),
  ...createLearningUseCases(dependencies),
  ...createJobUseCases(dependencies),
  ...createScheduleUseCases(dependencies),
  ...createModelUseCases(dependencies),
  ...createModelGovernance(dependencies),
  ...createModelTrials(dependencies),
  answerTrialPictures: (request) => answerTrialPictures(dependencies, request),
  recomputeAnalysis: (request) => recomputeAnalysis(dependencies, request),
  ...createPersonUseCases(dependencies),
  ...createAuditUseCases(dependencies),
  ...createRetentionUseCases(dependencies),
  async checkReadiness() {
    await Promise.all([dependencies.store.check(), dependencies.objects.check()]);
  },
  runBatchAnalysis: (run) => runBatchAnalysis(dependencies, run),
  async learnPendingLabels(run) {
    const result = await learnPendingLabels(dependencies, run);
    await retrainWhenDue(dependencies);
    return result;
  },
  retrainModel: (run) => retrainModel(dependencies, run),
  prune: (run) => prune(dependencies, run),
  runRetention: (run) => runRetention(dependencies, run),
});
