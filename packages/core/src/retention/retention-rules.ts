import type { RetentionPolicy, RetentionRule } from '../ports/retention.ts';

const dayMs = 24 * 60 * 60_000;

/** What a policy means at a moment. */
export const ruleAt = (
  { kind, keepDays }: Pick<RetentionPolicy, 'kind' | 'keepDays'>,
  now: Date,
): RetentionRule => ({
  kind,
  before: keepDays === null ? null : new Date(now.getTime() - keepDays * dayMs),
});
