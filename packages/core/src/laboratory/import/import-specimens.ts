import { Conflict, InvalidInput, NotFound } from '../../errors.ts';
import type { Rows } from '../../ports/store.ts';
import { filled, type KeeperDependencies, revisionOf, stamped } from '../record-keeper.ts';
import type {
  HeatFields,
  HeatRecord,
  SpecimenFields,
  SpecimenImportRecord,
  SpecimenRecord,
} from '../records.ts';
import { specimenFieldsOf } from '../specimen-keeping.ts';
import {
  headerOf,
  type ImportFault,
  type ImportOptions,
  type ImportPlan,
  planImport,
  type Table,
} from './plan-import.ts';

export interface ImportRequest {
  readonly table: Table;
  readonly options: ImportOptions;
  /** The series that the specimens join. */
  readonly seriesId: string | null;
}

/** What an import would do. */
export interface ImportPreview extends ImportPlan {
  /** Heats that are not known yet and would be entered. */
  readonly newHeats: readonly string[];
}

export interface ImportCommit extends ImportRequest {
  readonly fileName: string;
  readonly sha256: string;
  readonly username: string;
  /** A repetition with the same id returns what the first one made. @default a new one */
  readonly id?: string | null | undefined;
}

export type SpecimenImports = ReturnType<typeof createSpecimenImports>;

/** Lists of specimens, previewed and taken in as a whole or not at all. */
export function createSpecimenImports({ store, clock, ids }: KeeperDependencies) {
  return {
    /** Writes nothing. @throws InvalidInput `specimen-list-unreadable`; NotFound `series-not-found`; Conflict `series-closed` */
    preview: async (request: ImportRequest): Promise<ImportPreview> => {
      const { preview } = await resolve(store.rows, request);
      return preview;
    },
    /** @throws InvalidInput `specimen-list-invalid` when any row is wrong, and what `preview` throws */
    commit: (request: ImportCommit): Promise<SpecimenImportRecord> =>
      store.transaction(async (rows) => {
        const there = request.id == null ? null : await rows.laboratory.imports.find(request.id);
        if (there !== null) return there;
        const { preview, fields } = await resolve(rows, request);
        if (preview.faults.length > 0) throw invalidList(preview.faults);
        return write(rows, request, preview, fields);
      }),
  };

  async function write(
    rows: Rows,
    { id, fileName, sha256, username, seriesId, options }: ImportCommit,
    { newHeats }: ImportPreview,
    resolved: readonly ResolvedSpecimen[],
  ): Promise<SpecimenImportRecord> {
    const at = clock.now();
    const made: SpecimenImportRecord = {
      id: id ?? ids.next(),
      ...{ fileName, sha256, options: { ...options, series_id: seriesId }, specimens: resolved.length },
      ...{ createdBy: username, createdAt: at },
    };
    await rows.laboratory.imports.insert(made);
    const heatIds = new Map<string, string>();
    for (const name of newHeats) {
      const heat: HeatFields = { name, grade: null, product: null, thicknessMm: null, notes: null };
      const record = stamped<HeatRecord, HeatFields>(heat, ids.next(), username, at);
      await rows.laboratory.heats.insert(record);
      const change = { change: 'created', fields: filled(heat), reason: null, ids } as const;
      await rows.laboratory.revisions.append([revisionOf({ kind: 'heat', record, ...change })]);
      heatIds.set(name, record.id);
    }
    const specimens = resolved.map(({ fields, newHeat }) =>
      stamped<SpecimenRecord, SpecimenFields>(
        {
          ...fields,
          importId: made.id,
          heatId: newHeat === null ? fields.heatId : (heatIds.get(newHeat) ?? null),
        },
        ids.next(),
        username,
        at,
      ),
    );
    await rows.laboratory.specimens.insertMany(specimens);
    await rows.laboratory.revisions.append(
      specimens.map((record) =>
        revisionOf({
          kind: 'specimen',
          record,
          change: 'created',
          fields: filled(record),
          reason: null,
          ids,
        }),
      ),
    );
    const links = await rows.laboratory.pictures.linkWaiting(specimens, username, at);
    await rows.audit.append({
      action: 'specimens.imported',
      actor: username,
      subject: { kind: 'specimen-import', id: made.id },
      details: {
        ...{ specimens: specimens.length, heats: newHeats.length, sha256, series_id: seriesId },
        pictures: links.length,
      },
    });
    await rows.events.publish({ type: 'specimens.imported', importId: made.id });
    return made;
  }
}

