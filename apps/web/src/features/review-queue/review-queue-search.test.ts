import { describe, expect, it } from 'vitest';
import { parseQueueWalk, parseReviewQueueSearch } from './review-queue-search.ts';

describe('the address of the review queue', () => {
  it('keeps what it knows and drops the rest', () => {
    expect(parseReviewQueueSearch({ strategy: 'uncertainty', seed: 4, other: 1 })).toEqual({
      strategy: 'uncertainty',
    });
    expect(parseReviewQueueSearch({ strategy: 'best' })).toEqual({});
  });

  it('has a seed for lots only, and only a whole number that the API takes', () => {
    expect(parseReviewQueueSearch({ strategy: 'random', seed: 4 })).toEqual({ strategy: 'random', seed: 4 });
    for (const seed of [-1, 1.5, 'x', 2 ** 31]) {
      expect(parseReviewQueueSearch({ strategy: 'random', seed })).toEqual({ strategy: 'random' });
    }
  });

  it('tells a picture of the queue from a picture out of the history', () => {
    expect(parseQueueWalk({ strategy: 'hybrid', saved: 'a' })).toEqual({});
    expect(parseQueueWalk({ queue: 'check', strategy: 'hybrid', saved: 'a' })).toEqual({
      queue: 'check',
      strategy: 'hybrid',
      saved: 'a',
    });
  });
});
