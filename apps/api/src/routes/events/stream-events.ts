import { LastEventIdHeaders, LastEventIdQuery } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { problems, text } from '../../http/route-schema.ts';

/** Everything that happens in the laboratory, as it happens. */
export const streamEvents: Endpoint = (app, { eventStreams }) => {
  app.get(
    '/events',
    {
      exposeHeadRoute: false,
      schema: {
        operationId: 'streamEvents',
        tags: ['events'],
        summary: 'Everything that happens, as it happens',
        description:
          'Server-sent events of the types of ServerEvent. Comments keep the connection alive. Each event carries its place in the log of events as `id:`; after a reconnect with `Last-Event-ID`, at any replica, what was missed comes first, in order and once. Several changes of one job may come as one, with the job as it is now. What is older than a day is forgotten: `stream.reset` then says to read again what you show.',
        headers: LastEventIdHeaders,
        querystring: LastEventIdQuery,
        response: {
          200: text(
            'Each `data:` line is a ServerEvent',
            'text/event-stream',
            'event: model.promoted\nid: 3\ndata: {"type":"model.promoted","version":"2026.11.23-1","digest":"…"}\n\n',
          ),
          ...problems(['invalid-request', 'shutting-down', 'overloaded']),
        },
      },
    },
    async (request, reply) =>
      eventStreams.open(request, reply, {
        lastEventId: request.headers['last-event-id'] ?? request.query.last_event_id,
      }),
  );
};
