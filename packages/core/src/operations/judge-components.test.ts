import { describe, expect, it } from 'vitest';
import type { BackupRun, InstallationStanding } from '../ports/index.ts';
import { judgeComponents, worstOf } from './judge-components.ts';
import type { ComponentName, Observations } from './operations-report.ts';

const at = new Date('2026-11-30T12:00:00Z');
const before = (seconds: number) => new Date(at.getTime() - 1000 * seconds);
const hour = 3_600;
const run = (secondsAgo: number, failure: BackupRun['failure'] = null): BackupRun => ({
  ...{ kind: 'backup', backupId: 'b', startedAt: before(secondsAgo + 30), finishedAt: before(secondsAgo) },
  ...{ failure, sizeBytes: 7 },
});
const failed = (secondsAgo: number) => run(secondsAgo, { code: 'disk-full', detail: 'no space' });
const only = (good: BackupRun | null) => ({ newest: good, newestGood: good });

const standing: InstallationStanding = {
  ...{ databaseBytes: 1, workerLanes: 3, workerLastSeenAt: before(1), migrations: ['0001_core.sql'] },
  facts: {
    'audit-trail': { entries: 5, brokenAt: null, toldAt: before(2 * hour) },
    'stored-objects': null,
    'backup-plan': { plan: { everySeconds: hour, provedEverySeconds: 24 * hour }, toldAt: before(60) },
  },
  backup: only(run(hour / 2)),
  verification: only(run(5 * hour)),
};
const probe = { reason: null, elapsedMs: 1 };
const well: Observations = {
  ...{ at, database: probe, objects: probe, cache: probe, hasChampion: true, jobs: [], standing },
  ...{ pendingMigrations: 0, disk: { freeBytes: 50, totalBytes: 100 } },
};
const jobs = (waitingSeconds: number | null, dead = 0): Observations['jobs'] => [
  {
    ...{ kind: 'analysis.batch.v1', priority: 'low', queued: 1, retrying: 0, running: 0, dead },
    waitingSince: waitingSeconds === null ? null : before(waitingSeconds),
  },
];
const facts = (change: Partial<InstallationStanding['facts']>) => ({
  standing: { ...standing, facts: { ...standing.facts, ...change } },
});
const backups = (change: Partial<InstallationStanding>) => ({ standing: { ...standing, ...change } });

/** State and reason of one component. */
function verdictOf(name: ComponentName, change: Partial<Observations>): readonly (string | null)[] {
  const { state, reason } = judgeComponents({ ...well, ...change }).find((one) => one.name === name)!;
  return [state, reason];
}

describe('components', () => {
  it('are all well when nothing is wrong', () => {
    const components = judgeComponents(well);
    expect(components.map(({ state }) => state)).toEqual(Array(10).fill('ok'));
    expect(worstOf(components)).toBe('ok');
  });

  it.each<readonly [ComponentName, Partial<Observations>, string, string | null]>([
    ['objects', { objects: { reason: 'objects-refused', elapsedMs: 3 } }, 'failed', 'objects-refused'],
    ['cache', { cache: { reason: 'cache-unavailable', elapsedMs: 3 } }, 'attention', 'cache-unavailable'],
    ['cache', { cache: null }, 'unused', null],
    ['champion', { hasChampion: false }, 'failed', 'model-missing'],
    ['schema', { pendingMigrations: 1 }, 'failed', 'schema-behind'],
    ['workers', backups({ workerLanes: 0 }), 'failed', 'workers-silent'],
    ['queue', { jobs: jobs(899) }, 'ok', null],
    ['queue', { jobs: jobs(901, 2) }, 'failed', 'queue-stands'],
    ['queue', { jobs: jobs(null, 2) }, 'attention', 'jobs-dead'],
    ['backups', facts({ 'backup-plan': null }), 'unused', 'backups-unplanned'],
    ['backups', facts({ 'backup-plan': { plan: null, toldAt: at } }), 'unused', 'backups-unplanned'],
    ['backups', backups({ backup: only(null) }), 'failed', 'backup-missing'],
    ['backups', backups({ backup: only(run(3 * hour - 60)) }), 'ok', null],
    ['backups', backups({ backup: only(run(3 * hour + 60)) }), 'failed', 'backup-old'],
    [
      'backups',
      backups({ backup: { newest: failed(60), newestGood: run(hour) } }),
      'attention',
      'backup-failed',
    ],
    [
      'backups',
      backups({ verification: { newest: failed(60), newestGood: run(hour) } }),
      'attention',
      'proof-failed',
    ],
    ['backups', backups({ verification: only(run(49 * hour)) }), 'attention', 'backup-unproven'],
    ['backups', backups({ verification: only(null) }), 'ok', null],
    ['audit-trail', facts({ 'audit-trail': null }), 'attention', 'audit-trail-unchecked'],
    [
      ...([
        'audit-trail',
        facts({ 'audit-trail': { entries: 5, brokenAt: null, toldAt: before(25 * hour) } }),
      ] as const),
      ...(['attention', 'audit-trail-unchecked'] as const),
    ],
    [
      ...([
        'audit-trail',
        facts({ 'audit-trail': { entries: 5, brokenAt: 3, toldAt: before(25 * hour) } }),
      ] as const),
      ...(['failed', 'audit-trail-broken'] as const),
    ],
    ['disk', { disk: null }, 'unused', null],
    ['disk', { disk: { freeBytes: 9, totalBytes: 100 } }, 'attention', 'disk-low'],
    ['disk', { disk: { freeBytes: 1, totalBytes: 100 } }, 'failed', 'disk-full'],
  ])('%s with %j is %s: %s', (name, change, state, reason) => {
    expect(verdictOf(name, change)).toEqual([state, reason]);
  });

  it('stand as badly as the worst of them, and what is unused is no fault', () => {
    const status = (change: Partial<Observations>) => worstOf(judgeComponents({ ...well, ...change }));
    expect(status({ cache: null, disk: null })).toBe('ok');
    expect(status({ jobs: jobs(null, 1) })).toBe('attention');
    expect(status({ jobs: jobs(null, 1), hasChampion: false })).toBe('failed');
  });
});
