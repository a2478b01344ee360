import { existsSync } from 'node:fs';
import { installDebianPackages } from './ensure-debian-packages.mjs';

/** Servers that the tests start themselves: the program that must exist, and the Debian packages that bring it. */
const SERVICES = [
  { program: '/usr/bin/redis-server', packages: ['redis-server'] },
  { program: '/usr/sbin/pgbouncer', packages: ['pgbouncer'] },
  // Finds the newest /usr/lib/postgresql/<version>/bin/pg_dump.
  { program: '/usr/bin/pg_dump', packages: ['postgresql-client'] },
  { program: '/usr/sbin/nginx', packages: ['nginx-light'] },
  { program: '/usr/bin/radosgw', packages: ['radosgw', 'ceph-mon', 'ceph-osd', 'ceph-common'] },
];

/**
 * Finds the servers for the tests, installing Debian's packages where that is possible.
 * @returns {Promise<string | null>} why tests with real services are skipped, or null when all are there
 */
export async function ensureServices() {
  const missing = SERVICES.filter(({ program }) => !existsSync(program));
  if (missing.length === 0) return null;
  const packages = missing.flatMap((service) => service.packages);
  process.stdout.write(`Installing ${packages.join(' ')} for the tests with real services (apt-get) …\n`);
  const failure = await installDebianPackages(packages);
  if (failure !== null) {
    const programs = missing.map(({ program }) => program).join(', ');
    return `${programs} not found and ${failure}; on Debian: apt-get install ${packages.join(' ')}`;
  }
  return null;
}
