import type { JobKind } from '../domain/records.ts';

/** A kind of job that starts by the clock. */
export interface ScheduleRecord {
  readonly name: string;
  readonly kind: JobKind;
  /** `minute hour day month weekday`. */
  readonly cron: string;
  readonly timeZone: string;
  readonly isEnabled: boolean;
  /** Whether an administrator chose it: releases leave it alone then. */
  readonly isChanged: boolean;
  readonly nextAt: Date;
  readonly lastAt: Date | null;
  readonly lastJobId: string | null;
}

export interface ScheduleRows {
  /** By name. */
  list(): Promise<readonly ScheduleRecord[]>;
  /** Locked until the transaction ends; null when there is none. */
  take(name: string): Promise<ScheduleRecord | null>;
  /** Those whose time has come, locked until the transaction ends; what another worker has locked is left to it. */
  takeDue(at: Date): Promise<readonly ScheduleRecord[]>;
  /** Inserts it when there is none of that name. */
  insertNew(schedule: ScheduleRecord): Promise<void>;
  update(name: string, change: Partial<Omit<ScheduleRecord, 'name' | 'kind'>>): Promise<ScheduleRecord>;
}
