import type { JobItemRecord, JobRecord } from '@mlmcsc/core';
import type { jobItems, jobs } from '../schema.ts';

export function toJobRecord(row: typeof jobs.$inferSelect): JobRecord {
  const { done, failed, total, ...job } = row;
  return { ...job, progress: { done, failed, total } };
}

export function fromJobRecord(job: JobRecord): typeof jobs.$inferInsert {
  const { progress, ...row } = job;
  return { ...row, ...progress };
}

export function toJobItemRecord(row: typeof jobItems.$inferSelect): JobItemRecord {
  const { position: _position, ...item } = row;
  return item;
}
