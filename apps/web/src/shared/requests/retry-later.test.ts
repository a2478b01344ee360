import { ProblemError } from '@mlmcsc/client';
import { describe, expect, it } from 'vitest';
import { retryLater } from './retry-later.ts';

const busy = (retryAfterSeconds: number | null) =>
  new ProblemError({ status: 503, code: 'measurer-busy', title: 'Busy' }, { retryAfterSeconds });

function failing(errors: unknown[]) {
  const waits: number[] = [];
  const request = async () => {
    const error = errors.shift();
    if (error !== undefined) throw error;
    return 'done';
  };
  const answer = retryLater(request, async (seconds) => {
    waits.push(seconds);
  });
  return { answer, waits };
}

describe('retryLater', () => {
  it('waits as long as the server asks, within reason', async () => {
    const { answer, waits } = failing([busy(3), busy(600)]);
    await expect(answer).resolves.toBe('done');
    expect(waits).toEqual([3, 15]);
  });

  it('waits longer each time when nothing is said, and gives up', async () => {
    const { answer, waits } = failing([busy(null), busy(null), busy(null), busy(null)]);
    await expect(answer).rejects.toThrow('Busy');
    expect(waits).toEqual([1, 2, 4]);
  });

  it('does not repeat what can never work', async () => {
    const damaged = new ProblemError({ status: 422, code: 'image-truncated', title: 'Damaged' });
    const { answer, waits } = failing([damaged]);
    await expect(answer).rejects.toThrow('Damaged');
    expect(waits).toEqual([]);
  });

  it('leaves to the caller what the caller deals with', async () => {
    let attempts = 0;
    const request = async () => {
      attempts += 1;
      throw busy(1);
    };
    await expect(retryLater(request, undefined, () => false)).rejects.toThrow('Busy');
    expect(attempts).toBe(1);
  });
});
