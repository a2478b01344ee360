import type { AcceptanceVerdict, SeriesCurve } from '@mlmcsc/contracts';
import type { PictureOfSpecimen } from '../../ports/laboratory.ts';
import { toJsonNames } from '../json-names.ts';
import type { Letterhead } from '../letterhead/letterhead-records.ts';
import { letterheadFields } from '../letterhead/present-letterhead.ts';
import type { HeatRecord, SeriesRecord, SpecimenRecord, TestMachineRecord } from '../records.ts';
import type { StudyRecord } from '../studies/study-records.ts';
import type { StudySpecimen } from '../studies/study-specimens.ts';
import { printValues } from './print-values.ts';
import type { ReportRecord } from './report-records.ts';

/** Everything a report says, before it is written down. */
export interface ReportContent {
  /** As it is on the day of the report. */
  readonly letterhead: Letterhead;
  readonly series: SeriesRecord;
  /** Those that the series or one of its specimens names. */
  readonly heats: readonly HeatRecord[];
  readonly machines: readonly TestMachineRecord[];
  readonly specimens: readonly {
    readonly specimen: SpecimenRecord;
    readonly pictures: readonly PictureOfSpecimen[];
    /** Where its percent shear comes from a study. */
    readonly blind: { readonly study: StudyRecord; readonly reading: StudySpecimen } | null;
  }[];
  readonly acceptance: AcceptanceVerdict | null;
  readonly curves: readonly SeriesCurve[];
}

type Heading = Pick<
  ReportRecord,
  'id' | 'number' | 'version' | 'madeAt' | 'supersedes' | 'supersedesReason'
> & {
  /** Of the report that is to be replaced. */
  readonly supersedesDigest: string | null;
};

/** Names of the people in a report: who tested and who read. */
export const peopleOf = ({ specimens }: ReportContent): readonly string[] => [
  ...new Set(
    specimens.flatMap(({ specimen, pictures, blind }) => [
      ...(blind?.reading.revealed?.readings.map(({ reader }) => reader) ?? []),
      ...(blind?.reading.revealed?.adjudications.map(({ adjudicatedBy }) => adjudicatedBy) ?? []),
      ...(specimen.tester === null ? [] : [specimen.tester]),
      ...pictures.flatMap(({ analyses }) =>
        analyses.flatMap(({ label }) => (label === null ? [] : [label.technician])),
      ),
    ]),
  ),
];

/** The document of a report. People stand in it under pseudonyms, because it never changes and a person may be erased.
 * @param pseudonyms - of all that {@link peopleOf} names
 */
export function reportDocument(
  heading: Heading,
  content: ReportContent,
  pseudonyms: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  const { letterhead, series, heats, machines, specimens, acceptance, curves } = content;
  const personOf = (name: string | null) => (name === null ? null : (pseudonyms.get(name) ?? null));
  const { supersedes, supersedesDigest, supersedesReason } = heading;
  return {
    schema: 'mlmcsc.report/1',
    ...{ id: heading.id, number: heading.number, version: heading.version },
    made_at: heading.madeAt.toISOString(),
    supersedes:
      supersedes === null
        ? null
        : { report_id: supersedes, digest: supersedesDigest, reason: supersedesReason },
    laboratory: hasLetterhead(letterhead) ? letterheadFields(letterhead) : undefined,
    series: recordOf(series),
    heats: heats.map(recordOf),
    machines: machines.map(recordOf),
    specimens: specimens.map(({ specimen, pictures, blind }) => {
      const { tester, ...rest } = specimen;
      const machineId = specimen.machineId ?? series.machineId;
      const machine = machines.find(({ id }) => id === machineId);
      return {
        ...recordOf(rest),
        tester: personOf(tester),
        energy_symbol: machine === undefined ? 'KV' : `KV${machine.strikerMm}`,
        blind_reading: blind === null ? undefined : blindReadingOf(blind, personOf),
        reported: printValues(specimen, series.rounding),
        pictures: pictures.map((picture) => pictureOf(picture, personOf)),
      };
    }),
    acceptance,
    curves,
    people: [...new Set(pseudonyms.values())].sort(),
  };
}

const hasLetterhead = ({ name, address, accreditationNumber, logo }: Letterhead): boolean =>
  [name, address, accreditationNumber, logo].some((one) => one !== null);

/** A record as it is now, its revision among it; without names of people. */
function recordOf(record: object): Record<string, unknown> {
  const { created_by: _by, updated_by: _updatedBy, ...rest } = toJsonNames(record);
  return rest;
}

/** Who read it blind, and what a reviewer decided where they differ. */
function blindReadingOf(
  { study, reading: { revealed } }: NonNullable<ReportContent['specimens'][number]['blind']>,
  personOf: (name: string | null) => string | null,
) {
  const decision = revealed?.adjudications.at(-1);
  return {
    ...{ study_id: study.id, study: study.name, threshold: study.disagreementThreshold },
    ...{ mean: revealed?.mean ?? null, spread: revealed?.spread ?? null },
    readings: (revealed?.readings ?? []).map(({ reader, repeat, percent, readAt }) => ({
      ...{ reader: personOf(reader), repeat, percent, read_at: readAt.toISOString() },
    })),
    decision:
      decision === undefined
        ? null
        : {
            ...{ percent: decision.percent, reason: decision.reason },
            decided_by: personOf(decision.adjudicatedBy),
            decided_at: decision.adjudicatedAt.toISOString(),
          },
  };
}

function pictureOf(
  { link, image, analyses }: PictureOfSpecimen,
  personOf: (name: string | null) => string | null,
): Record<string, unknown> {
  return {
    ...{ image_id: image.id, sha256: image.sha256, media_type: image.mediaType, half: link.half },
    ...{ file_name: image.fileName, width_px: image.widthPx, height_px: image.heightPx },
    analyses: analyses.map(({ analysis, label }) => ({
      ...{ id: analysis.id, status: analysis.status, reason: analysis.reason, flags: analysis.flags },
      ...{ shear_percent: analysis.shearPercent, lower: analysis.lower, upper: analysis.upper },
      ...{ interval_level: analysis.intervalLevel, analysed_at: analysis.createdAt.toISOString() },
      ...{ model_version: analysis.modelVersion, model_digest: analysis.modelDigest },
      pipeline_version: analysis.pipelineVersion,
      label:
        label === null
          ? null
          : {
              ...{ id: label.id, shear_percent: label.shearPercent, decision: label.decision },
              ...{ reader: personOf(label.technician), labelled_at: label.createdAt.toISOString() },
            },
    })),
  };
}
