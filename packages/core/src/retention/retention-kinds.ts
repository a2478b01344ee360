import type { RetentionKind } from '../ports/retention.ts';

/** What each policy is about, in the order in which a run works through them. */
export const retentionKinds: Readonly<Record<RetentionKind, string>> = {
  'unlabelled-pictures': 'pictures that nobody has labelled or painted, with their maps',
  'labelled-pictures': 'pictures with a label or a painting, with their maps',
  maps: 'maps and overlays of analyses; the pictures stay',
};

/** Fewer days are refused: a typing error must not empty the archive. */
export const fewestKeepDays = 30;
export const mostKeepDays = 36_500;

export const isRetentionKind = (text: string): text is RetentionKind => Object.hasOwn(retentionKinds, text);
