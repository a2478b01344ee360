import { type ApiKeyScope, NotFound } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { withAccounts } from './user.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** `mlmcsc key create`: prints the key, once. */
export async function createKey(
  config: Config,
  username: string,
  {
    name,
    scopes,
    days,
  }: { readonly name: string; readonly scopes: readonly ApiKeyScope[]; readonly days: number },
): Promise<void> {
  const { key, secret } = await withAccounts(config, async ({ accounts, keys }) =>
    keys.create(
      await accounts.idOf(username),
      { name, scopes, expiresAt: new Date(Date.now() + days * DAY_MS) },
      'system',
    ),
  );
  process.stdout.write(
    `key       ${secret}   (shown only now)\nscopes    ${key.scopes.join(', ')}\nends      ${key.expiresAt.toISOString()}\n`,
  );
}

export async function listKeys(config: Config, username: string): Promise<void> {
  const found = await withAccounts(config, async ({ accounts, keys }) =>
    keys.list(await accounts.idOf(username)),
  );
  for (const { id, prefix, scopes, expiresAt, lastUsedAt, name } of found) {
    const used = lastUsedAt === null ? 'never used' : `used ${lastUsedAt.toISOString()}`;
    process.stdout.write(
      `${id}  ${prefix}…  ${scopes.join(',')}  ends ${expiresAt.toISOString()}  ${used}  ${name}\n`,
    );
  }
}

export async function revokeKey(config: Config, username: string, id: string): Promise<void> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw new NotFound('key-not-found', 'There is no such key.');
  await withAccounts(config, async ({ accounts, keys }) =>
    keys.revoke(await accounts.idOf(username), id, 'system'),
  );
  process.stdout.write('The key is revoked.\n');
}
