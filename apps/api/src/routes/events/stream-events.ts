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
          'Server-sent events of the types of ServerEvent. Comments keep the connection alive. Events missed while away are not replayed (Last-Event-ID is accepted): read again what you show after a reconnect.',
        response: {
          200: text(
            'Each `data:` line is a ServerEvent',
            'text/event-stream',
            'event: model.promoted\nid: 3\ndata: {"type":"model.promoted","version":"2026.11.23-1","digest":"…"}\n\n',
          ),
          ...problems(['shutting-down']),
        },
      },
    },
    async (request, reply) => eventStreams.open(request, reply, {}),
  );
};
