import type { PictureOfSpecimen, SpecimenPictureRecord, SpecimenPictureRows } from '@mlmcsc/core';
import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { isUuid } from '../../cursor.ts';
import type { Database } from '../../database.ts';
import { analyses, images, labels, specimenPictures } from '../../schema.ts';
import { toLabelRecord } from '../label-record.ts';

/** Which pictures belong to which specimen. */
export function createSpecimenPictureRows(db: Database): SpecimenPictureRows {
  return {
    async find(imageId) {
      if (!isUuid(imageId)) return null;
      const [row] = await db.select().from(specimenPictures).where(eq(specimenPictures.imageId, imageId));
      return row ?? null;
    },
    async link(link) {
      const { imageId: _image, ...rest } = link;
      await db
        .insert(specimenPictures)
        .values(link)
        .onConflictDoUpdate({ target: specimenPictures.imageId, set: rest });
    },
    async unlink(imageId) {
      await db.delete(specimenPictures).where(eq(specimenPictures.imageId, imageId));
    },
    async ofSpecimen(specimenId) {
      if (!isUuid(specimenId)) return [];
      const linked = await db
        .select({ link: specimenPictures, image: images })
        .from(specimenPictures)
        .innerJoin(images, eq(images.id, specimenPictures.imageId))
        .where(eq(specimenPictures.specimenId, specimenId))
        .orderBy(asc(specimenPictures.linkedAt), asc(specimenPictures.imageId));
      if (linked.length === 0) return [];
      const read = await db
        .select({ analysis: analyses, label: labels })
        .from(analyses)
        .leftJoin(
          labels,
          sql`${labels.id} = (select newest.id from labels newest where newest.analysis_id = ${analyses.id} order by newest.arrival desc limit 1)`,
        )
        .where(
          inArray(
            analyses.imageId,
            linked.map(({ image }) => image.id),
          ),
        )
        .orderBy(desc(analyses.createdAt), desc(analyses.id));
      return linked.map(
        ({ link, image }): PictureOfSpecimen => ({
          link,
          image,
          analyses: read
            .filter(({ analysis }) => analysis.imageId === image.id)
            .map(({ analysis, label }) => ({
              analysis,
              label: label === null ? null : toLabelRecord(label),
            })),
        }),
      );
    },
    async linkWaiting(wanted, by, at) {
      if (wanted.length === 0) return [];
      const { rows } = await db.execute<{ image_id: string; specimen_id: string; half: 1 | 2 | null }>(sql`
        insert into specimen_pictures (image_id, specimen_id, half, linked_by, linked_at)
        select image.id, wanted.id, image.half, ${by}::text, ${at.toISOString()}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted (id uuid, identifier text)
        join images image on image.specimen = wanted.identifier
        on conflict (image_id) do nothing
        returning image_id, specimen_id, half`);
      return rows.map(
        (row): SpecimenPictureRecord => ({
          imageId: row.image_id,
          specimenId: row.specimen_id,
          half: row.half,
          linkedBy: by,
          linkedAt: at,
        }),
      );
    },
  };
}
