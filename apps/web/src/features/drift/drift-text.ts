import type { DriftChart, DriftReference, DriftSignal } from '@mlmcsc/contracts';

const STATE_WORDS: Readonly<Record<DriftSignal['state'], { label: string; color: string }>> = {
  steady: { label: 'Steady', color: 'teal' },
  drifting: { label: 'Drifting', color: 'orange' },
  'not-watched': { label: 'Not watched', color: 'gray' },
};

export const stateWords = (state: DriftSignal['state']) => STATE_WORDS[state];

export const KIND_TITLES: Readonly<Record<DriftSignal['kind'], string>> = {
  input: 'Pictures',
  prediction: 'Answers',
  label: 'Answers against labels',
};

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** How far the reference is, in a sentence. */
export function referenceText(reference: DriftReference | null): string {
  if (reference === null) return 'No reference yet: it is taken from the next pictures that are measured.';
  const { pictures, points, is_complete: isComplete, watched_pictures: watched } = reference;
  const canary = reference.canary_pictures;
  const apart =
    canary === 0
      ? ''
      : ` ${counted(canary, 'picture')} answered by a challenger on trial: not in the charts of answers and labels.`;
  if (!isComplete) {
    return `Being taken: ${counted(pictures, 'picture')} of at least 300, which make ${counted(points, 'point')} of at least 100.${apart}`;
  }
  return `${counted(pictures, 'picture')} that make ${counted(points, 'point')}; ${counted(watched, 'picture')} since.${apart}`;
}

/** Where the axis of a control chart ends, on either side of 0: whatever is plotted and the limit, and some air. */
export function chartReach({ limit, points }: Pick<DriftChart, 'limit' | 'points'>): number {
  const most = points.reduce((so, { plotted }) => Math.max(so, Math.abs(plotted)), limit ?? 0);
  return most === 0 ? 1 : 1.15 * most;
}

/** What a control chart shows, for people who cannot see it. */
export function describeChart({ name, summary, points, limit }: DriftChart): string {
  if (points.length === 0 || limit === null) return `${name}: no points yet. ${summary}`;
  const beyond = points.filter(({ plotted }) => Math.abs(plotted) > limit).length;
  const many = beyond === 0 ? 'none' : String(beyond);
  return `Control chart of ${counted(points.length, 'point')}, ${many} beyond the limits. ${summary}`;
}

export const figure = ({ unit, decimals }: Pick<DriftSignal, 'unit' | 'decimals'>, value: number | null) =>
  value === null ? '–' : `${value.toFixed(decimals)}${unit === '' ? '' : ` ${unit}`}`;
