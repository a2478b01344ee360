import { LastEventIdHeaders, LastEventIdQuery } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, problems, text } from '../../http/route-schema.ts';

/** The changes of one job as they happen. */
export const streamJobEvents: Endpoint = (app, { eventStreams }) => {
  app.get(
    '/jobs/:id/events',
    {
      exposeHeadRoute: false,
      schema: {
        operationId: 'streamJobEvents',
        tags: ['jobs'],
        summary: 'The changes of one job as they happen',
        description:
          'Server-sent events: the job as it is now, then `job.changed` at each change. The stream ends when the job is completed, cancelled or dead. A reconnect misses nothing: the job as it is now comes first.',
        headers: LastEventIdHeaders,
        querystring: LastEventIdQuery,
        params: IdParams,
        response: {
          200: text(
            'Each `data:` line is a ServerEvent',
            'text/event-stream',
            'event: job.changed\nid: 17\ndata: {"type":"job.changed","job":{…}}\n\n',
          ),
          ...problems(['invalid-request', 'job-not-found', 'shutting-down', 'overloaded']),
        },
      },
    },
    async (request, reply) => eventStreams.open(request, reply, { jobId: request.params.id }),
  );
};
