import { assertMapsThere, NotFound } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { binary, IdParams, noContent, problems } from '../../http/route-schema.ts';
import { sendImmutable } from '../../http/send-immutable.ts';
import { usernameOf } from '../../http/signed-in.ts';

/** A transparent PNG of the picture's size that tints cleavage and shear; lay it over the picture. */
export const getAnalysisOverlay: Endpoint = (app, { useCases, studies }) => {
  app.get(
    '/analyses/:id/overlay',
    {
      schema: {
        operationId: 'getAnalysisOverlay',
        tags: ['analyses'],
        summary: 'The overlay for the picture',
        description:
          "A transparent PNG of the picture's size that tints cleavage and shear; lay it over the picture.",
        params: IdParams,
        response: {
          200: binary('The PNG', 'image/png'),
          304: noContent('Unchanged (If-None-Match)'),
          ...problems([
            'invalid-request',
            'analysis-not-found',
            'blind-reading',
            'analysis-has-no-map',
            'object-not-found',
            'pictures-removed',
            'object-damaged',
            'objects-unavailable',
            'objects-refused',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { analysis } = await useCases.getAnalysis(request.params.id);
      await studies.requireSight(usernameOf(request), [analysis.imageId]);
      const key = analysis.overlayKey;
      if (key === null) throw new NotFound('analysis-has-no-map', analysis.reason ?? 'There is no overlay.');
      assertMapsThere(analysis);
      return sendImmutable(request, reply, key, () => useCases.readObject(key));
    },
  );
};
