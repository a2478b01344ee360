import { Conflict, type ModelRows } from '@mlmcsc/core';
import { and, desc, eq, or, type SQL, sql } from 'drizzle-orm';
import { decodeCursor, encodeCursor, isUuid, type KeysetCursor } from '../cursor.ts';
import type { Database } from '../database.ts';
import { deployments, modelAliases, models } from '../schema.ts';

const champion = 'champion';

/** Rows of model versions, the champion pointer and the ledger of deployments. */
export function createModelRows(db: Database): ModelRows {
  return {
    async insert(model) {
      await db.insert(models).values(model);
    },
    async list(page) {
      const rows = await db
        .select()
        .from(models)
        .where(before(models.createdAt, models.id, decodeCursor(page.cursor)))
        .orderBy(desc(models.createdAt), desc(models.id))
        .limit(page.limit + 1);
      const items = rows.slice(0, page.limit);
      const last = items.at(-1);
      const hasMore = rows.length > page.limit && last !== undefined;
      return { items, nextCursor: hasMore ? encodeCursor({ at: last.createdAt, id: last.id }) : null };
    },
    async find(idOrVersion) {
      const byVersion = eq(models.version, idOrVersion);
      const condition = isUuid(idOrVersion) ? or(eq(models.id, idOrVersion), byVersion) : byVersion;
      return (await db.select().from(models).where(condition))[0] ?? null;
    },
    async findByDigest(digest) {
      return (await db.select().from(models).where(eq(models.digest, digest)))[0] ?? null;
    },
    async champion() {
      const [row] = await db
        .select({ model: models })
        .from(modelAliases)
        .innerJoin(models, eq(models.version, modelAliases.modelVersion))
        .where(eq(modelAliases.alias, champion));
      return row?.model ?? null;
    },
    async newestShipped(pipelineVersion) {
      const [row] = await db
        .select()
        .from(models)
        .where(and(eq(models.origin, 'shipped'), eq(models.pipelineVersion, pipelineVersion)))
        .orderBy(desc(models.createdAt), desc(models.id))
        .limit(1);
      return row ?? null;
    },
    async promote(deployment) {
      const { fromVersion, toVersion, deployedAt } = deployment;
      const moved =
        fromVersion === null
          ? await db
              .insert(modelAliases)
              .values({ alias: champion, modelVersion: toVersion, updatedAt: deployedAt })
              .onConflictDoNothing()
              .returning()
          : await db
              .update(modelAliases)
              .set({ modelVersion: toVersion, updatedAt: deployedAt })
              .where(and(eq(modelAliases.alias, champion), eq(modelAliases.modelVersion, fromVersion)))
              .returning();
      if (moved.length === 0) {
        throw new Conflict('champion-changed', 'Another model became champion meanwhile.', {
          retryable: true,
          context: { fromVersion, toVersion },
        });
      }
      await db.insert(deployments).values(deployment);
    },
    async deployments(page) {
      const rows = await db
        .select()
        .from(deployments)
        .where(before(deployments.deployedAt, deployments.id, decodeCursor(page.cursor)))
        .orderBy(desc(deployments.deployedAt), desc(deployments.id))
        .limit(page.limit + 1);
      const items = rows.slice(0, page.limit).map(({ alias: _alias, ...deployment }) => deployment);
      const last = items.at(-1);
      const hasMore = rows.length > page.limit && last !== undefined;
      return { items, nextCursor: hasMore ? encodeCursor({ at: last.deployedAt, id: last.id }) : null };
    },
  };
}

function before(at: unknown, id: unknown, cursor: KeysetCursor | null): SQL | undefined {
  if (cursor === null) return undefined;
  return sql`(${at}, ${id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)`;
}
