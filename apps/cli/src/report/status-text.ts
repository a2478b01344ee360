import {
  type BackupRun,
  type BackupStanding,
  COMPONENT_REASONS,
  type JobRecord,
  type OperationsReport,
} from '@mlmcsc/core';

const signs = { ok: '✓', attention: '!', failed: '✗', unused: '–' } as const;

/** How an installation stands, for people at a terminal. */
export function statusLines(report: OperationsReport, running: readonly JobRecord[]): readonly string[] {
  const { at, components, versions, workers } = report;
  const lines = components.map(({ name, state, reason, elapsedMs }) => {
    const words = reason === null ? (state === 'unused' ? 'not used' : 'ok') : COMPONENT_REASONS[reason];
    const time = elapsedMs === null || state !== 'ok' ? '' : ` (${elapsedMs.toFixed(1)} ms)`;
    return `${signs[state]} ${name.padEnd(12)} ${words}${time}`;
  });
  const seen = workers.lastSeenAt === null ? '' : `, last heard of ${ago(at, workers.lastSeenAt)}`;
  return [
    ...lines,
    '',
    `release ${versions.release}, schema ${versions.schema?.replace('.sql', '') ?? 'none'}, champion ${versions.champion ?? 'none'}`,
    `worker lanes: ${workers.lanes}${seen}`,
    ...queueLines(report),
    ...running.map(runningLine),
    ...storageLines(report),
    ...backupLines(report),
    auditLine(report),
  ];
}

function queueLines({ at, jobs }: OperationsReport): readonly string[] {
  if (jobs.length === 0) return ['queue: nothing waits, runs or is dead'];
  return jobs.map(({ kind, priority, queued, retrying, running, dead, waitingSince }) => {
    const oldest = waitingSince === null ? '' : `, the oldest since ${ago(at, waitingSince, '')}`;
    return `queue: ${kind} (${priority}): ${queued + retrying} waiting${oldest}, ${running} running, ${dead} dead`;
  });
}

function runningLine({ id, kind, stage, progress }: JobRecord): string {
  const { done, failed, total } = progress;
  const far =
    stage === null
      ? total === 0
        ? 'running'
        : `${done + failed} of ${total}${failed === 0 ? '' : `, ${failed} failed`}`
      : `${done} %, ${stage}`;
  return `running: ${id}  ${kind}  ${far}`;
}

function storageLines({ at, storage }: OperationsReport): readonly string[] {
  const { databaseBytes, disk, objects } = storage;
  const free =
    disk === null ? '' : `; disk ${bytesText(disk.freeBytes)} free of ${bytesText(disk.totalBytes)}`;
  const kinds = objects?.kinds.filter(({ objects }) => objects > 0) ?? [];
  return [
    `storage: database ${bytesText(databaseBytes)}${free}`,
    objects === null
      ? 'objects: not counted yet'
      : `objects: ${kinds.length === 0 ? 'none' : kinds.map(kindText).join(', ')} (counted ${ago(at, objects.countedAt)})`,
  ];
}

const kindText = ({ kind, objects, bytes }: { kind: string; objects: number; bytes: number | null }) =>
  `${objects} ${kind}${bytes === null ? '' : ` (${bytesText(bytes)})`}`;

function backupLines({ at, backups }: OperationsReport): readonly string[] {
  const { plan, backup, verification } = backups;
  const planned =
    plan === null
      ? 'not planned'
      : `every ${plan.everySeconds / 60} min, proven every ${plan.provedEverySeconds / 3600} h`;
  return [
    `backups: ${planned}`,
    `newest backup: ${runText(at, backup)}`,
    `newest proof: ${runText(at, verification)}`,
  ];
}

function runText(at: Date, { newest, newestGood }: BackupStanding): string {
  if (newest === null) return 'none';
  const good = newestGood === null ? 'none has succeeded' : goodText(at, newestGood);
  if (newest.failure === null) return good;
  return `failed ${ago(at, newest.finishedAt)} (${newest.failure.code}: ${newest.failure.detail}); before: ${good}`;
}

function goodText(at: Date, { startedAt, finishedAt, sizeBytes }: BackupRun): string {
  const seconds = (finishedAt.getTime() - startedAt.getTime()) / 1000;
  const size = sizeBytes === null ? '' : `, ${bytesText(sizeBytes)}`;
  return `${ago(at, finishedAt)}, took ${seconds.toFixed(1)} s${size}`;
}

function auditLine({ at, auditTrail }: OperationsReport): string {
  if (auditTrail === null) return 'audit trail: not checked yet';
  const { entries, brokenAt, verifiedAt } = auditTrail;
  const found = brokenAt === null ? `${entries} entries, unbroken` : `broken at position ${brokenAt}`;
  return `audit trail: ${found} (checked ${ago(at, verifiedAt)})`;
}

function ago(at: Date, then: Date, after = ' ago'): string {
  const seconds = Math.max(0, (at.getTime() - then.getTime()) / 1000);
  if (seconds < 120) return `${seconds.toFixed(0)} s${after}`;
  if (seconds < 7_200) return `${(seconds / 60).toFixed(0)} min${after}`;
  if (seconds < 172_800) return `${(seconds / 3_600).toFixed(0)} h${after}`;
  return `${(seconds / 86_400).toFixed(0)} days${after}`;
}

function bytesText(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e3).toFixed(1)} kB`;
}
