import { NotAllowed } from '@mlmcsc/core';
import { MemoryAttempts } from '@mlmcsc/platform/cache';
import { describe, expect, it } from 'vitest';
import { SignInGuard } from './sign-in-guard.ts';
import { TooManyRequests } from './too-many-requests.ts';

const guardAt = (now: () => number) => new SignInGuard(new MemoryAttempts(now));
const refuse = () => Promise.reject(new NotAllowed('sign-in-failed', 'wrong'));
const accept = () => Promise.resolve('welcome');

async function failTimes(guard: SignInGuard, times: number, username = 'ann', address = '10.0.0.7') {
  for (let attempt = 0; attempt < times; attempt += 1) {
    await expect(guard.attempt(username, address, refuse)).rejects.toBeInstanceOf(NotAllowed);
  }
}

describe('SignInGuard', () => {
  it('locks a user name at an address after five failures and says for how long', async () => {
    const guard = guardAt(() => 0);
    await failTimes(guard, 5);
    const locked = await guard.attempt('ANN ', '10.0.0.7', accept).catch((error: unknown) => error);
    expect(locked).toBeInstanceOf(TooManyRequests);
    expect(locked).toMatchObject({ code: 'sign-in-locked', retryAfterSeconds: 30 });
  });

  it('does not lock the user out at another address, nor another user at this one', async () => {
    const guard = guardAt(() => 0);
    await failTimes(guard, 5);
    await expect(guard.attempt('ann', '10.0.0.8', accept)).resolves.toBe('welcome');
    await expect(guard.attempt('bob', '10.0.0.7', accept)).resolves.toBe('welcome');
  });

  it('opens when the lock ends, doubles it with the next failure, and forgets after a success', async () => {
    let now = 0;
    const guard = guardAt(() => now);
    await failTimes(guard, 5);
    now = 30_001;
    await failTimes(guard, 1);
    now = 60_000;
    await expect(guard.attempt('ann', '10.0.0.7', accept)).rejects.toMatchObject({ retryAfterSeconds: 31 });
    now = 91_000;
    await expect(guard.attempt('ann', '10.0.0.7', accept)).resolves.toBe('welcome');
    await failTimes(guard, 4);
    await expect(guard.attempt('ann', '10.0.0.7', accept)).resolves.toBe('welcome');
  });

  it('lets no burst of simultaneous guesses past the limit', async () => {
    const guard = guardAt(() => 0);
    let checked = 0;
    const slowRefusal = async () => {
      checked += 1;
      await new Promise((resolve) => setImmediate(resolve));
      throw new NotAllowed('sign-in-failed', 'wrong');
    };
    await Promise.allSettled(Array.from({ length: 50 }, () => guard.attempt('ann', '10.0.0.7', slowRefusal)));
    expect(checked).toBe(5);
  });

  it('locks an address that tries one password on many user names', async () => {
    const guard = guardAt(() => 0);
    for (let index = 0; index < 50; index += 1) await failTimes(guard, 1, `user${index}`);
    await expect(guard.attempt('user99', '10.0.0.7', accept)).rejects.toBeInstanceOf(TooManyRequests);
  });

  it('lets no user name be guessed more than about 100 times an hour, from however many addresses', async () => {
    let now = 0;
    const guard = guardAt(() => now);
    let guesses = 0;
    for (; now < 3_600_000; now += 1000) {
      for (let address = 0; address < 3; address += 1) {
        const from = `10.${now / 1000}.${address}.1`;
        await guard
          .attempt('ann', from, () => {
            guesses += 1;
            return refuse();
          })
          .catch(() => {});
      }
    }
    expect(guesses).toBeGreaterThan(40);
    expect(guesses).toBeLessThanOrEqual(102);
    // A minute later at the latest, Ann herself is let in.
    now += 60_000;
    await expect(guard.attempt('ann', '192.0.2.1', accept)).resolves.toBe('welcome');
  });

  it('takes the question for the second factor neither as a failure nor as a success', async () => {
    const guard = guardAt(() => 0);
    const ask = () => Promise.reject(new NotAllowed('second-factor-required', 'code?'));
    await failTimes(guard, 4);
    for (let time = 0; time < 20; time += 1) {
      await expect(guard.attempt('ann', '10.0.0.7', ask)).rejects.toMatchObject({
        code: 'second-factor-required',
      });
    }
    await failTimes(guard, 1);
    await expect(guard.attempt('ann', '10.0.0.7', accept)).rejects.toBeInstanceOf(TooManyRequests);
  });

  it('does not count an unreachable database as a wrong password', async () => {
    const guard = guardAt(() => 0);
    const broken = () => Promise.reject(new Error('database away'));
    for (let index = 0; index < 20; index += 1) {
      await expect(guard.attempt('ann', '10.0.0.7', broken)).rejects.toThrow('database away');
    }
    await expect(guard.attempt('ann', '10.0.0.7', accept)).resolves.toBe('welcome');
  });
});
