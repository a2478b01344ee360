import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Role } from '@mlmcsc/contracts';
import { type Config, sessionSecretOf } from '@mlmcsc/platform/config';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { ROLES } from './roles.ts';
import { withAccounts } from './user.ts';

/** Who somebody says to be. */
export interface PersonTold {
  /** User name. */
  readonly as: string;
  /** Holds the password; without it the terminal is asked. */
  readonly passwordFile?: string;
  /** Of the second factor, where one is in use. */
  readonly code?: string;
}

export interface IdentifiedPerson {
  readonly username: string;
  readonly method: 'password' | 'password-and-code';
}

/** What is signed or read bears a person's name, so that person gives the password.
 * @param least - role that is needed, or one above it
 * @throws CommandFailure; NotAllowed `password-wrong | second-factor-required | second-factor-wrong`
 */
export async function identifyPerson(
  config: Config,
  { as, passwordFile, code }: PersonTold,
  least: Role,
): Promise<IdentifiedPerson> {
  const username = as.trim().toLowerCase();
  const password =
    passwordFile === undefined ? await askPassword(username) : await readPassword(passwordFile);
  const secret = await sessionSecretOf(config);
  return withAccounts(config, async ({ accounts, secondFactors }) => {
    const user = (await accounts.listUsers()).find((one) => one.username === username);
    if (user === undefined || user.status !== 'active') {
      throw new CommandFailure(`There is no active user ${username}.`);
    }
    const method = await secondFactors(secret).reauthenticate(
      await accounts.idOf(username),
      password,
      code ?? null,
    );
    if (ROLES.indexOf(user.role) < ROLES.indexOf(least)) {
      throw new CommandFailure(`${username} is ${user.role}; this needs the role ${least}.`);
    }
    return { username, method };
  });
}

async function readPassword(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new CommandFailure(`${path} cannot be read: ${error.message}`, exitCodes.usage);
  });
  return text.replace(/\r?\n$/, '');
}

/** @throws CommandFailure (usage) where nobody sits at a terminal */
async function askPassword(username: string): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new CommandFailure(
      'Give the password with --password-file: there is no terminal.',
      exitCodes.usage,
    );
  }
  process.stderr.write(`Password of ${username}: `);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
