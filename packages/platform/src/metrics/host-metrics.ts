import type { MetricDefinition } from './metric-table.ts';

/**
 * What scripts of `deployment/scripts` write for the text file collector of the node exporter, on the host of the database. Drills compare the
 * files with this table, both ways.
 */
export const HOST_METRICS = {
  mlmcsc_wal_archive_failures_total: {
    type: 'counter',
    about:
      'Attempts to archive a segment of the log that failed since the statistics of the server were reset.',
    labels: [],
  },
  mlmcsc_wal_archive_last_success_timestamp_seconds: {
    type: 'gauge',
    about: 'When a segment last reached every repository, seconds since 1970; 0 while none did.',
    labels: [],
  },
  mlmcsc_wal_archive_waiting_segments: {
    type: 'gauge',
    about: 'Finished segments on the disk of the database that are not in every repository yet.',
    labels: [],
  },
  mlmcsc_base_backup_last_success_timestamp_seconds: {
    type: 'gauge',
    about: 'When the newest base backup was finished, seconds since 1970; 0 while there is none.',
    labels: ['repository'],
  },
  mlmcsc_base_backup_repository_ok: {
    type: 'gauge',
    about: '1 while the repository can be read and has a base backup.',
    labels: ['repository'],
  },
  mlmcsc_archive_figures_missing: {
    type: 'gauge',
    about: 'Sources of these figures that could not be read for the newest file; their figures are absent.',
    labels: [],
  },
  mlmcsc_base_backup_verification_ok: {
    type: 'gauge',
    about:
      '1 when the last proof restored the newest base backup and found what was stored, 0 when it failed.',
    labels: ['repository'],
  },
  mlmcsc_base_backup_verified_timestamp_seconds: {
    type: 'gauge',
    about: 'When a proof last succeeded, seconds since 1970; 0 while none did.',
    labels: ['repository'],
  },
  mlmcsc_base_backup_verification_duration_seconds: {
    type: 'gauge',
    about: 'How long the last proof took.',
    labels: ['repository'],
  },
  mlmcsc_base_backup_restored_size_bytes: {
    type: 'gauge',
    about: 'Size of the database that the last proof restored; 0 when it restored none.',
    labels: ['repository'],
  },
} as const satisfies Readonly<Record<string, Omit<MetricDefinition, 'processes'>>>;
