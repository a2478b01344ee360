import type { AnalysisStatus, HistoryFilter } from '@mlmcsc/contracts';

/** Filters and place of the history as they stand in the address. Dates are days of the reader's calendar. */
export interface HistorySearch {
  text?: string;
  status?: AnalysisStatus;
  labelled?: 'yes' | 'no';
  technician?: string;
  from?: string;
  to?: string;
  min?: number;
  max?: number;
  cursor?: string;
}

const STATUSES: readonly AnalysisStatus[] = ['ok', 'no-face', 'poor'];

/** Reads an address; whatever does not fit is left out, so that no link can break the page. */
export function parseHistorySearch(raw: Record<string, unknown>): HistorySearch {
  const search: HistorySearch = {};
  const text = readText(raw.text, 100);
  if (text !== undefined) search.text = text;
  const status = STATUSES.find((known) => known === raw.status);
  if (status !== undefined) search.status = status;
  if (raw.labelled === 'yes' || raw.labelled === 'no') search.labelled = raw.labelled;
  const technician = readText(raw.technician, 100);
  if (technician !== undefined) search.technician = technician;
  const from = readDay(raw.from);
  if (from !== undefined) search.from = from;
  const to = readDay(raw.to);
  if (to !== undefined) search.to = to;
  const min = readPercent(raw.min);
  if (min !== undefined) search.min = min;
  const max = readPercent(raw.max);
  if (max !== undefined) search.max = max;
  const cursor = readText(raw.cursor, 400);
  if (cursor !== undefined) search.cursor = cursor;
  return search;
}

/** The request's filter. A day covers all its hours in the reader's zone: `to` is the last millisecond of the day.
 * Ranges entered the wrong way round are turned. */
export function toHistoryFilter(entered: HistorySearch): HistoryFilter {
  const search = { ...entered };
  if (search.from !== undefined && search.to !== undefined && search.from > search.to) {
    [search.from, search.to] = [search.to, search.from];
  }
  if (search.min !== undefined && search.max !== undefined && search.min > search.max) {
    [search.min, search.max] = [search.max, search.min];
  }
  const filter: HistoryFilter = {};
  if (search.text !== undefined) filter.text = search.text;
  if (search.status !== undefined) filter.status = search.status;
  if (search.labelled !== undefined) filter.labelled = search.labelled === 'yes';
  if (search.technician !== undefined) filter.technician = search.technician;
  if (search.from !== undefined) filter.from = new Date(`${search.from}T00:00:00.000`).toISOString();
  if (search.to !== undefined) filter.to = new Date(`${search.to}T23:59:59.999`).toISOString();
  if (search.min !== undefined) filter.shear_min = search.min;
  if (search.max !== undefined) filter.shear_max = search.max;
  return filter;
}

/** The same search with some filters changed; the place is lost, since the pages are others then. */
export function changeFilters(search: HistorySearch, change: Partial<HistorySearch>): HistorySearch {
  const { cursor: _dropped, ...filters } = { ...search, ...change };
  return parseHistorySearch(filters);
}

/** How many filters are set. */
export function countFilters(search: HistorySearch): number {
  return Object.keys(search).filter((key) => key !== 'cursor').length;
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

function readPercent(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number <= 100 ? number : undefined;
}
