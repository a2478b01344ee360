import { describe, expect, it } from 'vitest';
import { cronText, timeZones } from './schedule-text.ts';

describe('the time of a schedule', () => {
  it.each([
    ['17 3 * * *', 'every day at 03:17'],
    ['30 2 * * 1', 'every Monday at 02:30'],
    ['0 12 * * 7', 'every Sunday at 12:00'],
    ['5 * * * *', 'every hour at minute 5'],
  ])('%s is %s', (cron, text) => {
    expect(cronText(cron)).toBe(text);
  });

  it.each(['*/5 * * * *', '0 3 1 * *', '0 3 * 6 *', '0 1,2 * * *', '0 3 * * 1-5', 'junk'])(
    '%s stands as it is, rather than in words that are not all of it',
    (cron) => {
      expect(cronText(cron)).toBe(cron);
    },
  );
});

describe('time zones', () => {
  it('begin with UTC and hold the present one, once each', () => {
    const zones = timeZones('Europe/Berlin');
    expect(zones[0]).toBe('UTC');
    expect(zones.filter((zone) => zone === 'Europe/Berlin')).toHaveLength(1);
    expect(timeZones('Etc/GMT+3')).toContain('Etc/GMT+3');
  });
});
