import { median } from '@mlmcsc/charpy/statistics';
import {
  descriptorDistances,
  type FigureVerdict,
  groupPoints,
  judgeDrift,
  type WatchedFigure,
} from '@mlmcsc/learning';
import type { SeenLabel, SeenPicture } from '../ports/drift.ts';
import type { DriftChart, DriftDirection, DriftSignal } from './drift-records.ts';
import { DRIFT_SIGNALS, driftSignalNames } from './drift-signals.ts';

/** Pictures of a reference, if they make enough points. */
export const referencePictures = 300;
/** Points that a chart needs of its reference. */
export const referencePoints = 100;
/** Points that a chart shows. */
const shownPoints = 300;
/** Points whose median says where a signal is now. */
const seenPoints = 20;

/** Where a chart went beyond its limit. */
export interface DriftOnset {
  readonly signal: DriftSignal;
  readonly direction: DriftDirection;
  readonly since: Date;
  readonly analysisId: string;
  readonly at: Date;
  readonly statistic: number;
  readonly threshold: number;
  readonly usual: number;
  readonly seen: number;
  /** Whether the chart is still out at the end. */
  readonly lasts: boolean;
}

export interface SignalVerdict {
  readonly chart: DriftChart;
  /** Oldest first; those that are welcome are left out. */
  readonly onsets: readonly DriftOnset[];
}

/** How many of the first pictures make up a reference, and how many points; complete at 300 pictures that make 100 points with a face. */
export function takeReference(pictures: readonly SeenPicture[]): {
  readonly pictures: number;
  readonly points: number;
  readonly isComplete: boolean;
} {
  const values = pictures.map(({ measures }) => (measures === null ? null : 0));
  const points = groupPoints(values, groupsOf(pictures));
  const hundredth = points[referencePoints - 1];
  const end = hundredth === undefined ? Number.POSITIVE_INFINITY : hundredth.place + 1;
  const wanted = Math.max(referencePictures, end);
  if (pictures.length < wanted) {
    return { pictures: pictures.length, points: points.length, isComplete: false };
  }
  const taken = points.filter(({ place }) => place < wanted).length;
  return { pictures: wanted, points: Math.max(taken, referencePoints), isComplete: true };
}

/** Without the group at the end: its mean is not known while pictures of it may still come. */
export function settled<Seen extends { readonly group: string | null }>(
  seen: readonly Seen[],
): readonly Seen[] {
  const group = seen.at(-1)?.group ?? null;
  if (group === null) return seen;
  const before = seen.findLastIndex((one) => one.group !== group);
  return seen.slice(0, before + 1);
}

/** Judges every signal against its reference. @param labels - as `splitLabels` gives them */
export function evaluateSignals(
  reference: readonly SeenPicture[],
  recent: readonly SeenPicture[],
  labelled: LabelWindows,
): readonly SignalVerdict[] {
  const groups = { reference: groupsOf(reference), recent: groupsOf(recent) };
  const figures = driftSignalNames.map((signal): WatchedFigure => {
    const { read, kind } = DRIFT_SIGNALS[signal];
    if (read !== null) {
      // Answers of a challenger on trial are not the champion's; its pictures are pictures like others.
      const value = (one: SeenPicture) => (kind === 'prediction' && one.isCanary ? null : read(one));
      return { name: signal, reference: reference.map(value), recent: recent.map(value) };
    }
    if (signal === 'descriptor-distance') return { name: signal, ...distances(reference, recent) };
    return {
      ...{ name: signal, chart: 'cusum' },
      reference: labelled.reference.map(({ error }) => error),
      recent: labelled.recent.map(({ error }) => error),
      groups: { reference: groupsOf(labelled.reference), recent: groupsOf(labelled.recent) },
    };
  });
  const verdict = judgeDrift(figures, { groups });
  return driftSignalNames.map((signal, index) => {
    const found = verdict.figures.find(({ name }) => name === signal);
    const { reference: usual = [] } = figures[index] ?? {};
    if (found === undefined) {
      return { chart: notWatched(signal, usual.filter((value) => value !== null).length), onsets: [] };
    }
    return signalVerdict(signal, found, signal === 'label-error' ? labelled.recent : recent);
  });
}

const groupsOf = (seen: readonly { readonly group: string | null }[]) => seen.map(({ group }) => group);

