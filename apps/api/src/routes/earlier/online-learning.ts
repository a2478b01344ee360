import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import {
  ConfigureAnswer,
  ConfigureBody,
  ForceUpdateAnswer,
  LearningStatusAnswer,
  PerformanceAnswer,
} from './schemas.ts';

const BODY_PROBLEMS = [
  'invalid-request',
  'malformed-body',
  'unsupported-media-type',
  'body-too-large',
] as const;

export const getOnlineLearningStatus: Endpoint = (app, { useCases }) => {
  app.get(
    '/online_learning/status',
    {
      schema: {
        operationId: 'earlierLearningStatus',
        tags: ['earlier'],
        summary: 'How the system learns',
        response: { 200: json('The status', LearningStatusAnswer), ...problems(['model-missing']) },
      },
    },
    async () => {
      const status = await useCases.learningStatus();
      return {
        status: 'active' as const,
        update_strategy: status.strategy,
        labels_total: status.labelsTotal,
        labels_waiting: status.labelsWaiting,
        model_version: status.champion.version,
      };
    },
  );
};

/** The strategy is all there is to choose: sizes and weights follow from the labels. */
export const configureOnlineLearning: Endpoint = (app, { useCases }) => {
  app.post(
    '/online_learning/configure',
    {
      schema: {
        operationId: 'earlierConfigureLearning',
        tags: ['earlier'],
        summary: 'Choose the update strategy',
        description:
          '`batch_size`, `confidence_threshold` and `weight_decay` have no counterpart any more: they are accepted, and named in `not_used`.',
        body: ConfigureBody,
        response: {
          200: json('Set', ConfigureAnswer),
          ...problems([...BODY_PROBLEMS, 'model-missing', 'cross-site-request']),
        },
      },
    },
    async (request) => {
      const { update_strategy, ...others } = request.body;
      await useCases.configureLearning({ strategy: update_strategy, username: usernameOf(request) });
      return {
        status: 'success' as const,
        message: 'Online learning configured',
        configuration: { update_strategy },
        not_used: Object.keys(others).sort(),
      };
    },
  );
};

export const forceUpdate: Endpoint = (app, { useCases }) => {
  app.post(
    '/online_learning/force_update',
    {
      schema: {
        operationId: 'earlierForceUpdate',
        tags: ['earlier'],
        summary: 'Learn from all labels now',
        description:
          'Starts the retraining that `POST /api/v1/jobs` starts; the gate decides whether its model answers.',
        response: {
          200: json('Started', ForceUpdateAnswer),
          ...problems([...BODY_PROBLEMS, 'model-missing', 'cross-site-request']),
        },
      },
    },
    async (request) => {
      const { id } = await useCases.startRetraining({ username: usernameOf(request) });
      return { status: 'success' as const, message: 'Update started', job_id: id };
    },
  );
};

export const getPerformance: Endpoint = (app, { useCases }) => {
  app.get(
    '/online_learning/performance',
    {
      schema: {
        operationId: 'earlierPerformance',
        tags: ['earlier'],
        summary: 'How well labels were predicted before they were learned',
        response: { 200: json('The figures', PerformanceAnswer), ...problems(['model-missing']) },
      },
    },
    async () => {
      const { prequential, curve } = await useCases.learningStatus();
      return {
        mae: prequential.mae,
        rmse: prequential.rmse,
        bias: prequential.bias,
        sample_count: prequential.count,
        history: curve.map(({ labelNumber, absoluteError, meanErrorLast20 }) => ({
          label_number: labelNumber,
          absolute_error: absoluteError,
          moving_mae: meanErrorLast20,
        })),
      };
    },
  );
};
