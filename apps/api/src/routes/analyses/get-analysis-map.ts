import { assertMapsThere, NotFound } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { binary, IdParams, noContent, problems } from '../../http/route-schema.ts';
import { sendImmutable } from '../../http/send-immutable.ts';
import { usernameOf } from '../../http/signed-in.ts';

/** Percent shear pixel by pixel: 8-bit grey PNG of the picture's size, 255 = shear, 0 = cleavage or outside the face. */
export const getAnalysisMap: Endpoint = (app, { useCases, studies }) => {
  app.get(
    '/analyses/:id/map',
    {
      schema: {
        operationId: 'getAnalysisMap',
        tags: ['analyses'],
        summary: 'The shear map',
        description:
          "Percent shear pixel by pixel: 8-bit grey PNG of the picture's size, 255 = shear, 0 = cleavage or outside the face.",
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
      const key = analysis.mapKey;
      if (key === null) throw new NotFound('analysis-has-no-map', analysis.reason ?? 'There is no map.');
      assertMapsThere(analysis);
      return sendImmutable(request, reply, key, () => useCases.readObject(key));
    },
  );
};
