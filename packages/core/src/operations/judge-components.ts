import type { BackupRun, InstallationStanding } from '../ports/index.ts';
import type { ReasonCode } from './component-reasons.ts';
import type {
  ComponentName,
  ComponentStanding,
  ComponentState,
  DiskSpace,
  Observations,
  OperationsReport,
  Probe,
} from './operations-report.ts';

/** As long as the alerts QueueStands, AuditTrailUnchecked and BackupOld wait. */
const queueStandsMs = 15 * 60_000;
const auditCheckedWithinMs = 86_400_000;
const backupSlackMs = 3_600_000;

type Verdict = readonly [ComponentState, ReasonCode | null];
const well: Verdict = ['ok', null];

/** Each component with its state and reason, in order. */
export function judgeComponents(seen: Observations): readonly ComponentStanding[] {
  const { standing, at } = seen;
  const probed = (name: ComponentName, { reason, elapsedMs }: Probe, bad: ComponentState = 'failed') => ({
    ...{ name, reason, elapsedMs },
    state: reason === null ? ('ok' as const) : bad,
  });
  const judged = (name: ComponentName, [state, reason]: Verdict): ComponentStanding => ({
    ...{ name, state, reason },
    elapsedMs: null,
  });
  return [
    probed('database', seen.database),
    judged('schema', seen.pendingMigrations > 0 ? ['failed', 'schema-behind'] : well),
    probed('objects', seen.objects),
    seen.cache === null ? judged('cache', ['unused', null]) : probed('cache', seen.cache, 'attention'),
    judged('champion', seen.hasChampion ? well : ['failed', 'model-missing']),
    judged('workers', standing.workerLanes === 0 ? ['failed', 'workers-silent'] : well),
    judged('queue', judgeQueue(seen)),
    judged('backups', judgeBackups(standing, at)),
    judged('audit-trail', judgeAuditTrail(standing, at)),
    judged('disk', judgeDisk(seen.disk)),
  ];
}

/** The worst of them. */
export function worstOf(components: readonly ComponentStanding[]): OperationsReport['status'] {
  const has = (state: ComponentState) => components.some((one) => one.state === state);
  return has('failed') ? 'failed' : has('attention') ? 'attention' : 'ok';
}

function judgeQueue({ jobs, at }: Observations): Verdict {
  const stands = jobs.some(
    ({ waitingSince }) => waitingSince !== null && at.getTime() - waitingSince.getTime() > queueStandsMs,
  );
  if (stands) return ['failed', 'queue-stands'];
  return jobs.some(({ dead }) => dead > 0) ? ['attention', 'jobs-dead'] : well;
}

function judgeBackups({ facts, backup, verification }: InstallationStanding, at: Date): Verdict {
  const plan = facts['backup-plan']?.plan ?? null;
  if (plan === null) return ['unused', 'backups-unplanned'];
  const ageMs = (run: BackupRun) => at.getTime() - run.finishedAt.getTime();
  if (backup.newestGood === null) return ['failed', 'backup-missing'];
  if (ageMs(backup.newestGood) > 2000 * plan.everySeconds + backupSlackMs) return ['failed', 'backup-old'];
  if (hasFailed(backup.newest)) return ['attention', 'backup-failed'];
  if (hasFailed(verification.newest)) return ['attention', 'proof-failed'];
  // The first proof follows the first backup; later ones are due by the plan.
  const provedMs = ageMs(verification.newestGood ?? backup.newestGood);
  return provedMs > 2000 * plan.provedEverySeconds ? ['attention', 'backup-unproven'] : well;
}

const hasFailed = (run: BackupRun | null): boolean => run !== null && run.failure !== null;

function judgeAuditTrail({ facts }: InstallationStanding, at: Date): Verdict {
  const found = facts['audit-trail'];
  if (found !== null && found.brokenAt !== null) return ['failed', 'audit-trail-broken'];
  const isRecent = found !== null && at.getTime() - found.toldAt.getTime() <= auditCheckedWithinMs;
  return isRecent ? well : ['attention', 'audit-trail-unchecked'];
}

function judgeDisk(disk: DiskSpace | null): Verdict {
  if (disk === null) return ['unused', null];
  const share = disk.freeBytes / disk.totalBytes;
  if (share < 0.02) return ['failed', 'disk-full'];
  return share < 0.1 ? ['attention', 'disk-low'] : well;
}
