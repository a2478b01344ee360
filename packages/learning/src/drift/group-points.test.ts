import { describe, expect, it } from 'vitest';
import { groupPoints } from './group-points.ts';

describe('groupPoints', () => {
  it('makes one point of pictures of one heat in a row, at the last of them', () => {
    const points = groupPoints([1, 3, null, 8, 5, 7], ['A', 'A', 'A', 'B', null, null]);
    expect(points).toEqual([
      { value: 2, place: 1 },
      { value: 8, place: 3 },
      { value: 5, place: 4 },
      { value: 7, place: 5 },
    ]);
  });

  it('keeps every picture apart when it is told no groups', () => {
    expect(groupPoints([4, null, 4])).toEqual([
      { value: 4, place: 0 },
      { value: 4, place: 2 },
    ]);
  });

  it('refuses groups of another number of pictures', () => {
    expect(() => groupPoints([1, 2], ['A'])).toThrow('groups must name a group of each of 2 pictures, got 1');
  });
});
