/** When a schedule is due, by the clock on the wall of a time zone. */
export interface CronExpression {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** 0 = Sunday. */
  readonly weekdays: ReadonlySet<number>;
  /** Both day fields restrict: then either is enough, as in every cron. */
  readonly isEitherDay: boolean;
}

const fields = [
  { least: 0, most: 59 },
  { least: 0, most: 23 },
  { least: 1, most: 31 },
  { least: 1, most: 12 },
  { least: 0, most: 7 },
] as const;
const dayMs = 86_400_000;
/** 29 February comes at the latest after eight years. */
const longestDays = 8 * 366 + 1;

/** Reads `minute hour day month weekday` with `*`, lists, ranges and steps; null when it is not one, or never comes. */
export function parseCron(text: string): CronExpression | null {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== fields.length) return null;
  const sets = parts.map((part, index) => parseField(part, fields[index]!));
  if (sets.some((set) => set === null)) return null;
  const [minutes, hours, days, months, weekdays] = sets as [number[], number[], number[], number[], number[]];
  const expression = {
    minutes,
    hours,
    days: new Set(days),
    months: new Set(months),
    weekdays: new Set(weekdays.map((day) => day % 7)),
    isEitherDay: !parts[2]!.startsWith('*') && !parts[4]!.startsWith('*'),
  };
  return nextTime(expression, 'UTC', new Date(0)) === null ? null : expression;
}

function parseField(text: string, { least, most }: (typeof fields)[number]): number[] | null {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [, range, step] = /^(\*|\d{1,2}(?:-\d{1,2})?)(?:\/(\d{1,2}))?$/.exec(part) ?? [];
    if (range === undefined) return null;
    const [first, last] = range === '*' ? [least, most] : range.split('-').map(Number);
    const end = last ?? (step === undefined ? first! : most);
    const stride = step === undefined ? 1 : Number(step);
    if (first! < least || end > most || end < first! || stride < 1) return null;
    for (let value = first!; value <= end; value += stride) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

/** Whether the runtime knows the time zone, e.g. `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** The first time after `after`. A wall-clock time that a change of the clocks leaves out comes as much later as the clocks
 * were put forward; one that comes twice counts once.
 */
export function nextTime(cron: CronExpression, timeZone: string, after: Date): Date | null {
  const offsetAt = offsetsOf(timeZone);
  const local = new Date(after.getTime() + offsetAt(after.getTime()));
  let day = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate());
  for (let tried = 0; tried < longestDays; tried += 1, day += dayMs) {
    if (!isDue(cron, new Date(day))) continue;
    for (const hour of cron.hours) {
      for (const minute of cron.minutes) {
        const at = instantOf(day + (hour * 60 + minute) * 60_000, offsetAt);
        if (at > after.getTime()) return new Date(at);
      }
    }
  }
  return null;
}

function isDue({ days, months, weekdays, isEitherDay }: CronExpression, date: Date): boolean {
  if (!months.has(date.getUTCMonth() + 1)) return false;
  const isDay = days.has(date.getUTCDate());
  const isWeekday = weekdays.has(date.getUTCDay());
  return isEitherDay ? isDay || isWeekday : isDay && isWeekday;
}

/** The instant of a wall-clock time written as if it were UTC. */
function instantOf(wallMs: number, offsetAt: (ms: number) => number): number {
  const before = wallMs - offsetAt(wallMs - dayMs);
  const after = wallMs - offsetAt(wallMs + dayMs);
  const real = [before, after].filter((at) => at + offsetAt(at) === wallMs);
  return real.length === 0 ? before : Math.min(...real);
}

function offsetsOf(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  } as const);
  return (ms) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(ms)) part[type] = Number(value);
    const { year, month, day, hour, minute, second } = part as Record<string, number>;
    return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!) - Math.floor(ms / 1000) * 1000;
  };
}
