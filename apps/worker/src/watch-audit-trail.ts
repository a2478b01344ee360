import type { Logger, UseCases } from '@mlmcsc/core';
import type { ProcessMetrics } from '@mlmcsc/platform/metrics';

const BETWEEN_CHECKS_MS = 6 * 3_600_000;

/** Walks the whole audit trail when the worker starts and every six hours, and tells the metrics whether it is as it was written.
 * @returns stops it; a walk under way ends by itself */
export function watchAuditTrail({
  useCases,
  metrics,
  log,
}: {
  readonly useCases: Pick<UseCases, 'verifyAudit'>;
  readonly metrics: ProcessMetrics;
  readonly log: Logger;
}): () => void {
  const check = async () => {
    try {
      const { broken, entries } = await useCases.verifyAudit();
      metrics.set('mlmcsc_audit_trail_intact', {}, broken === null ? 1 : 0);
      metrics.set('mlmcsc_audit_trail_entries', {}, entries);
      metrics.set('mlmcsc_audit_trail_verified_timestamp_seconds', {}, Date.now() / 1000);
      if (broken !== null) log.error({ ...broken }, 'the audit trail is broken');
    } catch (error) {
      // The age of the last check tells; the next one comes.
      log.warn({ reason: (error as Error).message }, 'the audit trail could not be checked');
    }
  };
  void check();
  const timer = setInterval(check, BETWEEN_CHECKS_MS);
  return () => clearInterval(timer);
}
