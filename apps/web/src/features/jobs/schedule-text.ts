const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** When a schedule runs, in words where they are short, e.g. `every day at 03:17`; else the expression. */
export function cronText(cron: string): string {
  const [minute = '', hour = '', day, month, weekday = ''] = cron.trim().split(/\s+/);
  if (day !== '*' || month !== '*' || !/^\d{1,2}$/.test(minute)) return cron;
  if (hour === '*' && weekday === '*') return `every hour at minute ${Number(minute)}`;
  if (!/^\d{1,2}$/.test(hour)) return cron;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (weekday === '*') return `every day at ${time}`;
  return /^[0-7]$/.test(weekday) ? `every ${WEEKDAYS[Number(weekday)]} at ${time}` : cron;
}

/** Names of the time zones that the browser knows, the present one among them. */
export function timeZones(present: string): readonly string[] {
  return [...new Set(['UTC', present, ...Intl.supportedValuesOf('timeZone')])];
}
