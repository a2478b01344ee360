import type { BackupPlan, Clock, Logger, Store, UseCases } from '@mlmcsc/core';
import type { ProcessMetrics } from '@mlmcsc/platform/metrics';

const betweenLooksMs = 6 * 3_600_000;
const afterFailureMs = 60_000;

export interface InstallationTeller {
  readonly useCases: Pick<UseCases, 'verifyAudit'>;
  readonly store: Pick<Store, 'rows'>;
  readonly metrics: ProcessMetrics;
  readonly backupPlan: BackupPlan | null;
  readonly clock: Clock;
  readonly log: Logger;
}

/** When the worker starts and every six hours it walks the whole audit trail and counts what is stored, and tells the metrics and the
 * database what came of it, so that nobody who only looks has to do the work. After a failure it looks again a minute later.
 * @returns stops it; a walk under way ends by itself
 */
export function tellInstallation(teller: InstallationTeller): () => void {
  const { store, backupPlan, clock, log } = teller;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const look = async () => {
    const told = await Promise.allSettled([
      store.rows.operations.tell('backup-plan', { plan: backupPlan }, clock.now()),
      verifyAuditTrail(teller),
      countStored(teller),
    ]);
    if (isStopped) return;
    const failed = told.filter((result) => result.status === 'rejected');
    for (const { reason } of failed) {
      log.warn({ reason: String(reason) }, 'a look at the whole installation failed');
    }
    timer = setTimeout(look, failed.length > 0 ? afterFailureMs : betweenLooksMs);
  };
  void look();
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
