import { CreateStudyRequest, Study } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdempotencyHeaders, idempotently } from '../../http/idempotently.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentStudy } from '../../present/present-study.ts';

/** Begin a study of readers. */
export const createStudy: Endpoint = (app, { studies, idempotency }) => {
  app.post(
    '/studies',
    {
      schema: {
        operationId: 'createStudy',
        tags: ['studies'],
        summary: 'Begin a study of readers',
        description:
          'Everybody reads the first picture of each specimen `repeats` times (1 unless told: double reading with two readers) in a random order of their own. ' +
          'The model counts with what it has said of the pictures so far, unless `includes_model` is false. Readers who differ by more than ' +
          '`disagreement_threshold` points (10 unless told) leave the specimen to a reviewer.',
        headers: IdempotencyHeaders,
        body: CreateStudyRequest,
        response: {
          201: json('Begun; `Location` names it', Study),
          ...problems([
            'invalid-request',
            'malformed-body',
            'body-too-large',
            'cross-site-request',
            'unsupported-media-type',
            'study-invalid',
            'specimen-not-found',
            'record-exists',
            'already-exists',
            'idempotency-key-reused',
            'idempotency-key-in-use',
          ]),
        },
      },
    },
    async (request, reply) =>
      idempotently(idempotency, request, reply, async (effectId) => {
        const { body } = request;
        const fields = {
          name: body.name,
          notes: body.notes ?? null,
          specimenIds: body.specimen_ids,
          readers: body.readers,
          repeats: body.repeats ?? 1,
          disagreementThreshold: body.disagreement_threshold ?? 10,
          includesModel: body.includes_model ?? true,
          seed: body.seed ?? null,
        };
        const study = presentStudy(await studies.create(fields, usernameOf(request), effectId));
        return { status: 201, location: `/api/v1/studies/${study.id}`, body: study };
      }),
  );
};
