/** Field sets of the Elastic Common Schema that our lines use. @source ECS 8.10 field reference */
const ECS_SETS: ReadonlySet<string> = new Set([
  'client',
  'error',
  'event',
  'host',
  'http',
  'process',
  'server',
  'service',
  'span',
  'trace',
  'transaction',
  'url',
  'user',
  'user_agent',
]);

/** The fields with those of the common schema as they are and all others under `mlmcsc`, so that they clash with nobody's. */
export function ecsFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const line: Record<string, unknown> = {};
  const own: Record<string, unknown> = {};
  let hasOwn = false;
  for (const [key, value] of Object.entries(fields)) {
    if (isOfSchema(key, value)) line[key] = value;
    else {
      own[key] = value;
      hasOwn = true;
    }
  }
  if (hasOwn) line.mlmcsc = own;
  return line;
}

/** A set of its own name is an object, else the name means something of ours. */
function isOfSchema(key: string, value: unknown): boolean {
  const dot = key.indexOf('.');
  if (dot !== -1) return ECS_SETS.has(key.slice(0, dot));
  return ECS_SETS.has(key) && (value === undefined || (typeof value === 'object' && value !== null));
}
