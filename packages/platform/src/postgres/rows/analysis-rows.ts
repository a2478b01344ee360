import type { AnalysisRecord, AnalysisRows, HistoryFilter } from '@mlmcsc/core';
import { and, desc, eq, gte, isNotNull, isNull, like, lt, lte, not, or, type SQL, sql } from 'drizzle-orm';
import { decodeCursor, encodeCursor, isUuid } from '../cursor.ts';
import type { Database } from '../database.ts';
import { analyses, images, labels } from '../schema.ts';
import { toLabelRecord } from './label-record.ts';

/** Rows of measurements. */
export function createAnalysisRows(db: Database): AnalysisRows {
  const findFor = async (imageId: string, modelDigest: string, pipelineVersion: string) =>
    (
      await db
        .select()
        .from(analyses)
        .where(
          and(
            eq(analyses.imageId, imageId),
            eq(analyses.modelDigest, modelDigest),
            eq(analyses.pipelineVersion, pipelineVersion),
          ),
        )
    )[0] ?? null;
  return {
    async insertOrFind(given) {
      const inserted = new Map(
        (
          await db
            .insert(analyses)
            .values([...given])
            .onConflictDoNothing()
            .returning()
        ).map((row) => [row.id, row]),
      );
      return Promise.all(
        given.map(async (analysis) => {
          const created = inserted.get(analysis.id);
          if (created !== undefined) return { analysis: created, created: true };
          const found = await findFor(analysis.imageId, analysis.modelDigest, analysis.pipelineVersion);
          return { analysis: found as AnalysisRecord, created: false };
        }),
      );
    },
    async areKnown(imageIds, pipelineVersion) {
      const { rows } = await db.execute<{ image_id: string }>(sql`
        select distinct image_id from analyses
        where image_id = any(${sql.param(imageIds.filter(isUuid))}::uuid[]) and pipeline_version = ${pipelineVersion}`);
      return new Set(rows.map((row) => row.image_id));
    },
    async find(id) {
      if (!isUuid(id)) return null;
      return (await db.select().from(analyses).where(eq(analyses.id, id)))[0] ?? null;
    },
    findFor,
    async bringMapsBack(id) {
      await db.update(analyses).set({ mapsRemovedAt: null, mapsRemovedBy: null }).where(eq(analyses.id, id));
    },
    async count() {
      const { rows } = await db.execute<{ count: string }>(sql`select count(*) from analyses`);
      return Number(rows[0]?.count ?? 0);
    },
    async standing(id) {
      if (!isUuid(id)) return null;
      const [row] = await db
        .select({
          analysedBy: analyses.analysedBy,
          mapsRemovedAt: analyses.mapsRemovedAt,
          mapsRemovedBy: analyses.mapsRemovedBy,
          label: labels,
        })
        .from(analyses)
        .leftJoin(labels, eq(labels.analysisId, analyses.id))
        .where(eq(analyses.id, id))
        .orderBy(sql`${labels.arrival} desc nulls last`)
        .limit(1);
      if (row === undefined) return null;
      return { ...row, label: row.label === null ? null : toLabelRecord(row.label) };
    },
    async unlabelled(window) {
      const recent = db
        .select({ id: analyses.id })
        .from(analyses)
        .orderBy(desc(analyses.createdAt), desc(analyses.id))
        .limit(window);
      const rows = await db
        .selectDistinctOn([analyses.imageId], { analysis: analyses, image: images })
        .from(analyses)
        .innerJoin(images, eq(images.id, analyses.imageId))
        .where(
          and(
            // An array, and `offset 0`: index probes for each of these rows, never a scan of all analyses or labels.
            sql`${analyses.id} = any(array(${recent}))`,
            isNotNull(analyses.featuresKey),
            isNull(images.picturesRemovedAt),
            sql`not exists (
              select from analyses judged join labels given on given.analysis_id = judged.id
              where judged.image_id = ${images.id} offset 0)`,
          ),
        )
        .orderBy(analyses.imageId, desc(analyses.createdAt), desc(analyses.id));
      return rows.sort(
        (a, b) =>
          b.analysis.createdAt.getTime() - a.analysis.createdAt.getTime() ||
          (a.analysis.id < b.analysis.id ? 1 : -1),
      );
    },
    async history(filter, page) {
      const cursor = decodeCursor(page.cursor);
      const rows = await db
        .select({ analysis: analyses, image: images, label: labels })
        .from(analyses)
        .innerJoin(images, eq(images.id, analyses.imageId))
        // One index probe for each row that is walked: the newest analyses come first and the limit ends the walk.
        .leftJoinLateral(
          db
            .select({ currentId: labels.id })
            .from(labels)
            .where(eq(labels.analysisId, analyses.id))
            .orderBy(desc(labels.arrival))
            .limit(1)
            .as('current_label'),
          sql`true`,
        )
        .leftJoin(labels, eq(labels.id, sql`current_label.id`))
        .where(
          and(
            ...conditionsOf(filter),
            cursor === null
              ? undefined
              : sql`(${analyses.createdAt}, ${analyses.id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)`,
          ),
        )
        .orderBy(desc(analyses.createdAt), desc(analyses.id))
        .limit(page.limit + 1)
        .offset(page.offset ?? 0);
      const items = rows.slice(0, page.limit).map(({ analysis, image, label }) => ({
        analysis,
        image,
        label: label === null ? null : toLabelRecord(label),
      }));
      const last = items.at(-1);
      return {
        items,
        nextCursor:
          rows.length > page.limit && last !== undefined
            ? encodeCursor({ at: last.analysis.createdAt, id: last.analysis.id })
            : null,
      };
    },
  };
}

