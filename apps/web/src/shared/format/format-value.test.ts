import { describe, expect, it } from 'vitest';
import { elapsedBetween, formatAgo, formatInstant } from './format-time.ts';
import {
  formatBytes,
  formatDuration,
  formatHalfWidth,
  formatInterval,
  formatNumber,
  formatPercent,
  formatShare,
  formatSigned,
  shortDigest,
} from './format-value.ts';

describe('values', () => {
  it('shows a dash where there is no value', () => {
    expect(formatPercent(null)).toBe('–');
    expect(formatPercent(undefined)).toBe('–');
    expect(formatNumber(Number.NaN, 1)).toBe('–');
    expect(formatInterval(12, null)).toBe('–');
    expect(formatHalfWidth(null, 3)).toBe('–');
    expect(formatDuration(null)).toBe('–');
  });

  it('keeps zero as a value', () => {
    expect(formatPercent(0, 1, 'en')).toBe('0.0 %');
    expect(formatInterval(0, 4, 'en')).toBe('0.0 – 4.0 %');
  });

  it('follows the locale', () => {
    expect(formatPercent(63.44, 1, 'de')).toBe('63,4 %');
    expect(formatPercent(63.44, 1, 'en')).toBe('63.4 %');
  });

  it('signs differences, zero excepted', () => {
    expect(formatSigned(8.62, 1, 'en')).toBe('+8.6');
    expect(formatSigned(-3.21, 1, 'en')).toBe('−3.2');
    expect(formatSigned(-0.01, 1, 'en')).toBe('0.0');
  });

  it('picks the unit that reads best', () => {
    expect(formatDuration(843.4, 'en')).toBe('843 ms');
    expect(formatDuration(3210, 'en')).toBe('3.2 s');
    expect(formatDuration(125_000, 'en')).toBe('2 min 05 s');
    expect(formatBytes(512, 'en')).toBe('512 B');
    expect(formatBytes(3_565_158, 'en')).toBe('3.4 MiB');
    expect(formatBytes(5_402_113_024, 'en')).toBe('5.0 GiB');
    expect(formatShare(0.9, 'en')).toBe('90 %');
    expect(formatHalfWidth(55, 71, 'en')).toBe('± 8.0');
  });

  it('shortens digests', () => {
    expect(shortDigest('0123456789abcdef')).toBe('01234567');
  });
});

describe('times', () => {
  it('reads an instant in a zone', () => {
    expect(formatInstant('2026-11-23T01:05:00Z', 'en-GB', 'UTC')).toBe('23 Nov 2026, 01:05');
    expect(formatInstant('nonsense')).toBe('–');
  });

  it('tells how long ago it was, in the unit that reads best', () => {
    const before = (seconds: number) =>
      new Date(Date.parse('2026-11-23T12:00:00Z') - 1000 * seconds).toISOString();
    const ago = (seconds: number, locale = 'en') =>
      formatAgo(before(seconds), '2026-11-23T12:00:00Z', locale);
    expect([0, 119, 120, 7_199, 7_200, 3 * 86_400].map((seconds) => ago(seconds))).toEqual([
      ...[
        '0 seconds ago',
        '119 seconds ago',
        '2 minutes ago',
        '119 minutes ago',
        '2 hours ago',
        '3 days ago',
      ],
    ]);
    expect(ago(300, 'de')).toBe('vor 5 Minuten');
    expect(formatAgo(null, '2026-11-23T12:00:00Z')).toBe('–');
  });

  it('measures between two instants', () => {
    expect(elapsedBetween('2026-11-23T01:05:00Z', '2026-11-23T01:05:02.500Z')).toBe(2500);
    expect(elapsedBetween(null, '2026-11-23T01:05:02.500Z')).toBeNull();
  });
});
