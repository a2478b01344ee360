import type { LabelRecord } from '@mlmcsc/core';
import type { labels } from '../schema.ts';

/** A label without the number of its arrival, which only orders. */
export function toLabelRecord(row: typeof labels.$inferSelect): LabelRecord {
  const { arrival: _arrival, ...label } = row;
  return label;
}
