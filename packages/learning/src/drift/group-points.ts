import { ParameterRangeError } from '@mlmcsc/charpy';

/** What a chart plots as one point: a picture, or pictures in a row of one group. */
export interface ChartPoint {
  readonly value: number;
  /** Place of the last picture in it. */
  readonly place: number;
}

/** Means of runs of pictures of one group (rational subgroups): pictures of one heat are alike, and a chart takes neighbours
 * that are alike for a change.
 * @param values - one a picture, null where it has none   @param groups - of the same length; null is a group of its own. Every
 * picture is one, if left out
 * @throws ParameterRangeError for groups of another number of pictures
 */
export function groupPoints(
  values: readonly (number | null)[],
  groups?: readonly (string | null)[],
): ChartPoint[] {
  if (groups !== undefined && groups.length !== values.length) {
    const requirement = `must name a group of each of ${values.length} pictures, got ${groups.length}`;
    throw new ParameterRangeError('groups', requirement);
  }
  const points: { sum: number; count: number; place: number; group: string | null }[] = [];
  values.forEach((value, place) => {
    if (value === null) return;
    const group = groups?.[place] ?? null;
    const last = points[points.length - 1];
    if (last === undefined || group === null || last.group !== group) {
      points.push({ sum: value, count: 1, place, group });
    } else {
      last.sum += value;
      last.count++;
      last.place = place;
    }
  });
  return points.map(({ sum, count, place }) => ({ value: sum / count, place }));
}
