import type { SpecimenImport, SpecimenImportPreview } from '@mlmcsc/contracts';
import type { ImportPreview, SpecimenImportRecord } from '@mlmcsc/core';

/** How many rows and faults are shown; all are counted. */
const MOST_SHOWN = 100;

/** What an import would do, in the names of the API. */
export const presentImportPreview = (
  read: Pick<SpecimenImportPreview, 'format' | 'encoding' | 'delimiter'>,
  { decimal, columns, specimens, newHeats, faults }: ImportPreview,
): SpecimenImportPreview => ({
  ...{ format: read.format, encoding: read.encoding, delimiter: read.delimiter, decimal },
  columns: columns.map(({ header, field, unit }) => ({ header, field, unit })),
  specimens: specimens
    .slice(0, MOST_SHOWN)
    .map(({ row, request, heat, machine }) => ({ row, request, heat, machine })),
  specimen_count: specimens.length,
  new_heats: [...newHeats],
  faults: faults.slice(0, MOST_SHOWN).map(({ row, column, reason }) => ({ row, column, reason })),
  fault_count: faults.length,
});

/** A list that was taken in. */
export const presentSpecimenImport = (record: SpecimenImportRecord): SpecimenImport => ({
  id: record.id,
  file_name: record.fileName,
  sha256: record.sha256,
  specimens: record.specimens,
  created_by: record.createdBy,
  created_at: record.createdAt.toISOString(),
});
