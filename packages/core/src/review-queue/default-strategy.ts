import type { SelectionStrategy } from './review-queue-types.ts';

/** From so many labels on, choosing saves labels; before, it costs some.
 * @source measured: docs/reference/selection.md, "What choosing saves" */
export const labelsBeforeChoosing = 100;

/** How pictures are chosen where nobody says how. @param labels - of the installation, all together */
export const defaultStrategy = (labels: number): SelectionStrategy =>
  labels < labelsBeforeChoosing ? 'random' : 'hybrid';
