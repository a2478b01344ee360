import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createPersonUseCases } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { withStore } from './with-store.ts';

/** `mlmcsc person export`: one JSON object a line. */
export async function exportPerson(
  config: Config,
  username: string,
  { out }: { readonly out?: string | undefined },
): Promise<void> {
  const file = out === undefined ? null : createWriteStream(out, { flags: 'wx', mode: 0o600 });
  const target = file ?? process.stdout;
  const count = await withStore(config, async (store) => {
    let records = 0;
    for await (const record of createPersonUseCases({ store }).exportPerson({ username, by: 'system' })) {
      records += 1;
      if (!target.write(`${JSON.stringify(record)}\n`)) await once(target, 'drain');
    }
    if (file !== null) await finished(file.end());
    return records;
  });
  process.stderr.write(`${count} records\n`);
}

/** `mlmcsc person erase`. */
export async function erasePerson(
  config: Config,
  username: string,
  { yes }: { readonly yes?: boolean | undefined },
): Promise<void> {
  if (yes !== true) {
    throw new CommandFailure(
      `This cannot be undone. mlmcsc person erase ${username} --yes puts a pseudonym in the place of the name, everywhere.`,
      exitCodes.usage,
    );
  }
  const { pseudonym, counts } = await withStore(config, (store) =>
    createPersonUseCases({ store }).erasePerson({ username, by: 'system' }),
  );
  process.stdout.write(`${username} is now ${pseudonym}\n`);
  for (const [place, count] of Object.entries(counts)) {
    if (count > 0) process.stdout.write(`${String(count).padStart(8)}  ${place}\n`);
  }
}
