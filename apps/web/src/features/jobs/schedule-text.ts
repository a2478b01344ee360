import { fill } from '../../shared/language/fill.ts';
import { text } from './texts/text.ts';

/** From Sunday to Sunday, which cron counts as 0 and as 7. */
const weekdays = () => [
  text.sunday,
  text.monday,
  text.tuesday,
  text.wednesday,
  text.thursday,
  text.friday,
  text.saturday,
  text.sunday,
];

/** When a schedule runs, in words where they are short, e.g. `every day at 03:17`; else the expression. */
export function cronText(cron: string): string {
  const [minute = '', hour = '', day, month, weekday = ''] = cron.trim().split(/\s+/);
  if (day !== '*' || month !== '*' || !/^\d{1,2}$/.test(minute)) return cron;
  if (hour === '*' && weekday === '*') return fill(text.everyHourAtMinute, { minute: Number(minute) });
  if (!/^\d{1,2}$/.test(hour)) return cron;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (weekday === '*') return fill(text.everyDayAt, { time });
  return /^[0-7]$/.test(weekday)
    ? fill(text.everyAt, { weekday: weekdays()[Number(weekday)] ?? '', time })
    : cron;
}

/** Names of the time zones that the browser knows, the present one among them. */
export function timeZones(present: string): readonly string[] {
  return [...new Set(['UTC', present, ...Intl.supportedValuesOf('timeZone')])];
}
