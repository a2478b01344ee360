import type { AuditFilterQuery } from '@mlmcsc/contracts';

/** Filters of the trail as they stand in the address. Dates are days of the reader's calendar. */
export interface AuditSearch {
  action?: string;
  actor?: string;
  kind?: string;
  id?: string;
  from?: string;
  to?: string;
}

/** Reads an address; whatever does not fit is left out, so that no link can break the page. */
export function parseAuditSearch(raw: Record<string, unknown>): AuditSearch {
  const search: AuditSearch = {};
  for (const name of ['action', 'actor', 'kind', 'id'] as const) {
    const value = readText(raw[name], name === 'id' ? 200 : 100);
    if (value !== undefined) search[name] = value;
  }
  for (const name of ['from', 'to'] as const) {
    const value = readDay(raw[name]);
    if (value !== undefined) search[name] = value;
  }
  return search;
}

/** The request's filter. `to` takes its whole day in; days entered the wrong way round are turned. */
export function toAuditFilter({ action, actor, kind, id, ...days }: AuditSearch): AuditFilterQuery {
  const [from, to] =
    days.from !== undefined && days.to !== undefined && days.from > days.to
      ? [days.to, days.from]
      : [days.from, days.to];
  return {
    ...(action === undefined ? {} : { action }),
    ...(actor === undefined ? {} : { actor }),
    ...(kind === undefined ? {} : { subject_kind: kind }),
    ...(id === undefined ? {} : { subject_id: id }),
    ...(from === undefined ? {} : { from: new Date(`${from}T00:00:00.000`).toISOString() }),
    ...(to === undefined ? {} : { to: startOfNextDay(to) }),
  };
}

function startOfNextDay(day: string): string {
  const date = new Date(`${day}T00:00:00.000`);
  date.setDate(date.getDate() + 1);
  return date.toISOString();
}

function readText(value: unknown, maxLength: number): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const trimmed = text.trim();
  return trimmed === '' || trimmed.length > maxLength ? undefined : trimmed;
}

function readDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const date = new Date(`${value}T00:00:00.000Z`);
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(value) ? undefined : value;
}
