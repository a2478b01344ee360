import { setTimeout as delay } from 'node:timers/promises';
import { isConnectionLoss, isTimeOut } from './connection-loss.ts';

/** How long a request waits for a database that is away: a restart or a switch-over takes about so long. */
export const awayToleranceMs = 5_000;
const longestPauseMs = 400;

/** Repeats work that may be repeated while the database is away, within bounds.
 * @param work - must be harmless when it is carried out twice
 * @throws the last failure once the time is over, any other failure at once
 */
export async function whileAway<T>(
  work: () => Promise<T>,
  toleranceMs = awayToleranceMs,
  isWorthwhile: () => boolean = () => true,
): Promise<T> {
  const deadline = performance.now() + toleranceMs;
  for (let pause = 25; ; pause = Math.min(2 * pause, longestPauseMs)) {
    try {
      return await work();
    } catch (error) {
      // Many waiting requests must not come back in the same instant.
      const jittered = pause * (0.5 + Math.random());
      const mayWait = performance.now() + jittered < deadline && isWorthwhile();
      const mayHelp = isConnectionLoss(error) && !isTimeOut(error) && !isUnknown(error);
      if (!mayHelp || !mayWait) throw error;
      await delay(jittered);
    }
  }
}

/** Whether the work may have been done: repeating it might do it twice. */
const isUnknown = (error: unknown): boolean => (error as { code?: unknown }).code === 'outcome-unknown';
