import { type LetterheadRows, noLetterhead } from '@mlmcsc/core';
import { desc } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { letterheads } from '../../schema.ts';

/** States of the letterhead, one a row. */
export function createLetterheadRows(db: Database): LetterheadRows {
  return {
    async current() {
      const [row] = await db.select().from(letterheads).orderBy(desc(letterheads.revision)).limit(1);
      if (row === undefined) return noLetterhead;
      const { logoSha256: sha256, logoWidthPx: widthPx, logoHeightPx: heightPx, ...rest } = row;
      const hasLogo = sha256 !== null && widthPx !== null && heightPx !== null;
      return { ...rest, logo: hasLogo ? { sha256, widthPx, heightPx } : null };
    },
    async append({ logo, ...rest }) {
      const made = await db
        .insert(letterheads)
        .values({
          ...rest,
          logoSha256: logo?.sha256 ?? null,
          ...{ logoWidthPx: logo?.widthPx ?? null, logoHeightPx: logo?.heightPx ?? null },
        })
        .onConflictDoNothing()
        .returning({ revision: letterheads.revision });
      return made.length > 0;
    },
  };
}
