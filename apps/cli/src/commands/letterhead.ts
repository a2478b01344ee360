import { readFile } from 'node:fs/promises';
import { ChangeLetterheadRequest } from '@mlmcsc/contracts';
import { createLetterheadUseCases, type LetterheadUseCases, presentLetterhead } from '@mlmcsc/core';
import { type Config, sessionSecretOf } from '@mlmcsc/platform/config';
import { SharpImageCodec } from '@mlmcsc/platform/images';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { systemClock } from '@mlmcsc/platform/system';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { checkFields, operator } from './with-laboratory.ts';
import { withStore } from './with-store.ts';

const mostLogoBytes = 1024 * 1024;
const print = (line: string) => process.stdout.write(`${line}\n`);

export interface LetterheadOptions {
  readonly name?: string;
  readonly address?: readonly string[];
  readonly accreditation?: string;
  /** A file; false with `--no-logo`; true where neither was told. */
  readonly logo?: string | boolean;
}

const withLetterhead = <T>(
  config: Config,
  work: (letterhead: LetterheadUseCases) => Promise<T>,
): Promise<T> =>
  withStore(config, async (store) => {
    const objects = await openObjectStore(config, await sessionSecretOf(config));
    try {
      const codec = new SharpImageCodec({ maxBytes: mostLogoBytes, maxPixels: config.maxImagePixels });
      return await work(createLetterheadUseCases({ store, objects, codec, clock: systemClock }));
    } finally {
      await objects.close();
    }
  });

/** `mlmcsc letterhead show`. */
export const showLetterhead = (config: Config, { json = false }: { json?: boolean }): Promise<void> =>
  withLetterhead(config, async (letterhead) => {
    const shown = presentLetterhead(await letterhead.get());
    if (json) return void print(JSON.stringify(shown));
    const { name, address, accreditation_number: accreditation, logo } = shown;
    if (shown.revision === 0) return void print('Reports have no letterhead yet.');
    print(name ?? '(no name)');
    for (const line of address?.split('\n') ?? []) print(line);
    if (accreditation !== null) print(`Accreditation ${accreditation}`);
    print(
      logo === null ? '(no logo)' : `logo ${logo.width_px} × ${logo.height_px}  ${logo.sha256.slice(0, 12)}`,
    );
  });

/** `mlmcsc letterhead set`. */
export async function setLetterhead(config: Config, options: LetterheadOptions): Promise<void> {
  const { logo } = options;
  const file =
    typeof logo !== 'string'
      ? undefined
      : await readFile(logo).catch((error: NodeJS.ErrnoException) => {
          throw new CommandFailure(`${logo} cannot be read (${error.code}).`, exitCodes.usage);
        });
  await withLetterhead(config, async (letterhead) => {
    const before = await letterhead.get();
    const wanted = checkFields(ChangeLetterheadRequest, {
      name: textOr(options.name, before.name),
      address: textOr(options.address?.join('\n'), before.address),
      accreditation_number: textOr(options.accreditation, before.accreditationNumber),
    });
    const { revision } = await letterhead.change({
      ...{ name: wanted.name, address: wanted.address, accreditationNumber: wanted.accreditation_number },
      logo: logo === false ? null : file,
      ...{ replaces: before.revision, username: operator },
    });
    print(`letterhead  revision ${revision}`);
  });
}

const textOr = (told: string | undefined, before: string | null): string | null =>
  told === undefined ? before : told.trim() === '' ? null : told;
