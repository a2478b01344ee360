import { NotFound } from '../errors.ts';
import { formatCell } from '../stewardship/dataset-table.ts';
import type { ForceCurveView } from './force-curves/force-curve-records.ts';
import { judgeForceCurve } from './force-curves/judge-force-curve.ts';
import { presentForceCurve } from './force-curves/present-force-curve.ts';
import { toJsonNames } from './json-names.ts';
import type { KeeperDependencies } from './record-keeper.ts';
import type { SpecimenRecord } from './records.ts';

/** No series has more; a page and an export show them all. */
export const mostSpecimensOfSeries = 5000;

export const seriesExportFormats = ['csv', 'xlsx', 'json'] as const;
export type SeriesExportFormat = (typeof seriesExportFormats)[number];
type Cell = string | number | boolean | null;

export interface SeriesExportRequest {
  readonly id: string;
  readonly format: SeriesExportFormat;
  readonly username: string;
  /** Makes a workbook of one sheet; the first row is the header. */
  readonly writeWorkbook: (title: string, rows: readonly (readonly Cell[])[]) => Promise<Uint8Array>;
}

interface Exported extends SpecimenRecord {
  readonly heat: string | null;
  readonly machine: string | null;
  readonly curve: ForceCurveView | null;
}

const readingOf = ({ curve }: Exported) => curve?.record.findings.reading;

/** The columns of the tables, in order; new ones go to the end. An import leaves out those it does not know. */
const columns: readonly {
  readonly name: string;
  readonly value: (specimen: Exported) => Cell;
}[] = [
  { name: 'identifier', value: ({ identifier }) => identifier },
  { name: 'heat', value: ({ heat }) => heat },
  { name: 'machine', value: ({ machine }) => machine },
  { name: 'width_mm', value: ({ widthMm }) => widthMm },
  { name: 'height_mm', value: ({ heightMm }) => heightMm },
  { name: 'notch_depth_mm', value: ({ notchDepthMm }) => notchDepthMm },
  { name: 'temperature_c', value: ({ temperatureCelsius }) => temperatureCelsius },
  { name: 'energy_j', value: ({ energyJ }) => energyJ },
  { name: 'lateral_expansion_mm', value: ({ lateralExpansion }) => lateralExpansion?.mm ?? null },
  { name: 'shear_percent', value: ({ shear }) => shear?.percent ?? null },
  { name: 'is_unbroken', value: ({ isUnbroken }) => isUnbroken },
  { name: 'abnormality', value: ({ abnormality }) => abnormality },
  { name: 'tester', value: ({ tester }) => tester },
  { name: 'tested_at', value: ({ testedAt }) => testedAt?.toISOString() ?? null },
  { name: 'notes', value: ({ notes }) => notes },
  { name: 'lateral_expansion_basis', value: ({ lateralExpansion }) => lateralExpansion?.basis ?? null },
  { name: 'shear_method', value: ({ shear }) => shear?.method ?? null },
  { name: 'reference_area', value: ({ shear }) => shear?.reference_area ?? null },
  { name: 'general_yield_n', value: (one) => readingOf(one)?.generalYield.forceN ?? null },
  { name: 'maximum_force_n', value: (one) => readingOf(one)?.maximum.forceN ?? null },
  { name: 'unstable_initiation_n', value: (one) => readingOf(one)?.unstable?.initiation.forceN ?? null },
  { name: 'arrest_n', value: (one) => readingOf(one)?.unstable?.arrest.forceN ?? null },
  { name: 'curve_energy_j', value: (one) => readingOf(one)?.energyJ ?? null },
  { name: 'curve_shear_least_percent', value: ({ curve }) => curve?.shear.least ?? null },
  { name: 'curve_shear_most_percent', value: ({ curve }) => curve?.shear.most ?? null },
  { name: 'curve_shear_verdict', value: ({ curve }) => curve?.shear.verdict ?? null },
  { name: 'curve_energy_verdict', value: ({ curve }) => curve?.energy.verdict ?? null },
  { name: 'curve_file_sha256', value: ({ curve }) => curve?.record.sha256 ?? null },
];

/** A series as a file: every value unrounded. Recorded in the audit trail. @throws NotFound `series-not-found` */
export async function exportSeries(
  { store }: Pick<KeeperDependencies, 'store'>,
  { id, format, username, writeWorkbook }: SeriesExportRequest,
): Promise<string | Uint8Array> {
  const { exported, ...document } = await store.transaction(async (rows) => {
    const { laboratory } = rows;
    const series = await laboratory.series.find(id);
    if (series === null) throw new NotFound('series-not-found', `There is no series ${id}.`);
    const specimens = await laboratory.specimens.ofSeries(id, mostSpecimensOfSeries);
    const nameOf = async (
      kind: 'heats' | 'machines',
      ids: readonly (string | null)[],
    ): Promise<ReadonlyMap<string, string>> => {
      const names = new Map<string, string>();
      for (const one of new Set(ids)) {
        const found = one === null ? null : await laboratory[kind].find(one);
        if (found !== null) names.set(found.id, found.name);
      }
      return names;
    };
    const heats = await nameOf('heats', [series.heatId, ...specimens.map(({ heatId }) => heatId)]);
    const machines = await nameOf('machines', [
      series.machineId,
      ...specimens.map(({ machineId }) => machineId),
    ]);
    const curves = new Map(
      (await laboratory.forceCurves.ofSeries(id, mostSpecimensOfSeries)).map((one) => [one.specimenId, one]),
    );
    const curveOf = (specimen: SpecimenRecord) => {
      const curve = curves.get(specimen.id);
      return curve === undefined ? null : judgeForceCurve(curve, specimen);
    };
    const exported = specimens.map(
      (specimen): Exported => ({
        ...specimen,
        heat: heats.get(specimen.heatId ?? series.heatId ?? '') ?? null,
        machine: machines.get(specimen.machineId ?? series.machineId ?? '') ?? null,
        curve: curveOf(specimen),
      }),
    );
    await rows.audit.append({
      action: 'series.exported',
      actor: username,
      subject: { kind: 'series', id },
      details: { format, specimens: specimens.length },
    });
    return {
      exported,
      series,
      heat: heats.get(series.heatId ?? '') ?? null,
      machine: machines.get(series.machineId ?? '') ?? null,
    };
  });
  if (format === 'csv') return csvOf(exported);
  if (format === 'xlsx') return writeWorkbook(document.series.name, rowsOf(exported));
  const { series, ...names } = document;
  const content = { schema: 'mlmcsc.series/1', series: toJsonNames(series), ...names };
  return `${JSON.stringify({ ...content, specimens: exported.map(documented) }, undefined, 2)}\n`;
}

/** A specimen in the names of the API; its force curve without the line of the picture. */
function documented({ curve, ...specimen }: Exported) {
  if (curve === null) return { ...toJsonNames(specimen), force_curve: null };
  const { specimen_id: _id, identifier: _identifier, line: _line, ...told } = presentForceCurve(curve);
  return { ...toJsonNames(specimen), force_curve: told };
}

const rowsOf = (specimens: readonly Exported[]): readonly (readonly Cell[])[] => [
  columns.map(({ name }) => name),
  ...specimens.map((one) => columns.map(({ value }) => value(one))),
];

/** RFC 4180 with a byte-order mark, so that spreadsheets read UTF-8; no text runs as a formula. */
function csvOf(specimens: readonly Exported[]): string {
  const lines = rowsOf(specimens).map((row) => row.map(formatCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
