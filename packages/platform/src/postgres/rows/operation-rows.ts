import type {
  BackupRun,
  InstallationFacts,
  InstallationStanding,
  OperationRows,
  StoredKind,
  ToldFacts,
} from '@mlmcsc/core';
import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

/** A lane that was silent for longer counts as gone, as it does for the queue. */
const aliveWithin = '10 seconds';

/** What the installation as a whole is like. */
export function createOperationRows(db: Database): OperationRows {
  return {
    async standing() {
      const { rows } = await db.execute<StandingRow>(sql`
        select pg_database_size(current_database())::float8 as "databaseBytes",
          (select count(*)::int from worker_heartbeats where beat_at > now() - ${aliveWithin}::interval) as "workerLanes",
          (select to_json(max(beat_at)) #>> '{}' from worker_heartbeats) as "workerLastSeenAt",
          (select coalesce(json_agg(name order by name), '[]') from schema_migrations) as migrations,
          (select coalesce(json_object_agg(name, json_build_object('toldAt', told_at, 'fact', fact)), '{}')
            from installation_facts) as facts,
          (select coalesce(json_agg(run), '[]')
            from (values ('backup', false), ('backup', true), ('verification', false), ('verification', true)) wanted (kind, good)
              cross join lateral (
                select wanted.good, runs.* from backup_runs runs
                where runs.kind = wanted.kind and (not wanted.good or runs.failure_code is null)
                order by runs.finished_at desc limit 1) run) as runs`);
      const { workerLastSeenAt, facts, runs, ...rest } = rows[0]!;
      const newest = (kind: string, good: boolean) =>
        toRun(runs.find((run) => run.kind === kind && run.good === good));
      const standingOf = (kind: string) => ({ newest: newest(kind, false), newestGood: newest(kind, true) });
      return {
        ...rest,
        workerLastSeenAt: workerLastSeenAt === null ? null : new Date(workerLastSeenAt),
        facts: toFacts(facts),
        backup: standingOf('backup'),
        verification: standingOf('verification'),
      };
    },
    async tell(name, fact, at) {
      await db.execute(sql`
        insert into installation_facts (name, told_at, fact)
        values (${name}, ${at.toISOString()}::timestamptz, ${JSON.stringify(fact)}::jsonb)
        on conflict (name) do update set told_at = excluded.told_at, fact = excluded.fact
          where installation_facts.told_at <= excluded.told_at`);
    },
    async countStoredObjects() {
      const { rows } = await db.execute<StoredKind & Record<string, unknown>>(sql`
        with pictures as (
          select count(*)::int as objects, coalesce(sum(size_bytes), 0)::float8 as bytes
          from images where pictures_removed_at is null
        ), drawn as (
          select (count(map_key) filter (where maps_removed_at is null))::int as maps,
            (count(overlay_key) filter (where maps_removed_at is null))::int as overlays,
            count(features_key)::int as features
          from analyses
        )
        select kind, objects, bytes from (
          select 1 as place, 'picture' as kind, objects, bytes from pictures
          union all select 2, 'rendition', objects, null from pictures
          union all select 3, 'thumbnail', objects, null from pictures
          union all select 4, 'map', maps, null from drawn
          union all select 5, 'overlay', overlays, null from drawn
          union all select 6, 'features', features, null from drawn
          union all select 7, 'regions', count(*)::int, null from regions
          union all select 8, 'force-curve', count(*)::int, coalesce(sum(size_bytes), 0)::float8 from force_curve_files
          union all select 9, 'dataset', count(*)::int, coalesce(sum(size_bytes), 0)::float8 from dataset_versions
          union all select 10, 'model', count(*)::int, coalesce(sum(size_bytes), 0)::float8 from models
        ) counted order by place`);
      return rows;
    },
  };
}

interface StandingRow extends Record<string, unknown> {
  readonly databaseBytes: number;
  readonly workerLanes: number;
  readonly workerLastSeenAt: string | null;
  readonly migrations: InstallationStanding['migrations'];
  readonly facts: Readonly<Record<string, { readonly toldAt: string; readonly fact: object } | undefined>>;
  readonly runs: readonly RunRow[];
}

interface RunRow {
  readonly good: boolean;
  readonly kind: BackupRun['kind'];
  readonly backup_id: string | null;
  readonly started_at: string;
  readonly finished_at: string;
  readonly failure_code: string | null;
  readonly failure_detail: string | null;
  readonly size_bytes: number | null;
}

function toRun(row: RunRow | undefined): BackupRun | null {
  if (row === undefined) return null;
  return {
    ...{ kind: row.kind, backupId: row.backup_id, sizeBytes: row.size_bytes },
    ...{ startedAt: new Date(row.started_at), finishedAt: new Date(row.finished_at) },
    failure: row.failure_code === null ? null : { code: row.failure_code, detail: row.failure_detail ?? '' },
  };
}

function toFacts(told: StandingRow['facts']): ToldFacts {
  const of = <Name extends keyof InstallationFacts>(name: Name) => {
    const found = told[name];
    if (found === undefined) return null;
    return { ...(found.fact as InstallationFacts[Name]), toldAt: new Date(found.toldAt) };
  };
  return {
    'audit-trail': of('audit-trail'),
    'stored-objects': of('stored-objects'),
    'backup-plan': of('backup-plan'),
  };
}
