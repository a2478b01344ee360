import { ModelTrial, PageQuery, pageOf, TrialComparison } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { presentPage } from '../../present/present-page.ts';
import { presentComparison, presentTrial } from '../../present/present-trial.ts';

/** Trials, newest first. */
export const listTrials: Endpoint = (app, { useCases }) => {
  app.get(
    '/model-trials',
    {
      schema: {
        operationId: 'listTrials',
        tags: ['models'],
        summary: 'Trials of challengers, newest first',
        querystring: PageQuery,
        response: {
          200: json('A page of trials', pageOf(ModelTrial)),
          ...problems(['invalid-request', 'cursor-invalid']),
        },
      },
    },
    async (request) => {
      const { cursor, limit = 50 } = request.query;
      return presentPage(await useCases.listTrials({ cursor, limit }), presentTrial);
    },
  );
};

/** One trial. */
export const getTrial: Endpoint = (app, { useCases }) => {
  app.get(
    '/model-trials/:id',
    {
      schema: {
        operationId: 'getTrial',
        tags: ['models'],
        summary: 'One trial',
        params: IdParams,
        response: { 200: json('The trial', ModelTrial), ...problems(['invalid-request', 'trial-not-found']) },
      },
    },
    async (request) => presentTrial(await useCases.getTrial(request.params.id)),
  );
};

/** Both models on the same pictures. */
export const getTrialComparison: Endpoint = (app, { useCases }) => {
  app.get(
    '/model-trials/:id/comparison',
    {
      schema: {
        operationId: 'getTrialComparison',
        tags: ['models'],
        summary: 'Both models of a trial on the same pictures',
        description:
          'Differences are paired and intervals are by specimen. Labels were given by people who saw the answer of the model that answered, which pulls them towards it.',
        params: IdParams,
        response: {
          200: json('What the trial has shown so far', TrialComparison),
          ...problems(['invalid-request', 'trial-not-found']),
        },
      },
    },
    async (request) => presentComparison(await useCases.compareTrial(request.params.id)),
  );
};
