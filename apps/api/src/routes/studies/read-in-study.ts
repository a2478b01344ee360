import { GiveReadingRequest, NextReading } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentNextReading } from '../../present/present-study.ts';

/** What I have to read next. */
export const getNextReading: Endpoint = (app, { studies }) => {
  app.get(
    '/studies/:id/next-reading',
    {
      schema: {
        operationId: 'getNextReading',
        tags: ['studies'],
        summary: 'What I have to read next',
        description: 'The picture without its specimen, and how far I am.',
        params: IdParams,
        response: {
          200: json('My next reading', NextReading),
          ...problems(['invalid-request', 'study-not-found', 'not-a-reader']),
        },
      },
    },
    async (request) => presentNextReading(await studies.next(request.params.id, usernameOf(request))),
  );
};

/** Give the reading that is next. */
export const giveReading: Endpoint = (app, { studies }) => {
  app.post(
    '/studies/:id/readings',
    {
      schema: {
        operationId: 'giveReading',
        tags: ['studies'],
        summary: 'Give the reading that is next',
        description: 'It cannot be changed afterwards; sending the same again changes nothing.',
        params: IdParams,
        body: GiveReadingRequest,
        response: {
          200: json('My next reading', NextReading),
          ...problems([
            'invalid-request',
            'malformed-body',
            'body-too-large',
            'cross-site-request',
            'unsupported-media-type',
            'study-not-found',
            'study-reading-not-found',
            'study-closed',
            'study-reading-given',
            'study-reading-not-next',
            'not-a-reader',
          ]),
        },
      },
    },
    async (request) => {
      const { id: studyId } = request.params;
      const { reading_id: readingId, percent } = request.body;
      const reader = usernameOf(request);
      await studies.give({ studyId, readingId, percent, reader });
      return presentNextReading(await studies.next(studyId, reader));
    },
  );
};
