import {
  ChangeHeatRequest,
  ChangeTestMachineRequest,
  CreateHeatRequest,
  CreateTestMachineRequest,
} from '@mlmcsc/contracts';
import { type LaboratoryUseCases, type Store, toJsonNames } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { CommandFailure } from '../console/command-failure.ts';
import { checkFields, operator, withLaboratory } from './with-laboratory.ts';

/** Records of the laboratory that people know by name. */
export type NamedRecordKind = 'heats' | 'machines';

const SCHEMAS = {
  heats: { create: CreateHeatRequest, change: ChangeHeatRequest, one: 'heat' },
  machines: { create: CreateTestMachineRequest, change: ChangeTestMachineRequest, one: 'testing machine' },
} as const;
const pageSize = 200;
const print = (line: string) => process.stdout.write(`${line}\n`);

/** What both kinds offer; their fields differ, and the schemas hold them. */
interface NamedRecords {
  list(
    filter: { text?: string | undefined },
    page: { cursor: string | undefined; limit: number },
  ): Promise<{ items: readonly NamedRecord[]; nextCursor: string | null }>;
  create(request: { fields: never; username: string }): Promise<NamedRecord>;
  change(request: {
    id: string;
    change: never;
    reason: string | undefined;
    username: string;
    mayCorrect: boolean;
  }): Promise<NamedRecord>;
}
interface NamedRecord {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
}
const recordsOf = (laboratory: LaboratoryUseCases, kind: NamedRecordKind) =>
  laboratory[kind] as unknown as NamedRecords;

async function named(store: Store, kind: NamedRecordKind, name: string): Promise<NamedRecord> {
  const found = await store.rows.laboratory[kind].findByName(name.trim().normalize('NFC'));
  if (found === null) throw new CommandFailure(`There is no ${SCHEMAS[kind].one} ${name}.`);
  return found;
}

/** `mlmcsc heats list` and `mlmcsc machines list`. */
export const listRecords = (
  config: Config,
  kind: NamedRecordKind,
  { text, json = false }: { text?: string; json?: boolean },
): Promise<void> =>
  withLaboratory(config, async (laboratory) => {
    let cursor: string | undefined;
    do {
      const page = await recordsOf(laboratory, kind).list({ text }, { cursor, limit: pageSize });
      for (const one of page.items) print(json ? JSON.stringify(toJsonNames(one)) : one.name);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  });

/** `mlmcsc heats show` and `mlmcsc machines show`: as JSON. */
export const showRecord = (config: Config, kind: NamedRecordKind, name: string): Promise<void> =>
  withLaboratory(config, async (_, store) => {
    print(JSON.stringify(toJsonNames(await named(store, kind, name)), null, 2));
  });

/** `mlmcsc heats create` and `mlmcsc machines create`. */
export const createRecord = (config: Config, kind: NamedRecordKind, fields: object): Promise<void> =>
  withLaboratory(config, async (laboratory) => {
    const checked = checkFields(SCHEMAS[kind].create, fields) as never;
    const made = await recordsOf(laboratory, kind).create({ fields: checked, username: operator });
    print(`${made.id}  ${made.name}`);
  });

/** `mlmcsc heats set` and `mlmcsc machines set`. */
export const changeRecord = (
  config: Config,
  kind: NamedRecordKind,
  name: string,
  fields: object,
): Promise<void> =>
  withLaboratory(config, async (laboratory, store) => {
    const { reason, ...change } = checkFields(SCHEMAS[kind].change, fields) as { reason?: string };
    const { id } = await named(store, kind, name);
    const changed = await recordsOf(laboratory, kind).change({
      ...{ id, change: change as never, reason, username: operator, mayCorrect: true },
    });
    print(`${changed.name}  revision ${changed.revision}`);
  });
