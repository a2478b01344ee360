import { currentLocale } from '../language/language.ts';
import { NO_VALUE } from './format-value.ts';

function parse(instant: string | null | undefined): Date | null {
  if (instant === null || instant === undefined) return null;
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** Date and time of day in the reader's locale and zone. */
export function formatInstant(
  instant: string | null | undefined,
  locale = currentLocale(),
  timeZone?: string,
): string {
  const date = parse(instant);
  if (date === null) return NO_VALUE;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(date);
}

/** A day in the reader's locale and zone, e.g. `3 Nov 2026`. */
export function formatDay(instant: string | null | undefined, locale = currentLocale()): string {
  const date = parse(instant);
  return date === null ? NO_VALUE : new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(date);
}

/** Time between two instants in milliseconds; null where one is missing. */
export function elapsedBetween(start: string | null, end: string | null): number | null {
  const from = parse(start);
  const to = parse(end);
  return from === null || to === null ? null : Math.max(0, to.getTime() - from.getTime());
}
