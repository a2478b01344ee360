import { Readable } from 'node:stream';
import { AuditExportQuery } from '@mlmcsc/contracts';
import { InvalidInput } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { problems, text } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { AUDIT_COLUMNS, auditCsv } from './audit-csv.ts';
import { toAuditFilter } from './audit-filter.ts';

/** The trail, to be kept or checked elsewhere. */
export const exportAudit: Endpoint = (app, { useCases }) => {
  app.get(
    '/audit/export',
    {
      schema: {
        operationId: 'exportAudit',
        tags: ['audit'],
        summary: 'The audit trail as a file',
        description: [
          '`ndjson`: the whole trail, oldest first, one entry a line; `mlmcsc audit verify --file` checks it without this system, so it takes no filters.',
          `\`csv\`: a table for spreadsheets, newest first, with the filters of the list. Columns: ${AUDIT_COLUMNS.map(({ name }) => `\`${name}\``).join(', ')}.`,
          'The export is recorded when it begins.',
        ].join('\n\n'),
        querystring: AuditExportQuery,
        response: {
          200: {
            description: 'The trail, streamed',
            content: {
              ...text('', 'application/x-ndjson', '{"hash":"…","prev_hash":"…","entry":{}}\n').content,
              ...text('', 'text/csv', `${AUDIT_COLUMNS.map(({ name }) => name).join(',')}\r\n`).content,
            },
          },
          ...problems(['invalid-request']),
        },
      },
    },
    async (request, reply) => {
      const { format, ...filter } = request.query;
      if (format === 'ndjson' && Object.keys(filter).length > 0) {
        throw new InvalidInput(
          'invalid-request',
          'A trail that can be verified is whole: leave the filters out, or ask for `csv`.',
        );
      }
      const username = usernameOf(request);
      const lines =
        format === 'ndjson'
          ? withLineFeeds(useCases.exportAuditTrail(username))
          : auditCsv(useCases.exportAuditTable(toAuditFilter(filter), username));
      const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '');
      reply
        .header(
          'content-type',
          format === 'ndjson'
            ? 'application/x-ndjson; charset=utf-8'
            : 'text/csv; charset=utf-8; header=present',
        )
        .header('content-disposition', `attachment; filename="audit-${stamp}Z.${format}"`);
      return reply.send(Readable.from(lines, { objectMode: false })) as never;
    },
  );
};

async function* withLineFeeds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
