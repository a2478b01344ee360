import { DriftReference, SetDriftReferenceRequest } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdempotencyHeaders, idempotently } from '../../http/idempotently.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { BODY_PROBLEMS } from '../../http/user-params.ts';
import { presentDriftReference } from '../../present/present-drift.ts';

/** What is measured from here on is usual. */
export const setReference: Endpoint = (app, { drift, idempotency }) => {
  app.post(
    '/drift/references',
    {
      schema: {
        operationId: 'setDriftReference',
        tags: ['drift'],
        summary: 'Take a new reference from here on',
        description:
          'After a lamp, a camera or the steel was changed on purpose. Open findings are over; the next 300 pictures that make 100 points say what is usual.',
        headers: IdempotencyHeaders,
        body: SetDriftReferenceRequest,
        response: {
          201: json('Set; `Location` names where its state is seen', DriftReference),
          ...problems([
            ...BODY_PROBLEMS,
            'reason-missing',
            'drift-reference-invalid',
            'drift-nothing-measured',
            'idempotency-key-reused',
            'idempotency-key-in-use',
          ]),
        },
      },
    },
    async (request, reply) =>
      idempotently(idempotency, request, reply, async (effectId) => {
        const { reason, begins_at: beginsAt } = request.body;
        const reference = await drift.setReference({
          ...{ reason, by: usernameOf(request), id: effectId },
          beginsAt: beginsAt === undefined ? null : new Date(beginsAt),
        });
        return { status: 201, location: '/api/v1/drift', body: presentDriftReference(reference) };
      }),
  );
};
