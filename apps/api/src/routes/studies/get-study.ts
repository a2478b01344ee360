import { StudyProgress, StudyResults, StudySpecimens } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import {
  presentStudyProgress,
  presentStudyResults,
  presentStudySpecimen,
} from '../../present/present-study.ts';

/** A study and how far everybody is. */
export const getStudy: Endpoint = (app, { studies }) => {
  app.get(
    '/studies/:id',
    {
      schema: {
        operationId: 'getStudy',
        tags: ['studies'],
        summary: 'A study and how far everybody is',
        params: IdParams,
        response: {
          200: json('The study', StudyProgress),
          ...problems(['invalid-request', 'study-not-found']),
        },
      },
    },
    async (request) => presentStudyProgress(await studies.progress(request.params.id)),
  );
};

/** The specimens of a study, blind until everybody has read them. */
export const getStudySpecimens: Endpoint = (app, { studies }) => {
  app.get(
    '/studies/:id/specimens',
    {
      schema: {
        operationId: 'getStudySpecimens',
        tags: ['studies'],
        summary: 'Its specimens, with the readings of those that everybody has read',
        description:
          '`revealed` is null while somebody has still to read the specimen, for everybody, reviewers too.',
        params: IdParams,
        response: {
          200: json('The specimens', StudySpecimens),
          ...problems(['invalid-request', 'study-not-found']),
        },
      },
    },
    async (request) => ({
      items: (await studies.specimens(request.params.id)).map(presentStudySpecimen),
    }),
  );
};

/** How well its readers agree. */
export const getStudyResults: Endpoint = (app, { studies }) => {
  app.get(
    '/studies/:id/results',
    {
      schema: {
        operationId: 'getStudyResults',
        tags: ['studies'],
        summary: 'How well its readers agree',
        description:
          'Once everything is read, or the study was closed. Figures and their sources: docs/reference/agreement-statistics.md.',
        params: IdParams,
        response: {
          200: json('The figures', StudyResults),
          ...problems(['invalid-request', 'study-not-found', 'study-not-finished']),
        },
      },
    },
    async (request) => presentStudyResults(await studies.results(request.params.id)),
  );
};
