import { Analysis, CreateAnalysisRequest } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { abortOnDisconnect } from '../../http/abort-on-disconnect.ts';
import { IdempotencyHeaders, idempotently } from '../../http/idempotently.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentAnalysis } from '../../present/present-analysis.ts';

/** Measures one picture now. */
export const createAnalysis: Endpoint = (app, { useCases, studies, idempotency }) => {
  app.post(
    '/analyses',
    {
      schema: {
        operationId: 'createAnalysis',
        tags: ['analyses'],
        summary: 'Measure one picture now',
        description:
          'Measures with the champion model (while a canary runs, with the challenger for its share of the specimens; `model` says which) and answers with percent shear, interval, outline and flags. A picture without a usable face is an answer too: `status` is `no-face` or `poor` and `reason` says why. What the same model has measured before is returned (200).',
        headers: IdempotencyHeaders,
        body: CreateAnalysisRequest,
        response: {
          200: json('Measured before by the same model', Analysis),
          201: json('Measured', Analysis),
          ...problems([
            'invalid-request',
            'malformed-body',
            'image-not-found',
            'blind-reading',
            'image-truncated',
            'image-too-slow',
            'measurer-busy',
            'object-not-found',
            'pictures-removed',
            'object-damaged',
            'objects-unavailable',
            'objects-refused',
            'out-of-memory',
            'model-missing',
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
      idempotently(idempotency, request, reply, async () => {
        await studies.requireSight(usernameOf(request), [request.body.image_id]);
        const { analysis, label, created } = await useCases.analyseImage({
          imageId: request.body.image_id,
          username: usernameOf(request),
          signal: abortOnDisconnect(reply),
        });
        return {
          status: created ? 201 : 200,
          location: `/api/v1/analyses/${analysis.id}`,
          body: presentAnalysis(analysis, label),
        };
      }),
  );
};
