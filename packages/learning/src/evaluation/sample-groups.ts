import type { LabelledSample } from '../head/labelled-sample.ts';
import type { FoldGrouping } from './evaluation-report.ts';

/** What a sample is kept together by. */
export type GroupedSample = Pick<LabelledSample, 'specimen' | 'heat'>;

/** Samples that must stay together: the group number of each, counted from 0 in order of first appearance. */
export interface SampleGroups {
  readonly groupOf: readonly number[];
  readonly count: number;
  readonly groupedBy: FoldGrouping;
}

/** Groups by heat where there are enough heats, else by specimen. Two samples that share a specimen always stay together;
 * grouped by heat, samples that share a heat do too (also through a specimen that stands under two heats).
 * A sample that names neither is a group of its own.
 */
export function groupSamples(samples: readonly GroupedSample[], minimumGroups: number): SampleGroups {
  const hasHeats = samples.some((sample) => sample.heat !== undefined);
  const hasSpecimens = samples.some((sample) => sample.specimen !== undefined);
  if (hasHeats) {
    const byHeat = connect(samples, true);
    if (byHeat.count >= minimumGroups) return { ...byHeat, groupedBy: 'heat' };
  }
  return { ...connect(samples, false), groupedBy: hasSpecimens ? 'specimen' : 'sample' };
}

/** Puts groups into folds of nearly equal size: the largest group first, each into the smallest fold so far.
 * @returns the fold of each sample
 */
export function assignFolds(groups: SampleGroups, folds: number): number[] {
  const sizes = new Array<number>(groups.count).fill(0);
  for (const group of groups.groupOf) sizes[group]++;
  const order = sizes.map((_, group) => group).sort((a, b) => sizes[b] - sizes[a] || a - b);
  const filled = new Array<number>(folds).fill(0);
  const foldOfGroup = new Array<number>(groups.count).fill(0);
  for (const group of order) {
    const fold = filled.indexOf(Math.min(...filled));
    foldOfGroup[group] = fold;
    filled[fold] += sizes[group];
  }
  return groups.groupOf.map((group) => foldOfGroup[group]);
}

function connect(samples: readonly GroupedSample[], withHeat: boolean): Omit<SampleGroups, 'groupedBy'> {
  const parent = samples.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root];
    parent[index] = root;
    return root;
  };
  const firstWith = new Map<string, number>();
  samples.forEach((sample, index) => {
    const keys = [
      ...(sample.specimen === undefined ? [] : [`specimen ${sample.specimen}`]),
      ...(withHeat && sample.heat !== undefined ? [`heat ${sample.heat}`] : []),
    ];
    for (const key of keys) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, index);
      else {
        const [a, b] = [rootOf(first), rootOf(index)];
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  });
  const numbers = new Map<number, number>();
  const groupOf = samples.map((_, index) => {
    const root = rootOf(index);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root)!;
  });
  return { groupOf, count: numbers.size };
}
