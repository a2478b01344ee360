import type { PictureMeasureRows } from '@mlmcsc/core';
import type { Database } from '../database.ts';
import { pictureMeasures } from '../schema.ts';

/** What drift is told from, beside each analysis. */
export function createPictureMeasureRows(db: Database): PictureMeasureRows {
  return {
    async insert({ id: analysisId, createdAt: measuredAt }, measures) {
      await db.insert(pictureMeasures).values({ analysisId, measuredAt, ...measures });
    },
  };
}
