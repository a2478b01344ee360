import type { DomainEvent, EventLog, EventLogBounds, LoggedEvent } from '@mlmcsc/core';
import type { Pool } from 'pg';
import { translateDatabaseError } from './translate-database-error.ts';

/** Longer than a week-end would make a tablet read a day's events one by one; it reads its lists again instead. */
const KEPT_HOURS = 24;
const PRUNE_EVERY_MS = 60 * 60 * 1000;
const PRUNED_AT_ONCE = 10_000;

export const READ_LOGGED_EVENTS = `
  select position, payload from event_log where position > $1 order by position limit $2`;

export const READ_LOG_BOUNDS = `
  select pruned_to, greatest(pruned_to, (select coalesce(max(position), 0) from event_log)) as last
  from event_log_horizon`;

/** Whole prefixes only, so that one number tells what is missing. */
const PRUNE = `
  with horizon as (select pruned_to from event_log_horizon for update skip locked),
  old as (
    select position from event_log, horizon
    where position is not null and created_at < now() - make_interval(hours => $1)
    order by position limit $2
  ),
  gone as (delete from event_log where position <= (select max(position) from old) returning position)
  update event_log_horizon set pruned_to = (select max(position) from gone)
  where exists (select from gone)
  returning (select count(*) from gone) as count`;

interface LogRow {
  readonly position: string;
  readonly payload: DomainEvent;
}

export const toLoggedEvent = ({ position, payload }: LogRow): LoggedEvent => ({
  position: Number(position),
  event: payload,
});

/** Reads the log of events, and forgets what is older than a day. */
export class PostgresEventLog implements EventLog {
  readonly #pool: Pool;
  #pruneAt = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async readAfter(position: number, limit: number): Promise<readonly LoggedEvent[]> {
    const rows = await this.#query<LogRow>(READ_LOGGED_EVENTS, [position, limit]);
    return rows.map(toLoggedEvent);
  }

  async bounds(): Promise<EventLogBounds> {
    await this.#pruneNowAndThen();
    const [row] = await this.#query<{ pruned_to: string; last: string }>(READ_LOG_BOUNDS, []);
    return { prunedTo: Number(row?.pruned_to ?? 0), last: Number(row?.last ?? 0) };
  }

  /** Deletes what is older. Any process may call it at any time. @returns how many events */
  async prune(keptHours: number = KEPT_HOURS): Promise<number> {
    for (let total = 0; ; ) {
      const [row] = await this.#query<{ count: string }>(PRUNE, [keptHours, PRUNED_AT_ONCE]);
      const count = Number(row?.count ?? 0);
      total += count;
      if (count < PRUNED_AT_ONCE) return total;
    }
  }

  async #pruneNowAndThen(): Promise<void> {
    const now = performance.now();
    if (now < this.#pruneAt) return;
    this.#pruneAt = now + PRUNE_EVERY_MS;
    await this.prune();
  }

  async #query<Row extends object>(sql: string, values: readonly unknown[]): Promise<readonly Row[]> {
    try {
      return (await this.#pool.query<Row>(sql, [...values])).rows;
    } catch (error) {
      throw translateDatabaseError(error);
    }
  }
}
