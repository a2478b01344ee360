import { Conflict, type PromotionRequestRows } from '@mlmcsc/core';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { decodeCursor, encodeCursor, isUuid } from '../cursor.ts';
import type { Database } from '../database.ts';
import { before } from '../keyset.ts';
import { promotionRequests } from '../schema.ts';

/** Promotions that need two persons. */
export function createPromotionRequestRows(db: Database): PromotionRequestRows {
  return {
    async insert(request) {
      const { modelVersion } = request;
      const rows = await db.insert(promotionRequests).values(request).onConflictDoNothing().returning();
      if (rows.length === 0) {
        throw new Conflict(
          'promotion-requested-already',
          `Somebody asked for ${modelVersion} already; the request waits for a second person.`,
        );
      }
    },
    async find(id) {
      if (!isUuid(id)) return null;
      return (await db.select().from(promotionRequests).where(eq(promotionRequests.id, id)))[0] ?? null;
    },
    async findWaiting(modelVersion) {
      const [row] = await db
        .select()
        .from(promotionRequests)
        .where(and(eq(promotionRequests.modelVersion, modelVersion), isNull(promotionRequests.decision)));
      return row ?? null;
    },
    async list(page) {
      const { requestedAt, id } = promotionRequests;
      const rows = await db
        .select()
        .from(promotionRequests)
        .where(before(requestedAt, id, decodeCursor(page.cursor)))
        .orderBy(desc(requestedAt), desc(id))
        .limit(page.limit + 1);
      const items = rows.slice(0, page.limit);
      const last = items.at(-1);
      const hasMore = rows.length > page.limit && last !== undefined;
      return { items, nextCursor: hasMore ? encodeCursor({ at: last.requestedAt, id: last.id }) : null };
    },
    async decide(id, { decision, by, at }) {
      const rows = await db
        .update(promotionRequests)
        .set({ decision, decidedBy: by, decidedAt: at })
        .where(and(eq(promotionRequests.id, id), isNull(promotionRequests.decision)))
        .returning();
      return rows[0] ?? null;
    },
  };
}
