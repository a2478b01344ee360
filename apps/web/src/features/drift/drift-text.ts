import type { DriftChart, DriftReference, DriftSignal } from '@mlmcsc/contracts';
import { formatNumber, NO_VALUE } from '../../shared/format/format-value.ts';
import { fill, fillCount } from '../../shared/language/fill.ts';
import { serverText } from '../../shared/server-words/server-words.ts';
import { text } from './texts/text.ts';

const STATE_WORDS: Readonly<Record<DriftSignal['state'], { label: string; color: string }>> = {
  steady: {
    get label() {
      return text.steady;
    },
    color: 'teal',
  },
  drifting: {
    get label() {
      return text.drifting;
    },
    color: 'orange',
  },
  'not-watched': {
    get label() {
      return text.notWatched;
    },
    color: 'gray',
  },
};

export const stateWords = (state: DriftSignal['state']) => STATE_WORDS[state];

export const KIND_TITLES: Readonly<Record<DriftSignal['kind'], string>> = {
  get input() {
    return text.pictures;
  },
  get prediction() {
    return text.answers;
  },
  get label() {
    return text.answersAgainstLabels;
  },
};

/** What a signal is called. */
export const signalName = ({ signal, name }: Pick<DriftSignal, 'signal' | 'name'>): string =>
  serverText(`drift.${signal}`, name);

/** How a signal stands, in a sentence. */
export const stateText = ({ state, summary }: Pick<DriftSignal, 'state' | 'summary'>): string =>
  serverText(`drift-state.${state}`, summary);

/** How far the reference is, in a sentence. */
export function referenceText(reference: DriftReference | null): string {
  if (reference === null) return text.noReferenceYetIt;
  const { pictures, points, is_complete: isComplete, watched_pictures: watched } = reference;
  const canary = reference.canary_pictures;
  const apart =
    canary === 0 ? '' : fill(text.answeredByAChallenger, { canary: fillCount(text.countOfPictures, canary) });
  if (!isComplete) {
    return fill(text.beingTakenOfAt, {
      pictures: fillCount(text.countOfPictures, pictures),
      points: fillCount(text.countOfPoints, points),
      apart,
    });
  }
  return fill(text.thatMakeSince, {
    pictures: fillCount(text.countOfPictures, pictures),
    points: fillCount(text.countOfPoints, points),
    watched: fillCount(text.countOfPictures, watched),
    apart,
  });
}

/** Where the axis of a control chart ends, on either side of 0: whatever is plotted and the limit, and some air. */
export function chartReach({ limit, points }: Pick<DriftChart, 'limit' | 'points'>): number {
  const most = points.reduce((so, { plotted }) => Math.max(so, Math.abs(plotted)), limit ?? 0);
  return most === 0 ? 1 : 1.15 * most;
}

/** What a control chart shows, for people who cannot see it. */
export function describeChart({ name, summary, points, limit }: DriftChart): string {
  if (points.length === 0 || limit === null) return fill(text.noPointsYet, { name, summary });
  const beyond = points.filter(({ plotted }) => Math.abs(plotted) > limit).length;
  const many = beyond === 0 ? text.none : String(beyond);
  return fill(text.controlChartOfBeyond, {
    count: fillCount(text.countOfPoints, points.length),
    many,
    summary,
  });
}

export const figure = ({ unit, decimals }: Pick<DriftSignal, 'unit' | 'decimals'>, value: number | null) =>
  value === null
    ? NO_VALUE
    : `${formatNumber(value, decimals)}${unit === '' ? '' : ` ${serverText(`unit.${unit}`, unit)}`}`;
