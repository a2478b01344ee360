import { startPgBouncer, type TestPgBouncer } from './pgbouncer.ts';

const poolers = new Map<string, Promise<TestPgBouncer>>();
let throughPooler = false;

/** The address a pool should use: `direct` itself, or through PgBouncer when the tests run that way. */
export async function poolUrlOf(direct: string): Promise<string> {
  if (!throughPooler) return direct;
  const { host } = new URL(direct);
  let pooler = poolers.get(host);
  if (pooler === undefined) {
    pooler = startPgBouncer({ url: direct });
    poolers.set(host, pooler);
  }
  return (await pooler).urlOf(direct);
}

/** From now on pools go through a PgBouncer in transaction mode. */
export function goThroughPgBouncer(): void {
  throughPooler = true;
}

/** Stops what was started for it. */
export async function stopPgBouncers(): Promise<void> {
  for (const pooler of poolers.values()) await (await pooler).stop();
  poolers.clear();
}
