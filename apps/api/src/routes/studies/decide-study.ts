import { AdjudicateRequest, CloseStudyRequest, Id, Study, StudySpecimen } from '@mlmcsc/contracts';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import type { ProblemCode } from '../../http/problem-table.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentStudy, presentStudySpecimen } from '../../present/present-study.ts';

const SpecimenParams = Type.Object({ ...IdParams.properties, specimenId: Id });
const BODY: readonly ProblemCode[] = [
  'invalid-request',
  'malformed-body',
  'body-too-large',
  'cross-site-request',
  'unsupported-media-type',
  'study-not-found',
];

/** A reviewer's value where readers differ. */
export const adjudicate: Endpoint = (app, { studies }) => {
  app.post(
    '/studies/:id/specimens/:specimenId/adjudications',
    {
      schema: {
        operationId: 'adjudicate',
        tags: ['studies'],
        summary: 'Decide about a specimen whose readers differ',
        description:
          'Who reads in the study cannot decide it. A second decision follows the first, which stays.',
        params: SpecimenParams,
        body: AdjudicateRequest,
        response: {
          201: json('The specimen as it is now', StudySpecimen),
          ...problems([
            ...BODY,
            'specimen-not-found',
            'adjudicator-is-reader',
            'study-not-finished',
            'study-not-disputed',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { id: studyId, specimenId } = request.params;
      const decided = await studies.adjudicate({
        studyId,
        specimenId,
        ...request.body,
        by: usernameOf(request),
      });
      return reply.code(201).send(presentStudySpecimen(decided));
    },
  );
};

/** End a study whose readers may not all have finished. */
export const closeStudy: Endpoint = (app, { studies }) => {
  app.post(
    '/studies/:id/close',
    {
      schema: {
        operationId: 'closeStudy',
        tags: ['studies'],
        summary: 'End a study',
        description:
          'Nobody reads in it any more, and what was read is shown. Closing it twice changes nothing.',
        params: IdParams,
        body: CloseStudyRequest,
        response: { 200: json('The study as it is now', Study), ...problems(BODY) },
      },
    },
    async (request) =>
      presentStudy(await studies.close(request.params.id, request.body.reason, usernameOf(request))),
  );
};
