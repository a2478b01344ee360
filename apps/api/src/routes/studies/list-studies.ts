import { pageOf, Study, StudyQuery } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentPage } from '../../present/present-page.ts';
import { presentStudy } from '../../present/present-study.ts';

/** Studies of readers. */
export const listStudies: Endpoint = (app, { studies }) => {
  app.get(
    '/studies',
    {
      schema: {
        operationId: 'listStudies',
        tags: ['studies'],
        summary: 'Studies of readers, newest first',
        querystring: StudyQuery,
        response: {
          200: json('A page of studies', pageOf(Study)),
          ...problems(['invalid-request', 'cursor-invalid']),
        },
      },
    },
    async (request) => {
      const { cursor, limit = 50, is_closed: isClosed, reader } = request.query;
      return presentPage(await studies.list({ isClosed, reader }, { cursor, limit }), presentStudy);
    },
  );
};
