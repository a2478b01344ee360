import type {
  HeatRecord,
  LaboratoryRows,
  RecordRevisionRecord,
  SeriesFilter,
  SeriesRecord,
  TestMachineRecord,
  TextFilter,
} from '@mlmcsc/core';
import { and, desc, eq } from 'drizzle-orm';
import { isUuid } from '../../cursor.ts';
import type { Database } from '../../database.ts';
import { heats, recordRevisions, series, specimenImports, testMachines } from '../../schema.ts';
import { translating } from '../../translate-database-error.ts';
import { createForceCurveRows } from './force-curve-rows.ts';
import { createLetterheadRows } from './letterhead-rows.ts';
import { contains, createRecordRows } from './record-rows.ts';
import { createReportRows } from './report-rows.ts';
import { createSpecimenPictureRows } from './specimen-picture-rows.ts';
import { createSpecimenRows } from './specimen-rows.ts';
import { createStudyRows } from './study-rows.ts';

const rowsAtOnce = 1000;
const asIs = { toRow: (record: object) => record };

/** The records of a Charpy laboratory. */
export function createLaboratoryRows(db: Database): LaboratoryRows {
  return {
    heats: translating(
      createRecordRows<HeatRecord, TextFilter>(db, {
        ...{ ...asIs, table: heats, name: heats.name, toRecord: (row) => row as HeatRecord },
        conditionsOf: ({ text }) => [contains(text, heats.name, heats.grade, heats.product)],
      }),
    ),
    machines: translating(
      createRecordRows<TestMachineRecord, TextFilter>(db, {
        ...{
          ...asIs,
          table: testMachines,
          name: testMachines.name,
          toRecord: (row) => row as TestMachineRecord,
        },
        conditionsOf: ({ text }) => [
          contains(text, testMachines.name, testMachines.maker, testMachines.serialNumber),
        ],
      }),
    ),
    series: translating(
      createRecordRows<SeriesRecord, SeriesFilter>(db, {
        ...{ ...asIs, table: series, name: series.name, toRecord: (row) => row as SeriesRecord },
        conditionsOf: ({ text, status, client, heatId }) => [
          contains(text, series.name, series.client, series.project),
          status === undefined ? undefined : eq(series.status, status),
          client === undefined ? undefined : eq(series.client, client),
          heatId === undefined ? undefined : eq(series.heatId, heatId),
        ],
      }),
    ),
    specimens: translating(createSpecimenRows(db)),
    pictures: translating(createSpecimenPictureRows(db)),
    studies: translating(createStudyRows(db)),
    reports: translating(createReportRows(db)),
    forceCurves: translating(createForceCurveRows(db)),
    letterheads: translating(createLetterheadRows(db)),
    imports: translating({
      async insert(record) {
        await db.insert(specimenImports).values(record);
      },
      async find(id) {
        if (!isUuid(id)) return null;
        return (await db.select().from(specimenImports).where(eq(specimenImports.id, id)))[0] ?? null;
      },
    } satisfies LaboratoryRows['imports']),
    revisions: translating({
      async append(revisions) {
        for (let start = 0; start < revisions.length; start += rowsAtOnce) {
          await db.insert(recordRevisions).values(
            revisions.slice(start, start + rowsAtOnce).map(({ fields, ...rest }) => ({
              ...rest,
              fields: [...fields],
            })),
          );
        }
      },
      async list(kind, recordId) {
        if (!isUuid(recordId)) return [];
        return db
          .select()
          .from(recordRevisions)
          .where(and(eq(recordRevisions.kind, kind), eq(recordRevisions.recordId, recordId)))
          .orderBy(desc(recordRevisions.revision))
          .limit(1000);
      },
      async find(kind, recordId, revision) {
        if (!isUuid(recordId)) return null;
        const [row] = await db
          .select()
          .from(recordRevisions)
          .where(
            and(
              eq(recordRevisions.kind, kind),
              eq(recordRevisions.recordId, recordId),
              eq(recordRevisions.revision, revision),
            ),
          );
        return (row as RecordRevisionRecord | undefined) ?? null;
      },
    } satisfies LaboratoryRows['revisions']),
  };
}
