import { text } from 'node:stream/consumers';
import type { Role } from '@mlmcsc/core';
import { randomPassword } from '@mlmcsc/platform/auth';
import { type Config, sessionSecretOf } from '@mlmcsc/platform/config';
import { migrate } from '@mlmcsc/platform/postgres';
import { asOperator } from '../console/operator.ts';
import { quietLog } from '../console/quiet-log.ts';
import { withDatabase } from '../up/reach-database.ts';
import { type UserAdapters, withUserAccounts } from '../up/user-accounts.ts';

export interface PasswordOptions {
  /** Read the password from standard input instead of making one. */
  readonly passwordStdin?: boolean;
}

/** `mlmcsc user add`: prints the password it made, once. */
export async function addUser(
  config: Config,
  username: string,
  options: PasswordOptions & { readonly role: Role; readonly admin?: boolean; readonly name?: string },
): Promise<void> {
  const password = await passwordOf(options);
  const role = options.admin === true ? 'admin' : options.role;
  const user = await withAccounts(config, ({ accounts }) =>
    accounts.createUser({ username, displayName: options.name, password, role }),
  );
  process.stdout.write(`${user.username} may now sign in, as ${user.role}.\n`);
  tellPassword(password, options);
}

export async function listUsers(config: Config): Promise<void> {
  const users = await withAccounts(config, ({ accounts }) => accounts.listUsers());
  const width = Math.max(0, ...users.map(({ username }) => username.length));
  for (const { username, role, status, displayName } of users) {
    process.stdout.write(
      `${username.padEnd(width)}  ${role.padEnd(10)}  ${status.padEnd(11)}  ${displayName}\n`,
    );
  }
}

/** `mlmcsc user set-password`: also signs the user out everywhere. */
export async function setPassword(config: Config, username: string, options: PasswordOptions): Promise<void> {
  const password = await passwordOf(options);
  await withAccounts(config, ({ accounts }) => accounts.setPassword(username, password));
  process.stdout.write(`${username} has a new password and is signed out everywhere.\n`);
  tellPassword(password, options);
}

export async function setRole(config: Config, username: string, role: Role): Promise<void> {
  await withAccounts(config, ({ accounts }) => accounts.setRole(username, role));
  process.stdout.write(`${username} now has the role ${role}.\n`);
}

/** `mlmcsc user deactivate`: sessions, keys and links die at once. */
export async function deactivateUser(config: Config, username: string): Promise<void> {
  await withAccounts(config, async ({ accounts }) =>
    accounts.deactivate(await accounts.idOf(username), 'system'),
  );
  process.stdout.write(`${username} may no longer sign in.\n`);
}

export async function reactivateUser(config: Config, username: string): Promise<void> {
  await withAccounts(config, async ({ accounts }) =>
    accounts.reactivate(await accounts.idOf(username), 'system'),
  );
  process.stdout.write(`${username} may sign in again.\n`);
}

/** `mlmcsc user reset-second-factor`: for a lost telephone, also of the only administrator. */
export async function resetSecondFactor(config: Config, username: string): Promise<void> {
  const secret = await sessionSecretOf(config);
  await withAccounts(config, async ({ accounts, secondFactors }) =>
    secondFactors(secret).reset(await accounts.idOf(username), 'system'),
  );
  process.stdout.write(`${username} signs in without a second factor and is signed out everywhere.\n`);
}

export const withAccounts = <T>(config: Config, work: (adapters: UserAdapters) => Promise<T>): Promise<T> =>
  withDatabase(config, quietLog, async ({ url }) => {
    await migrate(url, quietLog);
    return asOperator(() => withUserAccounts(url, quietLog, work));
  });

async function passwordOf({ passwordStdin }: PasswordOptions): Promise<string> {
  if (passwordStdin !== true) return randomPassword();
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}

function tellPassword(password: string, { passwordStdin }: PasswordOptions): void {
  if (passwordStdin !== true) process.stdout.write(`password  ${password}   (shown only now)\n`);
}
