import { setTimeout as delay } from 'node:timers/promises';

/** Asks the address again and again until it answers 200.
 * @param url - for instance `http://127.0.0.1:8080/readyz`
 * @returns false when the time is over or the wait was given up
 */
export async function waitUntilReady(url: string, timeoutMs: number, signal: AbortSignal): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline && !signal.aborted) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(2_000)]) });
      // Read to the end: breaking off would be logged as a fault of the client.
      await answer.arrayBuffer();
      if (answer.ok) return true;
    } catch {
      // Nobody listens yet.
    }
    await delay(100, undefined, { signal }).catch(() => {});
  }
  return false;
}
