import type { BackupPlan, Clock, Logger, Store, UseCases } from '@mlmcsc/core';
import type { ProcessMetrics } from '@mlmcsc/platform/metrics';

const auditEveryMs = 6 * 3_600_000;
const countEveryMs = 3_600_000;
const afterFailureMs = 60_000;

export interface InstallationTeller {
  readonly useCases: Pick<UseCases, 'verifyAudit'>;
  readonly store: Pick<Store, 'rows'>;
  readonly metrics: ProcessMetrics;
  readonly backupPlan: BackupPlan | null;
  readonly clock: Clock;
  readonly log: Logger;
}

/** When the worker starts and from then on it walks the whole audit trail (every six hours) and counts what is stored (every hour), and
 * tells the metrics and the database what came of it, so that nobody who only looks has to do the work. After a failure it looks again a
 * minute later.
 * @returns stops it; a walk under way ends by itself
 */
export function tellInstallation(teller: InstallationTeller): () => void {
  const { store, backupPlan, clock, log } = teller;
  const stops = [
    repeat(auditEveryMs, log, async () => {
      await store.rows.operations.tell('backup-plan', { plan: backupPlan }, clock.now());
      await verifyAuditTrail(teller);
    }),
    repeat(countEveryMs, log, () => countStored(teller)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Looks now and again after each pause. @returns stops it */
function repeat(pauseMs: number, log: Logger, look: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const lookAndWait = async () => {
    const failure = await look().then(
      () => null,
      (error: unknown) => error,
    );
    if (isStopped) return;
    // Its age tells that it failed; the next look comes.
    if (failure !== null) log.warn({ reason: String(failure) }, 'a look at the whole installation failed');
    timer = setTimeout(lookAndWait, failure === null ? pauseMs : afterFailureMs);
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
