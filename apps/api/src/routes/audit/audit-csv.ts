import type { AuditRecord } from '@mlmcsc/core';
import { csvCell } from '../history/history-csv.ts';

/** The columns of the table, in order. New ones go to the end. */
export const AUDIT_COLUMNS: readonly {
  readonly name: string;
  readonly value: (record: AuditRecord) => string | number | null;
}[] = [
  { name: 'position', value: ({ position }) => position },
  { name: 'at', value: ({ at }) => at.toISOString() },
  { name: 'action', value: ({ action }) => action },
  { name: 'actor_kind', value: ({ actorKind }) => actorKind },
  { name: 'actor_person', value: ({ actor }) => actor },
  { name: 'actor_name', value: ({ actorName }) => actorName },
  { name: 'actor_api_key', value: ({ actorKey }) => actorKey },
  { name: 'actor_address', value: ({ address }) => address },
  { name: 'subject_kind', value: ({ subjectKind }) => subjectKind },
  { name: 'subject_id', value: ({ subjectId }) => subjectId },
  { name: 'subject_name', value: ({ subjectName }) => subjectName },
  { name: 'request_id', value: ({ requestId }) => requestId },
  { name: 'details', value: ({ details }) => JSON.stringify(details) },
  { name: 'hash', value: ({ hash }) => hash },
];

/** The table row by row, header first (RFC 4180, with a byte-order mark so that spreadsheets read UTF-8). */
export async function* auditCsv(records: AsyncIterable<AuditRecord>): AsyncGenerator<string> {
  yield `\uFEFF${AUDIT_COLUMNS.map(({ name }) => name).join(',')}\r\n`;
  for await (const record of records) {
    yield `${AUDIT_COLUMNS.map(({ value }) => csvCell(value(record))).join(',')}\r\n`;
  }
}
