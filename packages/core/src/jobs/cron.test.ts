import { expect, test } from 'vitest';
import { isTimeZone, nextTime, parseCron } from './cron.ts';

const next = (cron: string, zone: string, after: string) =>
  nextTime(parseCron(cron)!, zone, new Date(after))?.toISOString();

test.each([
  ['17 3 * * *', 'UTC', '2026-11-25T03:17:00Z', '2026-11-26T03:17:00.000Z'],
  ['17 3 * * *', 'UTC', '2026-11-25T03:16:59.999Z', '2026-11-25T03:17:00.000Z'],
  ['*/20 8-9 * * *', 'UTC', '2026-11-25T08:40:00Z', '2026-11-25T09:00:00.000Z'],
  ['5/30 * * * *', 'UTC', '2026-11-25T08:06:00Z', '2026-11-25T08:35:00.000Z'],
  ['0 6 * * 1', 'UTC', '2026-11-25T00:00:00Z', '2026-11-30T06:00:00.000Z'],
  ['0 6 * * 7', 'UTC', '2026-11-25T00:00:00Z', '2026-11-29T06:00:00.000Z'],
  ['0 0 1,15 * 3', 'UTC', '2026-11-25T12:00:00Z', '2026-12-01T00:00:00.000Z'],
  ['0 0 29 2 *', 'UTC', '2026-11-25T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ['30 7 * * *', 'Asia/Kolkata', '2026-11-25T03:00:00Z', '2026-11-26T02:00:00.000Z'],
  ['30 7 * * *', 'America/New_York', '2026-11-25T00:00:00Z', '2026-11-25T12:30:00.000Z'],
])('%s in %s after %s', (cron, zone, after, expected) => {
  expect(next(cron, zone, after)).toBe(expected);
});

test('a time that the clocks skip comes later, one that comes twice counts once', () => {
  // 2026-03-29, 02:00 to 03:00 does not exist in Berlin; 2026-10-25, 02:00 to 03:00 comes twice.
  expect(next('30 2 * * *', 'Europe/Berlin', '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:30:00.000Z');
  expect(next('30 2 * * *', 'Europe/Berlin', '2026-03-29T01:30:00Z')).toBe('2026-03-30T00:30:00.000Z');
  expect(next('30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
  expect(next('30 2 * * *', 'Europe/Berlin', '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00.000Z');
});

test.each([
  '',
  '* * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '* * * 13 *',
  '* * * * 8',
  '*/0 * * * *',
  '5-1 * * * *',
  'a * * * *',
  '0 0 30 2 *',
  '-1 * * * *',
  '1,,2 * * * *',
])('"%s" is no schedule', (text) => {
  expect(parseCron(text)).toBeNull();
});

test('time zones are those that the runtime knows', () => {
  expect(['UTC', 'Europe/Berlin', 'Mars/Olympus', '', '+02:00'].map(isTimeZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
