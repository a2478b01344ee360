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

/** Time of day to the second, in the reader's locale and zone. */
export function formatClock(instant: string, locale = currentLocale(), timeZone?: string): string {
  const date = parse(instant);
  if (date === null) return NO_VALUE;
  return new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone }).format(date);
}

/** Time between two instants in milliseconds; null where one is missing. */
export function elapsedBetween(start: string | null, end: string | null): number | null {
  const from = parse(start);
  const to = parse(end);
  return from === null || to === null ? null : Math.max(0, to.getTime() - from.getTime());
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** How long before `now` it was, e.g. `38 minutes ago`; from two of a unit on in that unit. */
export function formatAgo(instant: string | null | undefined, now: string, locale = currentLocale()): string {
  const seconds = elapsedBetween(instant ?? null, now);
  if (seconds === null) return NO_VALUE;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const [unit, size] = STEPS.find(([, size]) => seconds / 1000 >= 2 * size) ?? ['second', 1];
  return format.format(-Math.floor(seconds / 1000 / size), unit);
}
