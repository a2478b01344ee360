/** Of the database through a pooler, of the server itself, and of a replica. */
export interface DatabaseAddresses {
  readonly databaseUrl: string | null;
  readonly databaseDirectUrl: string | null;
  readonly databaseReadUrl: string | null;
}

const names = {
  databaseUrl: 'MLMCSC_DATABASE_URL',
  databaseDirectUrl: 'MLMCSC_DATABASE_DIRECT_URL',
  databaseReadUrl: 'MLMCSC_DATABASE_READ_URL',
} as const;

/** Modes of libpq that encrypt; we never encrypt without verifying, so all of them mean the strictest. */
const encrypting: ReadonlySet<string> = new Set(['prefer', 'require', 'verify-ca', 'verify-full']);

/** The addresses of the database with how to verify it written into them, as every PostgreSQL program understands it. */
export function databaseAddresses(
  config: DatabaseAddresses & { readonly databaseCaFile: string | null },
  problems: string[],
): DatabaseAddresses {
  const addresses: Record<string, string | null> = {};
  for (const [key, name] of Object.entries(names) as [keyof DatabaseAddresses, string][]) {
    const given = config[key];
    // Undefined: it broke its rule, which is told already.
    addresses[key] =
      given === null || given === undefined ? null : verified(given, config.databaseCaFile, name, problems);
  }
  if (config.databaseUrl === null) {
    for (const key of ['databaseDirectUrl', 'databaseReadUrl'] as const) {
      if (config[key] !== null) problems.push(`${names[key]} is of no use without MLMCSC_DATABASE_URL.`);
    }
  }
  return addresses as unknown as DatabaseAddresses;
}

function verified(address: string, caFile: string | null, name: string, problems: string[]): string {
  const url = new URL(address);
  const mode = url.searchParams.get('sslmode');
  if (caFile === null) {
    if (mode !== null && encrypting.has(mode)) url.searchParams.set('sslmode', 'verify-full');
    return url.href;
  }
  if (mode !== null && !encrypting.has(mode)) {
    problems.push(`${name} has sslmode=${mode}, but MLMCSC_DATABASE_CA_FILE asks for encryption.`);
  }
  url.searchParams.set('sslmode', 'verify-full');
  url.searchParams.set('sslrootcert', caFile);
  return url.href;
}

/** Whether connections to this address are encrypted and the other side is verified. */
export function isDatabaseVerified(address: string): boolean {
  return new URL(address).searchParams.get('sslmode') === 'verify-full';
}
