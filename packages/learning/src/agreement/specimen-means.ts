import { mean } from '@mlmcsc/charpy/statistics';
import type { ReadingPair } from './limits-of-agreement.ts';

/** A pair of readings of one picture of a specimen. */
export type SpecimenPair = ReadingPair & { readonly specimen: string };

/** Pairs by specimen, in the order of their first appearance. */
export function groupBySpecimen(pairs: readonly SpecimenPair[]): readonly (readonly ReadingPair[])[] {
  const groups = new Map<string, ReadingPair[]>();
  for (const pair of pairs) {
    const group = groups.get(pair.specimen) ?? [];
    groups.set(pair.specimen, group);
    group.push(pair);
  }
  return [...groups.values()];
}

/** One pair a specimen: the means of its pictures. */
export const averageBySpecimen = (pairs: readonly SpecimenPair[]): ReadingPair[] =>
  groupBySpecimen(pairs).map((group) => ({
    first: mean(group.map(({ first }) => first)),
    second: mean(group.map(({ second }) => second)),
  }));
