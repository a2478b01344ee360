import { createLaboratoryUseCases, createSpecimenImports, type Store } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { type Static, type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { withStore } from './with-store.ts';

/** Who appears in records for what an operator does on the command line. */
export const operator = 'system';

/** The records of the laboratory, for one command. */
export const withLaboratory = <T>(
  config: Config,
  work: (
    laboratory: ReturnType<typeof createLaboratoryUseCases> & {
      readonly imports: ReturnType<typeof createSpecimenImports>;
    },
    store: Store,
  ) => Promise<T>,
): Promise<T> =>
  withStore(config, (store) => {
    const dependencies = { store, clock: systemClock, ids: uuidV7 };
    return work(
      { ...createLaboratoryUseCases(dependencies), imports: createSpecimenImports(dependencies) },
      store,
    );
  });

/** The id of a series by its name. @throws CommandFailure */
export async function seriesNamed(store: Store, name: string) {
  const found = await store.rows.laboratory.series.findByName(name.trim().normalize('NFC'));
  if (found === null) throw new CommandFailure(`There is no series ${name}.`);
  return found;
}

/** Fields from the command line, held to the schema of the API. @throws CommandFailure (usage) */
export function checkFields<Schema extends TSchema>(schema: Schema, fields: unknown): Static<Schema> {
  const checker = Compile(Type.Unsafe<Static<Schema>>(schema));
  if (checker.Check(fields)) return fields as Static<Schema>;
  const [first] = checker.Errors(fields);
  throw new CommandFailure(
    `${first?.instancePath.slice(1) || 'The fields'} ${first?.message ?? 'are not valid'}.`,
    exitCodes.usage,
  );
}
