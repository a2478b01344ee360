import { ProblemError } from '@mlmcsc/client';

const MOST_ATTEMPTS = 4;
const FIRST_WAIT_SECONDS = 1;
const LONGEST_WAIT_SECONDS = 15;

/** Repeats a request that the server puts off (busy, restarting, network gone for a moment), waiting as long as it
 * asks. Only for requests that may be repeated safely.
 * @param wait - resolves after that many seconds
 * @param isWorthWaiting - false for errors that the caller deals with otherwise. @default every one that may pass
 */
export async function retryLater<Answer>(
  request: () => Promise<Answer>,
  wait: (seconds: number) => Promise<void> = waitSeconds,
  isWorthWaiting: (error: unknown) => boolean = () => true,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await request();
    } catch (error) {
      if (
        !(error instanceof ProblemError) ||
        !error.retryable ||
        !isWorthWaiting(error) ||
        attempt === MOST_ATTEMPTS
      )
        throw error;
      const seconds = error.retryAfterSeconds ?? FIRST_WAIT_SECONDS * 2 ** (attempt - 1);
      await wait(Math.min(LONGEST_WAIT_SECONDS, seconds));
    }
  }
}

function waitSeconds(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
