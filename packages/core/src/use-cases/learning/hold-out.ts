import type { ImageRecord } from '../../domain/records.ts';
import { hashText } from './hash-text.ts';

/** Every this many-th group is held out. */
const oneOutOf = 5;
/** The first groups all teach: with so few labels a new laboratory gains more from learning than from judging. */
const groupsBeforeHoldingOut = 10;

/** What must stay on one side of the split: both halves of a specimen look alike. A heat without specimens is one group. */
export function splitGroupOf(image: Pick<ImageRecord, 'heat' | 'specimen' | 'sha256'>): string {
  const { heat, specimen, sha256 } = image;
  if (specimen !== null) return `specimen:${heat?.toLowerCase() ?? ''}/${specimen.toLowerCase()}`;
  if (heat !== null) return `heat:${heat.toLowerCase()}`;
  return `image:${sha256}`;
}

/** Whether a group that is labelled for the first time judges models instead of teaching them.
 * @param knownGroups - groups that have labels already
 */
export function decideHeldOut(splitGroup: string, knownGroups: number): boolean {
  return knownGroups >= groupsBeforeHoldingOut && hashText(splitGroup) % oneOutOf === 0;
}
