/** Servers that many tests start; each is looked for at the first path. */
const SERVICES = [
  { program: '/usr/bin/redis-server', packages: ['redis-server'] },
  { program: '/usr/sbin/pgbouncer', packages: ['pgbouncer'] },
  // Finds the newest /usr/lib/postgresql/<version>/bin/pg_dump.
  { program: '/usr/bin/pg_dump', packages: ['postgresql-client'] },
  { program: '/usr/sbin/nginx', packages: ['nginx-light'] },
  { program: '/usr/bin/radosgw', packages: ['radosgw', 'ceph-mon', 'ceph-osd', 'ceph-common'] },
];

/** A container engine, and what its first image is made with. */
const CONTAINERS = [
  { program: '/usr/sbin/dockerd', packages: ['docker.io', 'iptables'] },
  { program: '/usr/bin/docker-compose', packages: ['docker-compose'] },
  { program: '/usr/sbin/debootstrap', packages: ['debootstrap'] },
];

/** What the scripts of the deployment are tested and linted with. */
const SCRIPT_TOOLS = [
  { program: '/usr/bin/bats', packages: ['bats'] },
  { program: '/usr/bin/jq', packages: ['jq'] },
  { program: '/usr/bin/shellcheck', packages: ['shellcheck'] },
  { program: '/usr/bin/yamllint', packages: ['yamllint'] },
];

/** What watches the product: alerts and dashboards are tried on it. */
const MONITORING = [
  { program: '/usr/bin/prometheus', packages: ['prometheus'] },
  { program: '/usr/bin/prometheus-alertmanager', packages: ['prometheus-alertmanager'] },
  { program: '/usr/bin/prometheus-node-exporter', packages: ['prometheus-node-exporter'] },
  { program: '/usr/bin/prometheus-postgres-exporter', packages: ['prometheus-postgres-exporter'] },
  { program: '/usr/bin/prometheus-redis-exporter', packages: ['prometheus-redis-exporter'] },
  { program: '/usr/bin/prometheus-nginx-exporter', packages: ['prometheus-nginx-exporter'] },
  { program: '/usr/bin/prometheus-blackbox-exporter', packages: ['prometheus-blackbox-exporter'] },
];

/** What brings the database back: Debian's server of the product's version, and what archives its log. */
const RECOVERY = [
  { program: '/usr/lib/postgresql/15/bin/postgres', packages: ['postgresql-15'] },
  { program: '/usr/bin/pgbackrest', packages: ['pgbackrest'] },
  { program: '/usr/bin/aws', packages: ['awscli'] },
  { program: '/usr/bin/jq', packages: ['jq'] },
  { program: '/usr/bin/prometheus', packages: ['prometheus'] },
  { program: '/usr/bin/prometheus-node-exporter', packages: ['prometheus-node-exporter'] },
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
  { project: 'deployment', programs: [...SERVICES, ...SCRIPT_TOOLS, ...CONTAINERS], secondAttempt: true },
  { project: 'observability', programs: [...SERVICES, ...MONITORING], secondAttempt: true },
  { project: 'drills', programs: [...SERVICES, ...RECOVERY], secondAttempt: true },
];
