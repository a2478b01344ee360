import { text } from 'node:stream/consumers';
import type { Role } from '@mlmcsc/core';
import { randomPassword, type UserAccounts } from '@mlmcsc/platform/auth';
import type { Config } from '@mlmcsc/platform/config';
import { migrate } from '@mlmcsc/platform/postgres';
import { quietLog } from '../console/quiet-log.ts';
import { withDatabase } from '../up/reach-database.ts';
import { withUserAccounts } from '../up/user-accounts.ts';

export interface PasswordOptions {
  /** Read the password from standard input instead of making one. */
  readonly passwordStdin?: boolean;
}

/** `mlmcsc user add`: prints the password it made, once. */
export async function addUser(
  config: Config,
  username: string,
  options: PasswordOptions & { readonly role: Role; readonly name?: string },
): Promise<void> {
  const password = await passwordOf(options);
  const user = await withAccounts(config, (accounts) =>
    accounts.createUser({ username, displayName: options.name, password, role: options.role }),
  );
  process.stdout.write(`${user.username} may now sign in, as ${user.role}.\n`);
  tellPassword(password, options);
}

export async function listUsers(config: Config): Promise<void> {
  const users = await withAccounts(config, (accounts) => accounts.listUsers());
  const width = Math.max(0, ...users.map(({ username }) => username.length));
  for (const { username, role, displayName } of users) {
    process.stdout.write(`${username.padEnd(width)}  ${role.padEnd(10)}  ${displayName}\n`);
  }
}

/** `mlmcsc user set-password`: also signs the user out everywhere. */
export async function setPassword(config: Config, username: string, options: PasswordOptions): Promise<void> {
  const password = await passwordOf(options);
  await withAccounts(config, (accounts) => accounts.setPassword(username, password));
  process.stdout.write(`${username} has a new password and is signed out everywhere.\n`);
  tellPassword(password, options);
}

export async function setRole(config: Config, username: string, role: Role): Promise<void> {
  await withAccounts(config, (accounts) => accounts.setRole(username, role));
  process.stdout.write(`${username} now has the role ${role}.\n`);
}

const withAccounts = <T>(config: Config, work: (accounts: UserAccounts) => Promise<T>): Promise<T> =>
  withDatabase(config, quietLog, async ({ url }) => {
    await migrate(url, quietLog);
    return withUserAccounts(url, quietLog, work);
  });

async function passwordOf({ passwordStdin }: PasswordOptions): Promise<string> {
  if (passwordStdin !== true) return randomPassword();
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}

function tellPassword(password: string, { passwordStdin }: PasswordOptions): void {
  if (passwordStdin !== true) process.stdout.write(`password  ${password}   (shown only now)\n`);
}
