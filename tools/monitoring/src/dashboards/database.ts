import type { DashboardSpec } from '../panels/panel-spec.ts';
import { badAbove, goodAbove, quantiles, status, trend } from '../panels/panels.ts';

const product = '{datname=~".*mlmcsc.*|postgres"}';

/** What the processes wait for: PostgreSQL, Redis, the object store; and the backups of it all. */
export const databaseDashboard: DashboardSpec = {
  uid: 'mlmcsc-database',
  title: 'Database and cache',
  description:
    'PostgreSQL, Redis and the object store, as the processes and as the servers see them; backups.',
  from: 'now-6h',
  rows: [
    {
      title: 'Now',
      panels: [
        status('Database', 'min(pg_up)', {
          description: 'Runbook: DatabaseDown.',
          unit: 'none',
          steps: goodAbove(0.5, 1),
          words: { '0': 'away', '1': 'answers' },
        }),
        status('Callers wait for a connection', 'sum(mlmcsc_database_connections{state="wanted"})', {
          description: 'Runbook: DatabaseConnectionsShort.',
          unit: 'short',
          steps: badAbove(1, 10),
        }),
        status(
          '95 % of the statements within',
          'histogram_quantile(0.95, sum by (le) (rate(mlmcsc_database_query_duration_seconds_bucket[5m])))',
          { description: 'Runbook: DatabaseSlow.', unit: 's', decimals: 3, steps: badAbove(0.1, 0.25) },
        ),
        status('Redis', 'min(mlmcsc_shared_cache_up)', {
          description: 'As the processes reach it. Runbook: RedisAway.',
          unit: 'none',
          steps: goodAbove(0.5, 1),
          words: { '0': 'away', '1': 'answers' },
        }),
        status(
          'Found in the cache',
          'sum(rate(mlmcsc_cache_lookups_total{result="hit"}[1h])) / sum(rate(mlmcsc_cache_lookups_total[1h]))',
          {
            description: 'Share within an hour, memory and Redis together.',
            unit: 'percentunit',
            decimals: 0,
            steps: goodAbove(0.2, 0.5),
          },
        ),
        status(
          'Objects lost',
          'sum(increase(mlmcsc_object_store_duration_seconds_count{operation=~"get|stream",outcome=~"missing|damaged"}[1d])) or vector(0)',
          {
            description: 'Within a day. Runbook: ObjectLost.',
            unit: 'short',
            decimals: 0,
            steps: badAbove(1, 1),
          },
        ),
      ],
    },
    {
      title: 'Database, as the processes see it',
      panels: [
        trend(
          'Connections',
          [
            {
              expr: 'sum by (job, pool, state) (mlmcsc_database_connections)',
              legend: '{{job}} {{pool}} {{state}}',
            },
            {
              expr: 'sum by (job, pool) (mlmcsc_database_connections_max)',
              legend: '{{job}} {{pool}} at most',
            },
          ],
          { description: 'wanted: callers that wait for one.', unit: 'short' },
        ),
        trend(
          'Statements',
          [
            {
              expr: 'sum by (job, outcome) (rate(mlmcsc_database_query_duration_seconds_count[$__rate_interval]))',
              legend: '{{job}} {{outcome}}',
            },
          ],
          { description: 'Each second. failed: also what the rules of the database refuse.', unit: 'ops' },
        ),
        trend('Statements within', quantiles('mlmcsc_database_query_duration_seconds', ''), {
          description: 'Without the wait for a connection.',
          unit: 's',
          exemplars: true,
        }),
      ],
    },
    {
      title: 'Database, as it sees itself',
      panels: [
        trend(
          'Transactions',
          [
            {
              expr: `sum by (datname) (rate(pg_stat_database_xact_commit${product}[$__rate_interval]))`,
              legend: '{{datname}}',
            },
            {
              expr: `sum by (datname) (rate(pg_stat_database_xact_rollback${product}[$__rate_interval]))`,
              legend: '{{datname}} rolled back',
            },
          ],
          { description: 'Each second.', unit: 'ops' },
        ),
        trend('Sessions', [{ expr: 'sum by (state) (pg_stat_activity_count)', legend: '{{state}}' }], {
          description: 'idle in transaction: somebody holds locks and does nothing.',
          unit: 'short',
        }),
        trend(
          'Found in memory',
          [
            {
              expr: `sum by (datname) (rate(pg_stat_database_blks_hit${product}[$__rate_interval])) / (sum by (datname) (rate(pg_stat_database_blks_hit${product}[$__rate_interval])) + sum by (datname) (rate(pg_stat_database_blks_read${product}[$__rate_interval])) > 0)`,
              legend: '{{datname}}',
            },
          ],
          { description: 'Share of the blocks. Below 95 % more memory helps.', unit: 'percentunit', max: 1 },
        ),
        trend('Size', [{ expr: `pg_database_size_bytes${product}`, legend: '{{datname}}' }], {
          description: 'On the disk, indexes included.',
          unit: 'bytes',
        }),
        trend(
          'Deadlocks and temporary files',
          [
            {
              expr: `sum by (datname) (rate(pg_stat_database_deadlocks${product}[$__rate_interval]))`,
              legend: '{{datname}} deadlocks',
            },
            {
              expr: `sum by (datname) (rate(pg_stat_database_temp_files${product}[$__rate_interval]))`,
              legend: '{{datname}} temporary files',
            },
          ],
          { description: 'Each second; both should be next to none.', unit: 'ops' },
        ),
        trend(
          'Standbys are behind',
          [
            {
              expr: 'max by (application_name, client_addr) (pg_stat_replication_pg_wal_lsn_diff)',
              legend: '{{application_name}} {{client_addr}}',
            },
          ],
          {
            description:
              'What a failover would lose, unless replication is synchronous. Runbook: ReplicationLags.',
            unit: 'bytes',
            steps: badAbove(16777216, 67108864),
          },
        ),
      ],
    },
    {
      title: 'Cache',
      panels: [
        trend(
          'Found in the cache',
          [
            {
              expr: 'sum by (job, level) (rate(mlmcsc_cache_lookups_total{result="hit"}[$__rate_interval])) / (sum by (job, level) (rate(mlmcsc_cache_lookups_total[$__rate_interval])) > 0)',
              legend: '{{job}} {{level}}',
            },
          ],
          {
            description: 'Share of the lookups: in the memory of the process, then in Redis.',
            unit: 'percentunit',
            max: 1,
          },
        ),
        trend('Memory of Redis', [{ expr: 'redis_memory_used_bytes', legend: '{{instance}}' }], {
          description: 'Its limit is maxmemory of its configuration.',
          unit: 'bytes',
        }),
        trend(
          'Redis',
          [
            {
              expr: 'rate(redis_commands_processed_total[$__rate_interval])',
              legend: '{{instance}} commands',
            },
            { expr: 'rate(redis_evicted_keys_total[$__rate_interval])', legend: '{{instance}} evicted' },
          ],
          { description: 'Each second. Evicted: memory is short, the cache works less well.', unit: 'ops' },
        ),
      ],
    },
    {
      title: 'Objects and backups',
      panels: [
        trend(
          'Object store',
          [
            {
              expr: 'sum by (operation, outcome) (rate(mlmcsc_object_store_duration_seconds_count[$__rate_interval]))',
              legend: '{{operation}} {{outcome}}',
            },
          ],
          { description: 'Calls each second. Runbooks: ObjectStoreFails, ObjectLost.', unit: 'ops' },
        ),
        trend(
          'Object store within',
          quantiles('mlmcsc_object_store_duration_seconds', '{operation!="check"}', ['operation']),
          { description: '95 % of the calls; of a stream to its first piece.', unit: 's' },
        ),
        trend(
          'Backups',
          [
            {
              expr: 'time() - max(mlmcsc_backup_last_success_timestamp_seconds)',
              legend: 'age of the newest',
            },
            { expr: 'time() - max(mlmcsc_backup_verified_timestamp_seconds)', legend: 'last proved' },
          ],
          { description: 'Runbooks: BackupOld, BackupUnverified.', unit: 's' },
        ),
      ],
    },
    {
      title: 'The newest backup',
      panels: [
        trend('Size of a backup', [{ expr: 'max(mlmcsc_backup_size_bytes)', legend: 'size' }], {
          description: 'As it is stored, objects included. Much smaller than before: look what is missing.',
          unit: 'bytes',
        }),
        trend('Duration of a backup', [{ expr: 'max(mlmcsc_backup_duration_seconds)', legend: 'duration' }], {
          description: 'Near the interval between two, the next one is late.',
          unit: 's',
        }),
        trend(
          'Backups that failed',
          [{ expr: 'max by (kind) (increase(mlmcsc_backup_failures_total[1d]))', legend: '{{kind}}' }],
          { description: 'Within a day, by kind. Runbook: BackupFails.', unit: 'short' },
        ),
      ],
    },
    {
      title: 'The archive of a PostgreSQL of your own',
      panels: [
        trend(
          'Archive of the log',
          [
            { expr: 'mlmcsc_wal_archive_waiting_segments', legend: '{{instance}} segments that wait' },
            {
              expr: 'rate(mlmcsc_wal_archive_failures_total[$__rate_interval]) * 60',
              legend: '{{instance}} failures a minute',
            },
          ],
          { description: 'Runbooks: WalArchiveStands, WalArchiveFails.', unit: 'short' },
        ),
        trend(
          'Last segment archived',
          [
            {
              expr: 'time() - mlmcsc_wal_archive_last_success_timestamp_seconds',
              legend: '{{instance}}',
            },
          ],
          { description: 'Ago. Half a minute while anything is written.', unit: 's' },
        ),
        trend(
          'Base backups',
          [
            {
              expr: 'time() - mlmcsc_base_backup_last_success_timestamp_seconds',
              legend: 'age in repository {{repository}}',
            },
            {
              expr: 'time() - mlmcsc_base_backup_verified_timestamp_seconds',
              legend: 'repository {{repository}} last proved',
            },
          ],
          { description: 'Of the newest. Runbooks: BaseBackupOld, BaseBackupUnproven.', unit: 's' },
        ),
      ],
    },
    {
      title: 'The last proof of a base backup',
      panels: [
        trend(
          'Duration of a proof',
          [
            {
              expr: 'mlmcsc_base_backup_verification_duration_seconds',
              legend: 'repository {{repository}}',
            },
          ],
          { description: 'Restored and compared: recovery takes less than that.', unit: 's' },
        ),
        trend(
          'Restored size',
          [{ expr: 'mlmcsc_base_backup_restored_size_bytes', legend: 'repository {{repository}}' }],
          { description: '0 when nothing was restored. Runbook: BaseBackupUnfit.', unit: 'bytes' },
        ),
      ],
    },
  ],
};
