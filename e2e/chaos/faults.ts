import { setTimeout as delay } from 'node:timers/promises';
import type { SeededRandom } from '@mlmcsc/learning/network';
import { Client } from 'pg';
import type { ServiceProcess } from '../../test/services/service-process.ts';
import type { SystemProcess, TestSystem } from '../../test/services/system.ts';

export interface Fault {
  readonly name: string;
  /** Does the harm and mends it as a supervisor would. */
  strike(): Promise<void>;
}

const FREEZE_MS = [300, 3_000] as const;

/** Everything that can be done to this system. */
export function faultsOf(system: TestSystem, random: SeededRandom): readonly Fault[] {
  const between = ([from, to]: readonly [number, number]) => from + random.uniform() * (to - from);
  const freeze = async (service: ServiceProcess) => {
    service.child.kill('SIGSTOP');
    await delay(between(FREEZE_MS));
    service.child.kill('SIGCONT');
  };
  const ours = [...system.apis, ...system.workers].flatMap((one: SystemProcess): Fault[] => [
    {
      name: `kill -9 ${one.name}`,
      strike: async () => {
        await one.process().stop('SIGKILL');
        await one.restart();
      },
    },
    { name: `stop ${one.name} in good order`, strike: () => one.restart() },
    { name: `freeze ${one.name}`, strike: () => freeze(one.process()) },
  ]);
  const database: Fault[] = [
    {
      name: 'kill -9 PostgreSQL',
      strike: async () => {
        process.kill(system.database.pid(), 'SIGKILL');
        // Its launcher starts it again.
        await untilItAnswers(system.databaseUrl);
      },
    },
    {
      name: 'freeze PostgreSQL',
      strike: async () => {
        process.kill(system.database.pid(), 'SIGSTOP');
        await delay(between(FREEZE_MS));
        process.kill(system.database.pid(), 'SIGCONT');
      },
    },
    {
      name: 'end all database connections',
      strike: () =>
        withClient(system.databaseUrl, async (client) => {
          await client.query(
            'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
          );
        }),
    },
  ];
  const nginx: Fault[] = [
    {
      name: 'kill -9 nginx',
      strike: async () => {
        await system.nginx.process().stop('SIGKILL');
        await system.nginx.restart();
      },
    },
  ];
  const { pgbouncer, redis, s3 } = system;
  const pooler: Fault[] =
    pgbouncer === null
      ? []
      : [
          {
            name: 'kill -9 PgBouncer',
            strike: async () => {
              await pgbouncer.process().stop('SIGKILL');
              await delay(between(FREEZE_MS));
              await pgbouncer.start();
            },
          },
          { name: 'freeze PgBouncer', strike: () => freeze(pgbouncer.process()) },
        ];
  const cache: Fault[] =
    redis === null
      ? []
      : [
          {
            name: 'kill -9 Redis',
            strike: async () => {
              await redis.process().stop('SIGKILL');
              await delay(between(FREEZE_MS));
              await redis.restart();
            },
          },
          { name: 'freeze Redis', strike: () => freeze(redis.process()) },
          {
            name: 'flush Redis',
            strike: async () => {
              await redis.command('FLUSHALL');
            },
          },
        ];
  const objects: Fault[] =
    s3 === null
      ? []
      : [
          {
            name: 'kill -9 S3',
            strike: async () => {
              await s3.process().stop('SIGKILL');
              await delay(between(FREEZE_MS));
              await s3.restart();
            },
          },
          { name: 'freeze S3', strike: () => freeze(s3.process()) },
        ];
  return [...ours, ...database, ...nginx, ...pooler, ...cache, ...objects];
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function untilItAnswers(url: string): Promise<void> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    try {
      await withClient(url, (client) => client.query('select 1'));
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await delay(100);
    }
  }
}
