import type { PruneSubject } from '../ports/store.ts';
import type { Dependencies } from './dependencies.ts';
import type { JobRun } from './use-cases.ts';

const hour = 60 * 60_000;
const day = 24 * hour;
const rowsPerStep = 500;
/** Addresses of uploads have expired long before. */
const abandonedUploadMs = day;

/** How long what nobody needs any more is kept after its end. One line a subject; its SQL is in the store. */
export const PRUNE_AFTER_MS: Readonly<Record<PruneSubject, number>> = {
  'idempotency-keys': day,
  'expired-sessions': day,
  'stopped-workers': hour,
  'finished-jobs': 90 * day,
  'webhook-events': 30 * day,
};

/** Deletes what is past its time, in small steps; begun anew it goes on where it was. */
export async function prune(
  { store, objects, clock, pruneAfterMs }: Pick<Dependencies, 'store' | 'objects' | 'clock' | 'pruneAfterMs'>,
  { signal }: JobRun,
): Promise<Readonly<Record<string, number>>> {
  const limits = { ...PRUNE_AFTER_MS, ...pruneAfterMs };
  const deleted: Record<string, number> = {};
  for (const [subject, keptMs] of Object.entries(limits) as [PruneSubject, number][]) {
    const before = new Date(clock.now().getTime() - keptMs);
    let total = 0;
    for (;;) {
      signal.throwIfAborted();
      const step = await store.rows.pruning.prune(subject, before, rowsPerStep);
      total += step;
      if (step < rowsPerStep) break;
    }
    deleted[subject.replaceAll('-', '_')] = total;
  }
  signal.throwIfAborted();
  const before = new Date(clock.now().getTime() - abandonedUploadMs);
  deleted.abandoned_uploads = await objects.transfers.discardUploadsBefore(before);
  return deleted;
}
