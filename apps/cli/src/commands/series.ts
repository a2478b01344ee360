import { writeFile } from 'node:fs/promises';
import { type AcceptanceVerdict, ChangeSeriesRequest, CreateSeriesRequest } from '@mlmcsc/contracts';
import {
  exportSeries,
  type SeriesExportFormat,
  type SeriesRecord,
  type SpecimenRecord,
  toJsonNames,
} from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { writeWorkbook } from '@mlmcsc/platform/tables';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { specimenLine } from './specimens.ts';
import { checkFields, operator, seriesNamed, withLaboratory } from './with-laboratory.ts';

const pageSize = 200;
const print = (line: string) => process.stdout.write(`${line}\n`);

/** `mlmcsc series list`. */
export const listSeries = (
  config: Config,
  { text, status, json = false }: { text?: string; status?: SeriesRecord['status']; json?: boolean },
): Promise<void> =>
  withLaboratory(config, async ({ series }) => {
    let cursor: string | undefined;
    do {
      const page = await series.list({ text, status }, { cursor, limit: pageSize });
      for (const one of page.items) print(json ? JSON.stringify(toJsonNames(one)) : lineOf(one));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  });

const lineOf = ({ name, standard, status, client }: SeriesRecord) =>
  `${name}  ${standard}  ${status}${client === null ? '' : `  ${client}`}`;

/** `mlmcsc series show`: with its specimens, coldest first. */
export const showSeries = (
  config: Config,
  name: string,
  { json = false }: { json?: boolean },
): Promise<void> =>
  withLaboratory(config, async ({ series }, store) => {
    const found = await seriesNamed(store, name);
    const specimens: readonly SpecimenRecord[] = await series.specimens(found.id);
    if (json)
      return void print(
        JSON.stringify({ series: toJsonNames(found), specimens: specimens.map(toJsonNames) }),
      );
    print(`${lineOf(found)}  ${specimens.length} specimens`);
    for (const specimen of specimens) print(specimenLine(specimen));
  });

/** `mlmcsc series create`. */
export const createSeries = (config: Config, fields: object): Promise<void> =>
  withLaboratory(config, async ({ series }) => {
    const made = await series.create({
      fields: checkFields(CreateSeriesRequest, fields),
      username: operator,
    });
    print(`${made.id}  ${made.name}`);
  });

/** `mlmcsc series set`. */
export const changeSeries = (config: Config, name: string, fields: object): Promise<void> =>
  withLaboratory(config, async ({ series }, store) => {
    const { reason, ...change } = checkFields(ChangeSeriesRequest, fields);
    const { id } = await seriesNamed(store, name);
    const changed = await series.change({ id, change, reason, username: operator, mayCorrect: true });
    print(`${changed.name}  revision ${changed.revision}`);
  });

/** `mlmcsc series export`: a new file; one that is there stays as it is. */
export const exportSeriesFile = (
  config: Config,
  name: string,
  { out, format }: { out: string; format: SeriesExportFormat },
): Promise<void> =>
  withLaboratory(config, async (_, store) => {
    const { id } = await seriesNamed(store, name);
    const content = await exportSeries({ store }, { id, format, username: operator, writeWorkbook });
    await writeFile(out, content, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
      throw new CommandFailure(`${out} cannot be written (${error.code}).`);
    });
    print(`${name} in ${out}`);
  });

/** `mlmcsc series acceptance`. @returns the exit code: 0 only when everything that was asked is fulfilled */
export const judgeAcceptance = (
  config: Config,
  name: string,
  { json = false }: { json?: boolean },
): Promise<number> =>
  withLaboratory(config, async ({ series }, store) => {
    const { id } = await seriesNamed(store, name);
    const verdict = await series.acceptance(id);
    if (verdict === null) throw new CommandFailure(`Nothing was asked of the specimens of ${name}.`);
    if (json) print(JSON.stringify(verdict));
    else {
      print(`${wordOf(verdict.passes)}  ${verdict.clause}  ${verdict.judged.length} specimens`);
      for (const { property, requirement, limit, observed, passes, specimens } of verdict.findings) {
        const which = specimens.length === 0 ? '' : `  ${specimens.join(', ')}`;
        print(
          `  ${wordOf(passes)}  ${property} ${requirement}  limit ${limit}  found ${observed ?? '–'}${which}`,
        );
      }
      if (verdict.retest !== undefined) printRetest(verdict.retest);
    }
    return verdict.passes === true ? exitCodes.ok : exitCodes.failed;
  });

function printRetest({
  clause,
  state,
  asked,
  specimens,
  findings,
}: NonNullable<AcceptanceVerdict['retest']>) {
  const further = specimens.length === 0 ? '' : `  ${specimens.join(', ')}`;
  print(`retest ${state}${state === 'due' ? ` (${asked} more)` : ''}  ${clause}${further}`);
  for (const { property, requirement, limit, observed, passes } of findings) {
    print(`  ${wordOf(passes)}  ${property} ${requirement}  limit ${limit}  found ${observed ?? '–'}`);
  }
}

const wordOf = (passes: boolean | null) =>
  passes === null ? 'cannot be said yet' : passes ? 'fulfilled' : 'not fulfilled';
