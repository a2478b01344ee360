import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Conflict, type DatabaseCopier, Unavailable } from '@mlmcsc/core';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { listTables, quoted, readQueueVersion } from './read-catalogue.ts';

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Fills the tables of a fresh schema in one transaction. Triggers rest meanwhile: what they would add is in the rows already. Foreign
 * keys are taken away and made again afterwards, so tables can come in any order and every reference is proven.
 * @throws Conflict `backup-newer`
 */
export async function fillDatabase(
  client: ClientBase,
  { schema, tables, sequences, rowsOf }: Parameters<DatabaseCopier['fill']>[0],
): Promise<void> {
  await requireSameTables(client, tables, schema.queueVersion);
  await client.query('begin');
  const keys = await foreignKeys(client);
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint "${name}"`);
  const names = tables.map(({ name }) => quoted(name));
  for (const name of names) await client.query(`alter table ${name} disable trigger user`);
  // What migrations put there themselves is in the backup too.
  await client.query(`truncate ${names.join(', ')}`);
  for (const table of tables) {
    const columns = table.columns.map((column) => `"${column}"`).join(', ');
    const into = client.query(copyFrom(`copy ${quoted(table.name)} (${columns}) from stdin`));
    await pipeline(Readable.from(rowsOf(table), { objectMode: false }), into);
  }
  for (const { name, value, isCalled } of sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), value, isCalled]);
  }
  for (const name of names) await client.query(`alter table ${name} enable trigger user`);
  for (const { table, name, definition } of keys) {
    await client.query(`alter table ${table} add constraint "${name}" ${definition}`).catch((cause) => {
      throw new Unavailable(
        'backup-damaged',
        `Rows of ${table} refer to rows that the backup does not hold.`,
        {
          ...{ cause, retryable: false },
        },
      );
    });
  }
  await client.query('commit');
  await client.query('analyze');
}

async function requireSameTables(
  client: ClientBase,
  tables: Parameters<DatabaseCopier['fill']>[0]['tables'],
  queueVersion: number,
): Promise<void> {
  const here = new Map((await listTables(client)).map(({ name, columns }) => [name, columns.join()]));
  const differing = tables.filter(({ name, columns }) => here.get(name) !== columns.join());
  if (differing.length === 0 && here.size === tables.length) return;
  const version = await readQueueVersion(client);
  throw new Conflict(
    'backup-newer',
    'The tables of this release are not those of the backup; restore it with the release that made it, then update.',
    {
      context: {
        tables: differing.map(({ name }) => name),
        queue_version: version,
        queue_version_of_backup: queueVersion,
      },
    },
  );
}

async function foreignKeys(client: ClientBase): Promise<readonly ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conparentid = 0 order by conname`,
  );
  return rows;
}