interface ResolvedSpecimen {
  readonly fields: SpecimenFields;
  /** Name of a heat that is not known yet. */
  readonly newHeat: string | null;
}

/** The list against what the laboratory has. */
async function resolve(rows: Rows, { table, options, seriesId }: ImportRequest) {
  await assertOpen(rows, seriesId);
  const plan = planImport(table, options);
  const faults: ImportFault[] = [...plan.faults];
  const { laboratory } = rows;
  const taken = await laboratory.specimens.taken(plan.specimens.map(({ request }) => request.identifier));
  const heats = await idsByName(
    plan.specimens.map(({ heat }) => heat),
    laboratory.heats,
  );
  const machines = await idsByName(
    plan.specimens.map(({ machine }) => machine),
    laboratory.machines,
  );
  const fields: ResolvedSpecimen[] = [];
  for (const { row, request, heat, machine } of plan.specimens) {
    const fault = (field: string, reason: string) =>
      faults.push({ row, column: headerOf(plan.columns, field), reason });
    if (taken.has(request.identifier)) fault('identifier', 'is entered already');
    if (heat !== null && (heat.length > 100 || heat === '')) fault('heat', 'must have 1 to 100 characters');
    if (machine !== null && machines.get(machine) == null)
      fault('machine', 'is no testing machine that was entered');
    try {
      const entered = await specimenFieldsOf(
        rows,
        {
          ...request,
          series_id: seriesId,
          heat_id: heat === null ? null : (heats.get(heat) ?? null),
          machine_id: machine === null ? null : (machines.get(machine) ?? null),
        },
        null,
      );
      fields.push({ fields: entered, newHeat: heat !== null && heats.get(heat) == null ? heat : null });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const { field = '', requirement = error.detail } = error.context as {
        field?: string;
        requirement?: string;
      };
      fault(field.split('/')[0]!, requirement);
    }
  }
  faults.sort((one, other) => one.row - other.row);
  const newHeats = [...new Set(fields.flatMap(({ newHeat }) => newHeat ?? []))];
  const preview: ImportPreview = { ...plan, faults, newHeats };
  return { preview, fields };
}

async function assertOpen({ laboratory }: Rows, seriesId: string | null): Promise<void> {
  if (seriesId === null) return;
  const series = await laboratory.series.find(seriesId);
  if (series === null) throw new NotFound('series-not-found', `There is no series ${seriesId}.`);
  if (series.status === 'closed') {
    throw new Conflict('series-closed', `The series ${series.name} is closed; a reviewer can open it again.`);
  }
}

async function idsByName(
  names: readonly (string | null)[],
  rows: { findByName(name: string): Promise<{ readonly id: string } | null> },
): Promise<ReadonlyMap<string, string | null>> {
  const found = new Map<string, string | null>();
  for (const name of new Set(names))
    if (name !== null) found.set(name, (await rows.findByName(name))?.id ?? null);
  return found;
}

const shownFaults = 100;

function invalidList(faults: readonly ImportFault[]): InvalidInput {
  const [{ row, column, reason }] = faults as [ImportFault];
  const place = column === null ? `Row ${row}` : `Row ${row}, ${column},`;
  const more = faults.length === 1 ? '' : ` ${faults.length - 1} more.`;
  return new InvalidInput('specimen-list-invalid', `${place} ${reason}.${more} Nothing was taken in.`, {
    faults: faults.slice(0, shownFaults).map((fault) => ({
      detail: fault.column === null ? fault.reason : `${fault.column} ${fault.reason}`,
      pointer: `#/rows/${fault.row}`,
    })),
  });
}
