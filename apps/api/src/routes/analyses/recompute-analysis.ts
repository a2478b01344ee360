import { Recomputation } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { abortOnDisconnect } from '../../http/abort-on-disconnect.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';

/** Computes an old analysis again and compares. */
export const recomputeAnalysis: Endpoint = (app, { useCases, studies }) => {
  app.post(
    '/analyses/:id/recompute',
    {
      schema: {
        operationId: 'recomputeAnalysis',
        tags: ['analyses'],
        summary: 'Compute an old analysis again and compare',
        description:
          'Uses the model, picture and calibration that the analysis names, and compares every number, and map, overlay and features byte by byte. Changes nothing but the audit trail.',
        params: IdParams,
        response: {
          200: json('Both, and what differs', Recomputation),
          ...problems([
            'invalid-request',
            'analysis-not-found',
            'blind-reading',
            'image-not-found',
            'model-not-found',
            'pipeline-gone',
            'image-truncated',
            'image-too-slow',
            'measurer-busy',
            'object-not-found',
            'pictures-removed',
            'object-damaged',
            'objects-unavailable',
            'objects-refused',
            'out-of-memory',
            'cross-site-request',
            'unsupported-media-type',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { analysis: wanted } = await useCases.getAnalysis(request.params.id);
      await studies.requireSight(usernameOf(request), [wanted.imageId]);
      const { analysis, isIdentical, differences, ...recomputed } = await useCases.recomputeAnalysis({
        analysisId: request.params.id,
        username: usernameOf(request),
        signal: abortOnDisconnect(reply),
      });
      return {
        analysis_id: analysis.id,
        model_version: analysis.modelVersion,
        pipeline_version: analysis.pipelineVersion,
        is_identical: isIdentical,
        differences: [...differences],
        stored: numbersOf(analysis),
        recomputed: numbersOf(recomputed),
      };
    },
  );
};

const numbersOf = (one: { shearPercent: number | null; lower: number | null; upper: number | null }) => ({
  shear_percent: one.shearPercent,
  lower: one.lower,
  upper: one.upper,
});
