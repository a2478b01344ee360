import type { SettingRows, UpdateStrategy } from '@mlmcsc/core';
import { eq } from 'drizzle-orm';
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
    async setLearningStrategy(strategy) {
      await db
        .insert(settings)
        .values({ key: strategyKey, value: strategy })
        .onConflictDoUpdate({ target: settings.key, set: { value: strategy } });
    },
  };
}
