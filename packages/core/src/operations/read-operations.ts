import { DomainError } from '../errors.ts';
import type { Clock, ObjectStore, Store } from '../ports/index.ts';
import { isReasonCode } from './component-reasons.ts';
import { judgeComponents, worstOf } from './judge-components.ts';
import type { DiskSpace, OperationsReport, Probe } from './operations-report.ts';
import { settleWithin } from './settle-within.ts';

export interface OperationsDependencies {
  readonly store: Pick<Store, 'rows' | 'check'>;
  readonly objects: Pick<ObjectStore, 'check'>;
  /** Null without a shared cache. */
  readonly checkCache: (() => Promise<void>) | null;
  /** Space where pictures lie; null where that is not a disk of this machine. */
  readonly readDisk: () => Promise<DiskSpace | null>;
  readonly clock: Clock;
  readonly release: string;
  /** Names of the migrations that the release brings. */
  readonly releasedMigrations: () => Promise<readonly string[]>;
}

/** How the installation stands, from a handful of cheap questions: four statements, one look at the object store and one at the cache.
 * @throws Unavailable `database-unavailable`
 */
export async function readOperations(given: OperationsDependencies): Promise<OperationsReport> {
  const { store, clock } = given;
  const at = clock.now();
  const [database, objects, cache, champion, jobs, standing, disk, migrations] = await Promise.all([
    probe(() => store.check()),
    probe(() => given.objects.check()),
    given.checkCache === null ? null : probe(given.checkCache),
    store.rows.models.champion(),
    store.rows.jobs.statistics(at),
    store.rows.operations.standing(),
    given.readDisk().catch(() => null),
    given.releasedMigrations(),
  ]);
  const pendingMigrations = migrations.filter((name) => !standing.migrations.includes(name)).length;
  const components = judgeComponents({
    ...{ at, database, objects, cache, jobs, standing, pendingMigrations, disk },
    hasChampion: champion !== null,
  });
  const { facts, databaseBytes, workerLanes: lanes, workerLastSeenAt: lastSeenAt } = standing;
  return {
    ...{ at, status: worstOf(components), components, jobs },
    workers: { lanes, lastSeenAt },
    storage: { databaseBytes, disk, objects: countedOf(facts['stored-objects']) },
    backups: {
      plan: facts['backup-plan']?.plan ?? null,
      backup: standing.backup,
      verification: standing.verification,
    },
    auditTrail: verifiedOf(facts['audit-trail']),
    versions: {
      release: given.release,
      schema: standing.migrations.at(-1) ?? null,
      ...{ pendingMigrations, champion: champion?.version ?? null },
    },
  };
}

type Facts = Awaited<ReturnType<Store['rows']['operations']['standing']>>['facts'];

function countedOf(fact: Facts['stored-objects']): OperationsReport['storage']['objects'] {
  return fact === null ? null : { countedAt: fact.toldAt, kinds: fact.kinds };
}

function verifiedOf(fact: Facts['audit-trail']): OperationsReport['auditTrail'] {
  if (fact === null) return null;
  const { toldAt: verifiedAt, entries, brokenAt } = fact;
  return { verifiedAt, entries, brokenAt };
}

async function probe(check: () => Promise<void>): Promise<Probe> {
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  try {
    await settleWithin(check());
    return { reason: null, elapsedMs: elapsed() };
  } catch (error) {
    const code = error instanceof DomainError ? error.code : '';
    return { reason: isReasonCode(code) ? code : 'check-failed', elapsedMs: elapsed() };
  }
}
