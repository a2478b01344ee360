import type { ModelPolicy, SettingRows, UpdateStrategy } from '@mlmcsc/core';
import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { settings } from '../schema.ts';

const strategyKey = 'learning_strategy';
const defaultStrategy: UpdateStrategy = 'immediate';
const policyKey = 'model_policy';
const defaultPolicy: ModelPolicy = { promotion: 'automatic', learning: 'on', retrainAfterLabels: null };

/** What administrators choose while the system runs. */
export function createSettingRows(db: Database): SettingRows {
  const read = async <T>(key: string, otherwise: T): Promise<T> => {
    const [row] = await db.select().from(settings).where(eq(settings.key, key));
    return (row?.value as T | undefined) ?? otherwise;
  };
  /** One statement compares and sets: of two that replace the same, one finds it replaced. */
  const replace = async <T>(key: string, value: T, otherwise: T, replaces: T | undefined) => {
    await db.insert(settings).values({ key, value: otherwise }).onConflictDoNothing({ target: settings.key });
    const { rowCount } = await db
      .update(settings)
      .set({ value })
      .where(
        and(
          eq(settings.key, key),
          replaces === undefined ? undefined : sql`${settings.value} = ${JSON.stringify(replaces)}::jsonb`,
        ),
      );
    return rowCount === 1;
  };
  return {
    learningStrategy: () => read(strategyKey, defaultStrategy),
    setLearningStrategy: (strategy, replaces) => replace(strategyKey, strategy, defaultStrategy, replaces),
    modelPolicy: () => read(policyKey, defaultPolicy),
    setModelPolicy: (policy, replaces) => replace(policyKey, policy, defaultPolicy, replaces),
  };
}
