import { Readable } from 'node:stream';
import type { HistoryEntry } from '@mlmcsc/core';
import type { Static } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems, text } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { API_VERSION } from '../../version.ts';
import { csvCell } from '../history/history-csv.ts';
import { confidenceOf } from './predict.ts';
import { HealthAnswer, HistoryAnswer, HistoryPageQuery, HistoryRow, MetricsAnswer } from './schemas.ts';

/** How much was measured, and how well. */
export const getMetrics: Endpoint = (app, { useCases }) => {
  app.get(
    '/get_metrics',
    {
      schema: {
        operationId: 'earlierGetMetrics',
        tags: ['earlier'],
        summary: 'How much was measured, and how well',
        response: { 200: json('The figures', MetricsAnswer), ...problems(['model-missing']) },
      },
    },
    async () => {
      const [status, total_predictions, daily] = await Promise.all([
        useCases.learningStatus(),
        useCases.countAnalyses(),
        useCases.dailyErrors(),
      ]);
      const { mae, rmse, count } = status.prequential;
      return {
        total_predictions,
        total_labels: status.labelsTotal,
        accuracy_metrics: { mae, rmse, sample_count: count },
        recent_performance: { daily_mae: daily.map(({ date, mae: error }) => ({ date, mae: error })) },
        model_version: status.champion.version,
        last_updated: status.champion.createdAt.toISOString(),
      };
    },
  );
};

/** Pages by number; slow far back, where `/api/v1/history` is not. */
export const getHistory: Endpoint = (app, { useCases, studies }) => {
  app.get(
    '/get_history',
    {
      schema: {
        operationId: 'earlierGetHistory',
        tags: ['earlier'],
        summary: 'What was measured, newest first',
        querystring: HistoryPageQuery,
        response: { 200: json('A page', HistoryAnswer), ...problems(['invalid-request']) },
      },
    },
    async (request) => {
      const { page = 1, page_size = 50 } = request.query;
      const withoutImages = await studies.hiddenFrom(usernameOf(request));
      const [slice, total_count] = await Promise.all([
        useCases.history({ withoutImages }, { limit: page_size, offset: (page - 1) * page_size }),
        useCases.countAnalyses(),
      ]);
      return { items: slice.items.map(toRow), total_count, page, page_size };
    },
  );
};

const COLUMNS = Object.keys(HistoryRow.properties) as (keyof Static<typeof HistoryRow>)[];

/** The same as a table. */
export const exportHistory: Endpoint = (app, { useCases, studies }) => {
  app.get(
    '/export_history',
    {
      schema: {
        operationId: 'earlierExportHistory',
        tags: ['earlier'],
        summary: 'What was measured, as CSV',
        response: {
          200: text('The table, streamed', 'text/csv', `${COLUMNS.join(',')}\r\n`),
          ...problems([]),
        },
      },
    },
    async (request, reply) => {
      const withoutImages = await studies.hiddenFrom(usernameOf(request));
      const entries = useCases.exportHistory({ withoutImages }, usernameOf(request));
      reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="history.csv"');
      return reply.send(Readable.from(csvOf(entries), { objectMode: false })) as never;
    },
  );
};

async function* csvOf(entries: AsyncIterable<HistoryEntry>): AsyncGenerator<string> {
  yield `${COLUMNS.join(',')}\r\n`;
  for await (const entry of entries) {
    const row = toRow(entry);
    yield `${COLUMNS.map((name) => csvCell(row[name])).join(',')}\r\n`;
  }
}

const toRow = ({ analysis, image, label }: HistoryEntry) => ({
  specimen_id: analysis.id,
  timestamp: analysis.createdAt.toISOString(),
  file_name: image.fileName,
  shear_percentage: analysis.shearPercent,
  confidence: confidenceOf(analysis),
  technician_label: label?.shearPercent ?? null,
  technician_id: label?.technician ?? null,
  notes: label?.notes ?? null,
  model_version: analysis.modelVersion,
});

/** Whether pictures can be measured. */
export const getHealth: Endpoint = (app, { useCases }) => {
  app.get(
    '/health',
    {
      schema: {
        operationId: 'earlierGetHealth',
        tags: ['earlier'],
        summary: 'Whether pictures can be measured',
        response: {
          200: json('They can', HealthAnswer),
          503: json('They cannot', HealthAnswer),
          ...problems([], 'public', [503]),
        },
      },
    },
    async (_request, reply) => {
      const isReady = await useCases
        .checkReadiness()
        .then(() => useCases.currentModel())
        .then(
          () => true,
          () => false,
        );
      if (!isReady) reply.code(503).header('retry-after', '2');
      return {
        status: isReady ? ('healthy' as const) : ('unhealthy' as const),
        timestamp: new Date().toISOString(),
        models_loaded: { detection: isReady, regression: isReady },
        version: API_VERSION,
      };
    },
  );
};
