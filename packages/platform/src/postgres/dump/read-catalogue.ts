import type { BackedUpSequence, BackedUpTable, SchemaHistory } from '@mlmcsc/core';
import type { ClientBase } from 'pg';

/** What migrations write themselves. */
const madeByMigrations = ['public.schema_migrations', 'graphile_worker.migrations'];
const ours = `namespace.nspname not like 'pg\\_%' and namespace.nspname <> 'information_schema'`;

export async function readSchemaHistory(client: ClientBase): Promise<SchemaHistory> {
  const { rows: migrations } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from schema_migrations order by name',
  );
  return { migrations, queueVersion: await readQueueVersion(client) };
}

export async function readQueueVersion(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: number | null }>(
    'select max(id) as version from graphile_worker.migrations',
  );
  return rows[0]?.version ?? 0;
}

/** Tables with the columns that hold values of their own, in a fixed order. */
export async function listTables(client: ClientBase): Promise<readonly BackedUpTable[]> {
  const { rows } = await client.query<BackedUpTable>(
    `select namespace.nspname || '.' || class.relname as name,
       array_agg(attribute.attname::text order by attribute.attnum) as columns
     from pg_class class
       join pg_namespace namespace on namespace.oid = class.relnamespace
       join pg_attribute attribute on attribute.attrelid = class.oid
     where class.relkind = 'r' and ${ours} and attribute.attnum > 0 and not attribute.attisdropped
       and attribute.attgenerated = '' and namespace.nspname || '.' || class.relname <> all($1)
     group by 1 order by 1`,
    [madeByMigrations],
  );
  return rows;
}

export async function listSequences(client: ClientBase): Promise<readonly BackedUpSequence[]> {
  const { rows: names } = await client.query<{ name: string }>(
    `select namespace.nspname || '.' || class.relname as name
     from pg_class class join pg_namespace namespace on namespace.oid = class.relnamespace
     where class.relkind = 'S' and ${ours} order by 1`,
  );
  const sequences: BackedUpSequence[] = [];
  for (const { name } of names) {
    const { rows } = await client.query<{ value: string; isCalled: boolean }>(
      `select last_value::text as value, is_called as "isCalled" from ${quoted(name)}`,
    );
    sequences.push({ name, ...rows[0]! });
  }
  return sequences;
}

export const selectRows = ({ name, columns }: BackedUpTable) =>
  `select ${columns.map((column) => `"${column}"`).join(', ')} from only ${quoted(name)}`;

/** A name with its schema, as SQL. */
export const quoted = (name: string) =>
  name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.');
