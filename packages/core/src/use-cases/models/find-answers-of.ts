import { NotFound } from '../../errors.ts';
import { type ReportStanding, reportStateOf } from '../../laboratory/reports/report-records.ts';
import type { HistoryEntry, Rows } from '../../ports/store.ts';

const perPage = 200;

/** Pictures whose newest answer is of one model, newest first, read as they are asked for.
 * @throws NotFound `model-not-found`
 */
export async function* findAnswersOf(rows: Rows, version: string): AsyncGenerator<HistoryEntry> {
  const from = await createdAt(rows, version);
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await rows.analyses.history({ from }, { limit: perPage, cursor });
    for (const entry of items) {
      const { imageId, modelVersion } = entry.analysis;
      if (!seen.has(imageId) && modelVersion === version) yield entry;
      seen.add(imageId);
    }
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/** Reports that state an answer of one model, newest first; discarded ones and those with a signed successor are left out.
 * @throws NotFound `model-not-found`
 */
export async function* findReportsOf(rows: Rows, version: string): AsyncGenerator<ReportStanding> {
  const from = await createdAt(rows, version);
  const { reports } = rows.laboratory;
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await reports.list({}, { limit: perPage, cursor });
    for (const standing of items) {
      if (standing.report.madeAt < from) return;
      if (!['draft', 'signed'].includes(reportStateOf(standing))) continue;
      const document = await reports.document(standing.report.id);
      if (document?.includes(`"model_version":${JSON.stringify(version)}`)) yield standing;
    }
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}

async function createdAt(rows: Rows, version: string): Promise<Date> {
  const model = await rows.models.find(version);
  if (model === null) throw new NotFound('model-not-found', `There is no model ${version}.`);
  return model.createdAt;
}
