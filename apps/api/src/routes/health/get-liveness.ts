import { Health } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';

/** Whether the process answers at all; touches nothing outside it. */
export const getLiveness: Endpoint = (app) => {
  app.get(
    '/livez',
    {
      config: { rateLimit: false },
      schema: {
        operationId: 'getLiveness',
        tags: ['health'],
        summary: 'Whether the process answers',
        description: 'Touches nothing outside the process: restart it when this fails.',
        response: { 200: json('It answers', Health), ...problems([], 'public') },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return { status: 'ok' as const, checks: [] };
    },
  );
};
