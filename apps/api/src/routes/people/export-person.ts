import { Readable } from 'node:stream';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { problems, text } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';

export const PersonParams = Type.Object({
  username: Type.String({ minLength: 1, maxLength: 100, description: 'User name' }),
});

/** Everything stored about a person. */
export const exportPerson: Endpoint = (app, { useCases }) => {
  app.get(
    '/people/:username/export',
    {
      schema: {
        operationId: 'exportPerson',
        tags: ['people'],
        summary: 'Everything stored about a person',
        description:
          'One JSON object a line, `{"kind", "record"}`: account, sessions, pictures, analyses, labels, jobs, deployments and entries of the audit trail. No secrets.',
        params: PersonParams,
        response: {
          200: text('The records, streamed', 'application/x-ndjson', '{"kind":"account","record":{}}\n'),
          ...problems(['invalid-request', 'user-not-found']),
        },
      },
    },
    async (request, reply) => {
      const { username } = request.params;
      const records = useCases.exportPerson({ username, by: usernameOf(request) });
      // The first record decides whether there is anything: after it only the connection can fail.
      const first = await records[Symbol.asyncIterator]().next();
      async function* lines() {
        if (first.done !== true) yield `${JSON.stringify(first.value)}\n`;
        for await (const record of records) yield `${JSON.stringify(record)}\n`;
      }
      reply
        .header('content-type', 'application/x-ndjson; charset=utf-8')
        .header('content-disposition', 'attachment; filename="person.ndjson"');
      return reply.send(Readable.from(lines(), { objectMode: false })) as never;
    },
  );
};
