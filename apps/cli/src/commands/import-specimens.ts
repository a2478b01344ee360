import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportOptions, ImportPreview } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { type ReadTable, readTable } from '@mlmcsc/platform/tables';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { operator, seriesNamed, withLaboratory } from './with-laboratory.ts';

interface Told {
  readonly series?: string;
  readonly map: NonNullable<ImportOptions['mapping']>;
  readonly unit: NonNullable<ImportOptions['units']>;
  readonly decimal?: ImportOptions['decimal'];
  readonly encoding?: string;
  readonly sheet?: string;
  readonly shearMethod?: ImportOptions['shearMethod'];
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const print = (line: string) => process.stdout.write(`${line}\n`);

/** `mlmcsc specimens import`. @returns the exit code: 2 when the list has faults, and then nothing was written */
export async function importSpecimens(config: Config, file: string, told: Told): Promise<number> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(`${file} cannot be read (${error.code}).`, exitCodes.usage);
  });
  const read = await readTable(bytes, { encoding: told.encoding, sheet: told.sheet });
  const { map: mapping, unit: units, decimal, shearMethod } = told;
  return withLaboratory(config, async ({ imports }, store) => {
    const seriesId = told.series === undefined ? null : (await seriesNamed(store, told.series)).id;
    const request = { table: read.table, options: { mapping, units, decimal, shearMethod }, seriesId };
    const preview = await imports.preview(request);
    const isFaulty = preview.faults.length > 0;
    if (told.json === true && (told.dryRun === true || isFaulty))
      print(JSON.stringify(jsonOf(read, preview)));
    else if (told.dryRun === true || isFaulty) describe(read, preview);
    if (isFaulty) return exitCodes.usage;
    if (told.dryRun === true) return exitCodes.ok;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const made = await imports.commit({ ...request, fileName: basename(file), sha256, username: operator });
    print(
      told.json === true
        ? JSON.stringify({
            import_id: made.id,
            specimens: made.specimens,
            new_heats: preview.newHeats,
            sha256,
          })
        : `${made.specimens} specimens taken in, ${preview.newHeats.length} heats entered`,
    );
    return exitCodes.ok;
  });
}

const jsonOf = ({ format, encoding, delimiter }: ReadTable, preview: ImportPreview) => ({
  ...{ format, encoding, delimiter, decimal: preview.decimal, columns: preview.columns },
  specimens: preview.specimens.map(({ row, request, heat, machine }) => ({ row, ...request, heat, machine })),
  ...{ new_heats: preview.newHeats, faults: preview.faults },
});

function describe({ format, encoding, delimiter }: ReadTable, preview: ImportPreview): void {
  const how = format === 'xlsx' ? '' : `, ${encoding}, columns by ${JSON.stringify(delimiter)}`;
  print(`${format}${how}, decimal ${preview.decimal}`);
  for (const { header, field, unit } of preview.columns) {
    print(`  ${header || '(no header)'} → ${field ?? 'left out'}${unit === null ? '' : `, ${unit}`}`);
  }
  if (preview.newHeats.length > 0) print(`heats that would be entered: ${preview.newHeats.join(', ')}`);
  for (const { row, column, reason } of preview.faults) {
    print(`✗ row ${row}${column === null ? '' : `, ${column}`}: ${reason}`);
  }
  print(
    preview.faults.length === 0
      ? `${preview.specimens.length} specimens would be taken in`
      : `${preview.faults.length} faults; nothing is taken in`,
  );
}
