import type { SpecimenFilter, SpecimenRecord, SpecimenRows } from '@mlmcsc/core';
import { eq, gte, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { isUuid } from '../../cursor.ts';
import type { Database } from '../../database.ts';
import { series, specimens } from '../../schema.ts';
import { contains, createRecordRows } from './record-rows.ts';

/** Rows of one statement: PostgreSQL takes 65 535 parameters. */
const rowsAtOnce = 1000;

/** Rows of Charpy bars. */
export function createSpecimenRows(db: Database): SpecimenRows {
  return {
    ...createRecordRows<SpecimenRecord, SpecimenFilter>(db, {
      table: specimens,
      name: specimens.identifier,
      conditionsOf,
      toRow,
      toRecord,
    }),
    async taken(identifiers) {
      if (identifiers.length === 0) return new Set();
      const rows = await db
        .select({ identifier: specimens.identifier })
        .from(specimens)
        .where(inArray(specimens.identifier, [...identifiers]));
      return new Set(rows.map(({ identifier }) => identifier));
    },
    async insertUnlessThere(record) {
      const inserted = await db
        .insert(specimens)
        .values(toRow(record))
        .onConflictDoNothing({ target: specimens.identifier })
        .returning({ id: specimens.id });
      return inserted.length === 1;
    },
    async insertMany(records) {
      for (let start = 0; start < records.length; start += rowsAtOnce) {
        await db.insert(specimens).values(records.slice(start, start + rowsAtOnce).map(toRow));
      }
    },
    async ofSeries(seriesId, limit) {
      if (!isUuid(seriesId)) return [];
      const rows = await db
        .select()
        .from(specimens)
        .where(eq(specimens.seriesId, seriesId))
        .orderBy(sql`${specimens.temperatureCelsius} nulls last`, specimens.identifier)
        .limit(limit);
      return rows.map(toRecord);
    },
  };
}

function toRow(record: SpecimenRecord) {
  return {
    ...record,
    lateralExpansionMm: record.lateralExpansion?.mm ?? null,
    shearPercent: record.shear?.percent ?? null,
  };
}

function toRecord(row: object): SpecimenRecord {
  const {
    lateralExpansionMm: _expansion,
    shearPercent: _shear,
    ...record
  } = row as typeof specimens.$inferSelect;
  return record as SpecimenRecord;
}

function conditionsOf(filter: SpecimenFilter): (SQL | undefined)[] {
  const { identifier, seriesId, heatId, machineId, temperatureMin, temperatureMax, hasShear } = filter;
  return [
    contains(filter.text, specimens.identifier),
    identifier === undefined ? undefined : eq(specimens.identifier, identifier),
    seriesId === undefined ? undefined : eq(specimens.seriesId, seriesId),
    heatId === undefined ? undefined : ownOrOfSeries(specimens.heatId, series.heatId, heatId),
    machineId === undefined ? undefined : ownOrOfSeries(specimens.machineId, series.machineId, machineId),
    temperatureMin === undefined ? undefined : gte(specimens.temperatureCelsius, temperatureMin),
    temperatureMax === undefined ? undefined : lte(specimens.temperatureCelsius, temperatureMax),
    hasShear === undefined
      ? undefined
      : hasShear
        ? isNotNull(specimens.shearPercent)
        : isNull(specimens.shearPercent),
  ];
}

/** The series' heat or machine counts where the specimen names none. */
function ownOrOfSeries(
  own: typeof specimens.heatId | typeof specimens.machineId,
  shared: typeof series.heatId | typeof series.machineId,
  wanted: string,
): SQL {
  return sql`(${own} = ${wanted}::uuid or (${own} is null and ${specimens.seriesId} in
    (select ${series.id} from ${series} where ${shared} = ${wanted}::uuid)))`;
}
