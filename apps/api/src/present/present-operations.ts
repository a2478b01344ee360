import type { BackupRun, Operations } from '@mlmcsc/contracts';
import { type BackupRun as BackupRunRecord, COMPONENT_REASONS, type OperationsReport } from '@mlmcsc/core';
import { presentJobStatistics } from './present-job.ts';

/** How the installation stands, as the API shows it. Details of failures stay inside. */
export const presentOperations = (report: OperationsReport): Operations => ({
  at: report.at.toISOString(),
  status: report.status,
  components: report.components.map(({ name, state, reason, elapsedMs }) => ({
    ...{ name, state, reason },
    detail: reason === null ? null : COMPONENT_REASONS[reason],
    elapsed_ms: elapsedMs,
  })),
  jobs: presentJobStatistics({ at: report.at, figures: report.jobs }),
  workers: {
    lanes: report.workers.lanes,
    last_seen_at: report.workers.lastSeenAt?.toISOString() ?? null,
  },
  storage: presentStorage(report.storage),
  backups: presentBackups(report.backups),
  audit_trail:
    report.auditTrail === null
      ? null
      : {
          verified_at: report.auditTrail.verifiedAt.toISOString(),
          entries: report.auditTrail.entries,
          broken_at: report.auditTrail.brokenAt,
        },
  versions: {
    release: report.versions.release,
    schema: report.versions.schema,
    pending_migrations: report.versions.pendingMigrations,
    champion: report.versions.champion,
  },
});

const presentStorage = ({
  databaseBytes,
  disk,
  objects,
}: OperationsReport['storage']): Operations['storage'] => ({
  database_bytes: databaseBytes,
  disk: disk === null ? null : { free_bytes: disk.freeBytes, total_bytes: disk.totalBytes },
  objects:
    objects === null
      ? null
      : {
          counted_at: objects.countedAt.toISOString(),
          kinds: objects.kinds.map(({ kind, objects, bytes }) => ({ kind, objects, bytes })),
        },
});

const presentBackups = ({
  plan,
  backup,
  verification,
}: OperationsReport['backups']): Operations['backups'] => ({
  plan:
    plan === null
      ? null
      : { every_seconds: plan.everySeconds, proved_every_seconds: plan.provedEverySeconds },
  backup: { newest: presentRun(backup.newest), newest_good: presentRun(backup.newestGood) },
  verification: {
    newest: presentRun(verification.newest),
    newest_good: presentRun(verification.newestGood),
  },
});

const presentRun = (run: BackupRunRecord | null): BackupRun | null =>
  run === null
    ? null
    : {
        finished_at: run.finishedAt.toISOString(),
        duration_seconds: Math.max(0, (run.finishedAt.getTime() - run.startedAt.getTime()) / 1000),
        size_bytes: run.sizeBytes,
        failure: run.failure?.code ?? null,
      };