export interface LabelWindows {
  readonly reference: readonly SeenLabel[];
  readonly recent: readonly SeenLabel[];
}

/** The reference of labels is a window of its own, the first 100 points: they come more seldom than pictures. */
export function splitLabels(labels: readonly SeenLabel[]): LabelWindows {
  const points = groupPoints(
    labels.map(({ error }) => error),
    groupsOf(labels),
  );
  const last = points[referencePoints - 1];
  const end = last === undefined ? labels.length : last.place + 1;
  return { reference: labels.slice(0, end), recent: labels.slice(end) };
}

/** Null where a picture has no face. */
function distances(reference: readonly SeenPicture[], recent: readonly SeenPicture[]) {
  const vectorsOf = (pictures: readonly SeenPicture[]) =>
    pictures.flatMap(({ measures }) => (measures === null ? [] : [Float64Array.from(measures.descriptors)]));
  const before = vectorsOf(reference);
  if (before.length < 2) return { reference: reference.map(() => null), recent: recent.map(() => null) };
  const found = descriptorDistances(before, vectorsOf(recent));
  const spread = (pictures: readonly SeenPicture[], values: readonly number[]) => {
    let next = 0;
    return pictures.map(({ measures }) => (measures === null ? null : (values[next++] ?? null)));
  };
  return { reference: spread(reference, found.reference), recent: spread(recent, found.recent) };
}

function notWatched(signal: DriftSignal, points: number): DriftChart {
  const nothing = { usual: null, seen: null, statistic: null, limit: null, stability: null, until: null };
  return { signal, state: 'not-watched', referencePoints: points, watchedPoints: 0, ...nothing, shown: [] };
}

function signalVerdict(
  signal: DriftSignal,
  figure: FigureVerdict,
  seen: readonly { readonly analysisId: string; readonly at: Date }[],
): SignalVerdict {
  const { points, track, limit, usual, stability } = figure;
  const onsets = figure.alarms
    .map((place) => onsetAt(signal, figure, seen, place))
    .filter((onset) => DRIFT_SIGNALS[signal].isWelcome?.(usual, onset.seen) !== true);
  const last = onsets.at(-1);
  const first = Math.max(0, points.length - shownPoints);
  const chart: DriftChart = {
    ...{ signal, usual, limit, referencePoints: figure.referencePoints, watchedPoints: points.length },
    state: last?.lasts === true ? 'drifting' : 'steady',
    seen: points.length === 0 ? null : medianOf(points.slice(-seenPoints)),
    statistic: track.at(-1) ?? null,
    // Endless where the reference is one value: JSON has no number for that.
    stability: stability === null ? null : { ...stability, index: Math.min(stability.index, 1e6) },
    shown: points.slice(first).flatMap(({ place, value }, index) => {
      const picture = seen[place];
      if (picture === undefined) return [];
      const plotted = track[first + index] ?? 0;
      return [{ at: picture.at.toISOString(), analysisId: picture.analysisId, value, plotted }];
    }),
    until: seen.at(-1)?.at.toISOString() ?? null,
  };
  return { chart, onsets };
}

function onsetAt(
  signal: DriftSignal,
  { points, track, limit, usual, driftingSince }: FigureVerdict,
  seen: readonly { readonly analysisId: string; readonly at: Date }[],
  place: number,
): DriftOnset {
  const at = points.findIndex((point) => point.place === place);
  const statistic = track[at] ?? 0;
  // The chart has been on this side of its middle since the change: the usual estimate of its time.
  let from = at;
  while (from > 0 && Math.sign(track[from - 1] ?? 0) === Math.sign(statistic)) from--;
  const about = points.slice(Math.max(from, at - seenPoints / 2), at + seenPoints);
  const picture = (of: number) => seen[points[of]?.place ?? place];
  return {
    ...{ signal, statistic, threshold: limit, usual },
    direction: statistic > 0 ? 'up' : 'down',
    since: picture(from)?.at ?? new Date(0),
    analysisId: picture(at)?.analysisId ?? '',
    at: picture(at)?.at ?? new Date(0),
    seen: medianOf(about),
    lasts: driftingSince === place,
  };
}

const medianOf = (points: readonly { readonly value: number }[]) => median(points.map(({ value }) => value));