function conditionsOf(filter: HistoryFilter): (SQL | undefined)[] {
  return [
    filter.text === undefined || filter.text.trim() === '' ? undefined : contains(filter.text.trim()),
    filter.status === undefined ? undefined : eq(analyses.status, filter.status),
    filter.labelled === undefined ? undefined : hasLabel(filter.labelled),
    filter.technician === undefined ? undefined : eq(labels.technician, filter.technician),
    // Says nothing new, but lets a rare technician be found from his labels.
    filter.technician === undefined
      ? undefined
      : sql`exists (select from labels by_them where by_them.analysis_id = ${analyses.id} and by_them.technician = ${filter.technician})`,
    filter.from === undefined ? undefined : gte(analyses.createdAt, filter.from),
    filter.to === undefined ? undefined : lt(analyses.createdAt, filter.to),
    ...shearConditions(filter),
    filter.withoutImages === undefined || filter.withoutImages.length === 0
      ? undefined
      : sql`not (${analyses.imageId} = any(${sql.param([...filter.withoutImages])}::uuid[]))`,
  ];
}

/** One exact value is asked for as one, so that the index can give its analyses in their order. */
function shearConditions({ shearMin, shearMax }: HistoryFilter): (SQL | undefined)[] {
  if (shearMin !== undefined && shearMin === shearMax) return [eq(analyses.shearPercent, shearMin)];
  return [
    shearMin === undefined ? undefined : gte(analyses.shearPercent, shearMin),
    shearMax === undefined ? undefined : lte(analyses.shearPercent, shearMax),
  ];
}

/** The index knows three letters in a row, and two at the beginning of a word: shorter texts are sought there only. */
function contains(text: string): SQL | undefined {
  const searched = sql`${sql.identifier('images')}.search_text`;
  const plain = escapeLike(text.toLowerCase());
  return text.length < 3
    ? or(like(searched, `${plain}%`), like(searched, `% ${plain}%`))
    : like(searched, `%${plain}%`);
}

function hasLabel(wanted: boolean): SQL {
  const exists = sql`exists (select from labels given where given.analysis_id = ${analyses.id})`;
  return wanted ? exists : not(exists);
}

/** The searched text is plain: its `%` and `_` stand for themselves. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
