import { CreateLabelRequest, Label } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdempotencyHeaders, idempotently } from '../../http/idempotently.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentLabel } from '../../present/present-label.ts';

/** Stores a technician's judgement; the system scores itself against it, then learns from it. */
export const createLabel: Endpoint = (app, { useCases, studies, idempotency }) => {
  app.post(
    '/labels',
    {
      schema: {
        operationId: 'createLabel',
        tags: ['labels'],
        summary: 'Accept or correct an analysis',
        description:
          'The judgement is stored, the champion is scored against it, then learns from it in the background. A judgement within 0.05 points of the measured value is an acceptance.',
        headers: IdempotencyHeaders,
        body: CreateLabelRequest,
        response: {
          201: json('Stored', Label),
          ...problems([
            'invalid-request',
            'malformed-body',
            'shear-out-of-range',
            'analysis-not-found',
            'blind-reading',
            'analysis-without-answer',
            'idempotency-key-reused',
            'idempotency-key-in-use',
            'cross-site-request',
            'unsupported-media-type',
            'body-too-large',
          ]),
        },
      },
    },
    async (request, reply) =>
      idempotently(idempotency, request, reply, async (effectId) => {
        const { analysis } = await useCases.getAnalysis(request.body.analysis_id);
        await studies.requireSight(usernameOf(request), [analysis.imageId]);
        const label = await useCases.submitLabel({
          id: effectId,
          analysisId: request.body.analysis_id,
          shearPercent: request.body.shear_percent,
          notes: request.body.notes,
          username: usernameOf(request),
        });
        return {
          status: 201,
          location: `/api/v1/analyses/${label.analysisId}/labels`,
          body: presentLabel(label),
        };
      }),
  );
};
