/** Servers that many tests start; each is looked for at the first path. */
const SERVICES = [
  { program: '/usr/bin/redis-server', packages: ['redis-server'] },
  { program: '/usr/sbin/pgbouncer', packages: ['pgbouncer'] },
  // Finds the newest /usr/lib/postgresql/<version>/bin/pg_dump.
  { program: '/usr/bin/pg_dump', packages: ['postgresql-client'] },
  { program: '/usr/sbin/nginx', packages: ['nginx-light'] },
  { program: '/usr/bin/radosgw', packages: ['radosgw', 'ceph-mon', 'ceph-osd', 'ceph-common'] },
];

/** What the scripts of the deployment are tested and linted with. */
const SCRIPT_TOOLS = [
  { program: '/usr/bin/bats', packages: ['bats'] },
  { program: '/usr/bin/jq', packages: ['jq'] },
];

/**
 * @typedef {object} TestPart one project of vitest.config.ts
 * @property {string} project
 * @property {import('./ensure-programs.mjs').Program[]} programs what its tests start
 * @property {boolean} secondAttempt whether up to three files that failed run once more: tests among real processes
 */

/** What `npm test` runs, in this order. @type {TestPart[]} */
export const TEST_PARTS = [
  { project: 'unit', programs: [], secondAttempt: false },
  { project: 'integration', programs: SERVICES, secondAttempt: true },
  { project: 'e2e', programs: SERVICES, secondAttempt: true },
  { project: 'deployment', programs: [...SERVICES, ...SCRIPT_TOOLS], secondAttempt: true },
  { project: 'observability', programs: SERVICES, secondAttempt: true },
  { project: 'drills', programs: SERVICES, secondAttempt: true },
];
