import type { SettingRows, UpdateStrategy } from '@mlmcsc/core';
import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { settings } from '../schema.ts';

const strategyKey = 'learning_strategy';
const defaultStrategy: UpdateStrategy = 'immediate';

/** What administrators choose while the system runs. */
export function createSettingRows(db: Database): SettingRows {
  return {
    async learningStrategy() {
      const [row] = await db.select().from(settings).where(eq(settings.key, strategyKey));
      return (row?.value as UpdateStrategy | undefined) ?? defaultStrategy;
    },
    async setLearningStrategy(strategy, replaces) {
      await db
        .insert(settings)
        .values({ key: strategyKey, value: defaultStrategy })
        .onConflictDoNothing({ target: settings.key });
      // One statement compares and sets: of two that replace the same, one finds it replaced.
      const { rowCount } = await db
        .update(settings)
        .set({ value: strategy })
        .where(
          and(
            eq(settings.key, strategyKey),
            replaces === undefined ? undefined : sql`${settings.value} = ${JSON.stringify(replaces)}::jsonb`,
          ),
        );
      return rowCount === 1;
    },
  };
}
