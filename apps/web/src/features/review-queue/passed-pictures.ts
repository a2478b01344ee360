import { createStore } from '../../shared/state/store.ts';

/** Analyses that this person saved or stepped over since the queue's page was open; they do not come again before. */
export const passedPictures = createStore<ReadonlySet<string>>(new Set());

/** The first of a queue's part that is neither passed nor the present one. */
export function nextInQueue(
  part: readonly { readonly analysis_id: string }[],
  present: string,
  passed: ReadonlySet<string>,
): string | null {
  const next = part.find(({ analysis_id: id }) => id !== present && !passed.has(id));
  return next?.analysis_id ?? null;
}
