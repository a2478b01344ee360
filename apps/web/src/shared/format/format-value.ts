import { currentLocale } from '../language/language.ts';

/** What stands where there is no value. */
export const NO_VALUE = '–';

const COUNT_OPTIONS = { maximumFractionDigits: 20, useGrouping: 'min2' } as const;

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(fractionDigits: number, locale = currentLocale()): Intl.NumberFormat {
  const key = `${locale ?? ''}:${fractionDigits}`;
  let format = numberFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: fractionDigits,
      maximumFractionDigits: fractionDigits,
    });
    numberFormats.set(key, format);
  }
  return format;
}

/** A number with a fixed count of decimals in the reader's locale; `NO_VALUE` for null and non-finite values. */
export function formatNumber(
  value: number | null | undefined,
  fractionDigits: number,
  locale?: string,
): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NO_VALUE;
  return numberFormat(fractionDigits, locale).format(value);
}

/** The decimal sign of the reader's locale. */
export function decimalSign(locale = currentLocale()): string {
  const parts = numberFormat(1, locale).formatToParts(0.5);
  return parts.find((part) => part.type === 'decimal')?.value ?? '.';
}

/** A number as it is, with the decimals it has, in the reader's locale; thousands are set apart from five figures on. */
export function formatCount(value: number, locale = currentLocale()): string {
  const key = `${locale ?? ''}:count`;
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(locale, COUNT_OPTIONS);
  numberFormats.set(key, format);
  return format.format(value);
}

/** Percent shear with its unit, e.g. `63.4 %`. */
export function formatPercent(
  percent: number | null | undefined,
  fractionDigits = 1,
  locale?: string,
): string {
  const text = formatNumber(percent, fractionDigits, locale);
  return text === NO_VALUE ? text : `${text} %`;
}

/** An interval in points, e.g. `55.1 – 71.0 %`. */
export function formatInterval(
  lower: number | null | undefined,
  upper: number | null | undefined,
  locale?: string,
): string {
  if (lower === null || lower === undefined || upper === null || upper === undefined) return NO_VALUE;
  return `${formatNumber(lower, 1, locale)} – ${formatNumber(upper, 1, locale)} %`;
}

/** Half the width of an interval, e.g. `± 8.0`. */
export function formatHalfWidth(
  lower: number | null | undefined,
  upper: number | null | undefined,
  locale?: string,
): string {
  if (lower === null || lower === undefined || upper === null || upper === undefined) return NO_VALUE;
  return `± ${formatNumber((upper - lower) / 2, 1, locale)}`;
}

/** A share from 0 to 1 as a whole percentage, e.g. `90 %`. */
export function formatShare(share: number | null | undefined, locale?: string): string {
  return formatPercent(share === null || share === undefined ? share : share * 100, 0, locale);
}

/** A difference with its sign, e.g. `+8.6`; a true minus sign for negative values. */
export function formatSigned(value: number | null | undefined, fractionDigits = 1, locale?: string): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NO_VALUE;
  const text = formatNumber(Math.abs(value), fractionDigits, locale);
  if (Number(value.toFixed(fractionDigits)) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

/** Milliseconds as `840 ms`, `3.2 s` or `2 min 05 s`. */
export function formatDuration(milliseconds: number | null | undefined, locale?: string): string {
  if (milliseconds === null || milliseconds === undefined || !Number.isFinite(milliseconds)) return NO_VALUE;
  if (milliseconds < 1000) return `${formatNumber(milliseconds, 0, locale)} ms`;
  if (milliseconds < 60_000) return `${formatNumber(milliseconds / 1000, 1, locale)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${formatNumber(Math.floor(seconds / 60), 0, locale)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** Bytes in binary units, e.g. `3.4 MiB`. */
export function formatBytes(bytes: number | null | undefined, locale?: string): string {
  if (bytes === null || bytes === undefined || !Number.isFinite(bytes)) return NO_VALUE;
  if (bytes < 1024) return `${formatNumber(bytes, 0, locale)} B`;
  if (bytes < 1024 * 1024) return `${formatNumber(bytes / 1024, 0, locale)} KiB`;
  const mebibytes = bytes / 1024 / 1024;
  if (mebibytes < 1024) return `${formatNumber(mebibytes, 1, locale)} MiB`;
  return `${formatNumber(mebibytes / 1024, 1, locale)} GiB`;
}

/** The first eight characters of a digest: enough to compare by eye. */
export function shortDigest(digest: string): string {
  return digest.slice(0, 8);
}
