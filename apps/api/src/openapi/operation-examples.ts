import type { BackupRun, Component, Operations } from '@mlmcsc/contracts';
import { COMPONENT_REASONS } from '@mlmcsc/core';

const at = (time: string) => `2026-11-23T${time}.000Z`;
const components: Component[] = [
  { name: 'database', state: 'ok', reason: null, detail: null, elapsed_ms: 0.9 },
  { name: 'schema', state: 'ok', reason: null, detail: null, elapsed_ms: null },
  { name: 'objects', state: 'ok', reason: null, detail: null, elapsed_ms: 4.2 },
  {
    ...{ name: 'cache', state: 'attention', reason: 'cache-unavailable', elapsed_ms: 1_000.4 },
    detail: COMPONENT_REASONS['cache-unavailable'],
  },
  { name: 'champion', state: 'ok', reason: null, detail: null, elapsed_ms: null },
  { name: 'workers', state: 'ok', reason: null, detail: null, elapsed_ms: null },
  { name: 'queue', state: 'ok', reason: null, detail: null, elapsed_ms: null },
  { name: 'backups', state: 'ok', reason: null, detail: null, elapsed_ms: null },
  { name: 'audit-trail', state: 'ok', reason: null, detail: null, elapsed_ms: null },
  { name: 'disk', state: 'unused', reason: null, detail: null, elapsed_ms: null },
];
const backupRun: BackupRun = {
  finished_at: at('08:00:41'),
  duration_seconds: 38.2,
  size_bytes: 5_402_113_024,
  failure: null,
};
const proof: BackupRun = { ...backupRun, finished_at: at('02:14:09'), duration_seconds: 211.7 };

/** Examples of how an installation stands, by the names of their schemas; `jobs` is that of JobStatistics. */
export const operationExamples = (jobs: Operations['jobs']) => ({
  ComponentState: 'attention',
  Component: components[3],
  BackupRun: backupRun,
  Operations: {
    ...{ at: at('08:20:00'), status: 'attention', components, jobs },
    workers: { lanes: 3, last_seen_at: at('08:19:58') },
    storage: {
      database_bytes: 912_340_480,
      disk: null,
      objects: {
        counted_at: at('06:02:11'),
        kinds: [
          { kind: 'picture', objects: 2_713, bytes: 4_100_220_114 },
          { kind: 'thumbnail', objects: 2_713, bytes: null },
          { kind: 'model', objects: 12, bytes: 15_204_420 },
        ],
      },
    },
    backups: {
      plan: { every_seconds: 3_600, proved_every_seconds: 86_400 },
      backup: { newest: backupRun, newest_good: backupRun },
      verification: { newest: proof, newest_good: proof },
    },
    audit_trail: { verified_at: at('06:02:10'), entries: 48_120, broken_at: null },
    versions: {
      release: '1.0.0',
      schema: '0043_installation_facts.sql',
      pending_migrations: 0,
      champion: '2026.11.23-1',
    },
  } satisfies Operations,
});
