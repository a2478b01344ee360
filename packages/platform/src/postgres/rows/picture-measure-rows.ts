import type { PictureMeasureRows } from '@mlmcsc/core';
import type { Database } from '../database.ts';
import { pictureMeasures } from '../schema.ts';

/** What drift is told from, beside each analysis. */
export function createPictureMeasureRows(db: Database): PictureMeasureRows {
  return {
    async insert(rows) {
      if (rows.length === 0) return;
      await db.insert(pictureMeasures).values(
        rows.map(({ analysis, measures }) => ({
          ...{ analysisId: analysis.id, measuredAt: analysis.createdAt, ...measures },
        })),
      );
    },
  };
}
