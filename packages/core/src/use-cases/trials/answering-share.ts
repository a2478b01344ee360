import { createHash } from 'node:crypto';
import type { ImageRecord, TrialRecord } from '../../domain/records.ts';

/** What a trial treats as one: the specimen with both halves, under the name that was told; else the picture. */
export function specimenKeyOf({ specimen, sha256 }: Pick<ImageRecord, 'specimen' | 'sha256'>): string {
  const name = specimen?.trim().normalize('NFC').toLowerCase() ?? '';
  return name === '' ? `picture:${sha256}` : `specimen:${name}`;
}

/** Place of a specimen in a trial, from 0 (included) to 100: the first 32 bits of the SHA-256 of both names. The same specimen has
 * the same place as long as the trial lasts, on every process, and another one in the next trial.
 */
export function placeInTrial(trialId: string, specimenKey: string): number {
  const digest = createHash('sha256').update(`${trialId}\n${specimenKey}`).digest();
  return (digest.readUInt32BE(0) / 2 ** 32) * 100;
}

/** Whether the challenger answers this picture. */
export function isAnsweredByChallenger(
  { id, percent }: Pick<TrialRecord, 'id' | 'percent'>,
  image: Pick<ImageRecord, 'specimen' | 'sha256'>,
): boolean {
  return percent > 0 && placeInTrial(id, specimenKeyOf(image)) < percent;
}
