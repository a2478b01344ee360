import { Readable } from 'node:stream';
import { HistoryFilter } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { problems, text } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { HISTORY_COLUMNS, historyCsv } from './history-csv.ts';
import { toHistoryFilter } from './history-filter.ts';

/** The history as a table for spreadsheets. */
export const exportHistory: Endpoint = (app, { useCases, studies }) => {
  app.get(
    '/history/export',
    {
      schema: {
        operationId: 'exportHistory',
        tags: ['history'],
        summary: 'The history as CSV',
        description: [
          'UTF-8, comma-separated, CRLF, header row, times in UTC, decimal point, empty = no value. Cells that a spreadsheet would take for a formula begin with an apostrophe. Columns:',
          ...HISTORY_COLUMNS.map(({ name, meaning }) => `- \`${name}\`: ${meaning}`),
        ].join('\n'),
        querystring: HistoryFilter,
        response: {
          200: text(
            'The table, streamed',
            'text/csv',
            `${HISTORY_COLUMNS.map(({ name }) => name).join(',')}\r\n`,
          ),
          ...problems(['invalid-request']),
        },
      },
    },
    async (request, reply) => {
      const username = usernameOf(request);
      const withoutImages = await studies.hiddenFrom(username);
      const filter = { ...toHistoryFilter(request.query), withoutImages };
      const entries = useCases.exportHistory(filter, username);
      const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '');
      reply
        .header('content-type', 'text/csv; charset=utf-8; header=present')
        .header('content-disposition', `attachment; filename="history-${stamp}Z.csv"`)
        .header('cache-control', 'no-store');
      return reply.send(Readable.from(historyCsv(entries), { objectMode: false })) as never;
    },
  );
};
