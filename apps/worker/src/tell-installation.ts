import type { BackupPlan, Clock, Logger, Store, UseCases } from '@mlmcsc/core';
import type { ProcessMetrics } from '@mlmcsc/platform/metrics';

const auditEveryMs = 6 * 3_600_000;
/** Counting may take a thousandth of a worker's time, but is worth it at least hourly. */
const countShare = 0.001;
const [countMostOftenMs, countLeastOftenMs] = [60_000, 3_600_000];
const afterFailureMs = 60_000;

export interface InstallationTeller {
  readonly useCases: Pick<UseCases, 'verifyAudit'>;
  readonly store: Pick<Store, 'rows'>;
  readonly metrics: ProcessMetrics;
  readonly backupPlan: BackupPlan | null;
  readonly clock: Clock;
  readonly log: Logger;
}

/** When the worker starts and from then on it walks the whole audit trail (every six hours) and counts what is stored (every hour, more often while that is quick), and
 * tells the metrics and the database what came of it, so that nobody who only looks has to do the work. After a failure it looks again a
 * minute later.
 * @returns stops it; a walk under way ends by itself
 */
export function tellInstallation(teller: InstallationTeller): () => void {
  const { store, backupPlan, clock, log } = teller;
  const stops = [
    repeat(log, async () => {
      await store.rows.operations.tell('backup-plan', { plan: backupPlan }, clock.now());
      await verifyAuditTrail(teller);
      return auditEveryMs;
    }),
    repeat(log, async () => {
      const startedAt = performance.now();
      await countStored(teller);
      const tookMs = performance.now() - startedAt;
      return Math.min(Math.max(tookMs / countShare, countMostOftenMs), countLeastOftenMs);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Looks now and again after the pause that each look asks for. @returns stops it */
function repeat(log: Logger, look: () => Promise<number>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const lookAndWait = async () => {
    const pauseMs = await look().catch((error: unknown) => {
      // Its age tells that it failed; the next look comes.
      if (!isStopped) log.warn({ reason: String(error) }, 'a look at the whole installation failed');
      return afterFailureMs;
    });
    if (!isStopped) timer = setTimeout(lookAndWait, pauseMs);
  };
  void lookAndWait();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

async function verifyAuditTrail({ useCases, store, metrics, clock, log }: InstallationTeller): Promise<void> {
  const { broken, entries } = await useCases.verifyAudit();
  metrics.set('mlmcsc_audit_trail_intact', {}, broken === null ? 1 : 0);
  metrics.set('mlmcsc_audit_trail_entries', {}, entries);
  metrics.set('mlmcsc_audit_trail_verified_timestamp_seconds', {}, Date.now() / 1000);
  if (broken !== null) log.error({ ...broken }, 'the audit trail is broken');
  const finding = { entries, brokenAt: broken?.position ?? null };
  await store.rows.operations.tell('audit-trail', finding, clock.now());
}

async function countStored({ store, clock }: InstallationTeller): Promise<void> {
  const kinds = await store.rows.operations.countStoredObjects();
  await store.rows.operations.tell('stored-objects', { kinds }, clock.now());
}
