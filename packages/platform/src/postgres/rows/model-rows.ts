import { Conflict, type DeploymentRecord, type ModelRows } from '@mlmcsc/core';
import { and, asc, desc, eq, lte, or } from 'drizzle-orm';
import { decodeCursor, encodeCursor, isUuid } from '../cursor.ts';
import type { Database } from '../database.ts';
import { before } from '../keyset.ts';
import { deployments, modelAliases, models } from '../schema.ts';

const champion = 'champion';
const challenger = 'challenger';
const ofChampion = eq(deployments.alias, champion);

function toDeployment({ alias: _alias, ...deployment }: typeof deployments.$inferSelect): DeploymentRecord {
  return deployment;
}

/** Rows of model versions, the champion pointer and the ledger of deployments. */
export function createModelRows(db: Database): ModelRows {
  const findByAlias = async (alias: string) => {
    const [row] = await db
      .select({ model: models })
      .from(modelAliases)
      .innerJoin(models, eq(models.version, modelAliases.modelVersion))
      .where(eq(modelAliases.alias, alias));
    return row?.model ?? null;
  };
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
    champion: () => findByAlias(champion),
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
    async deploymentAt(at) {
      const [row] = await db
        .select()
        .from(deployments)
        .where(and(ofChampion, lte(deployments.deployedAt, at)))
        .orderBy(desc(deployments.deployedAt), desc(deployments.id))
        .limit(1);
      return row === undefined ? null : toDeployment(row);
    },
    async firstDeploymentOf(version) {
      const [row] = await db
        .select()
        .from(deployments)
        .where(and(ofChampion, eq(deployments.toVersion, version)))
        .orderBy(asc(deployments.deployedAt), asc(deployments.id))
        .limit(1);
      return row === undefined ? null : toDeployment(row);
    },
    async wasRolledBack(version) {
      const rows = await db
        .select({ id: deployments.id })
        .from(deployments)
        .where(and(ofChampion, eq(deployments.fromVersion, version), eq(deployments.kind, 'rolled-back')))
        .limit(1);
      return rows.length > 0;
    },
    challenger: () => findByAlias(challenger),
    async setChallenger(version, at) {
      const place = { modelVersion: version, updatedAt: at };
      await db
        .insert(modelAliases)
        .values({ alias: challenger, ...place })
        .onConflictDoUpdate({ target: modelAliases.alias, set: place });
    },
    async deployments(page) {
      const rows = await db
        .select()
        .from(deployments)
        .where(before(deployments.deployedAt, deployments.id, decodeCursor(page.cursor)))
        .orderBy(desc(deployments.deployedAt), desc(deployments.id))
        .limit(page.limit + 1);
      const items = rows.slice(0, page.limit).map(toDeployment);
      const last = items.at(-1);
      const hasMore = rows.length > page.limit && last !== undefined;
      return { items, nextCursor: hasMore ? encodeCursor({ at: last.deployedAt, id: last.id }) : null };
    },
  };
}
