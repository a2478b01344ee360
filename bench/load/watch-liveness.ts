import { setTimeout as delay } from 'node:timers/promises';

/** Asks `/livez` of each address every `intervalMs` until stopped. @returns ms of every answer; a failure counts as infinite */
export function watchLiveness(
  addresses: readonly string[],
  intervalMs = 20,
): { stop(): Promise<readonly number[]> } {
  const stopped = new AbortController();
  const times: number[] = [];
  const watch = async (address: string) => {
    while (!stopped.signal.aborted) {
      const startedAt = performance.now();
      const ok = await fetch(`http://${address}/livez`)
        .then(async (answer) => {
          await answer.text();
          return answer.ok;
        })
        .catch(() => false);
      times.push(ok ? performance.now() - startedAt : Number.POSITIVE_INFINITY);
      await delay(intervalMs, undefined, { signal: stopped.signal }).catch(() => {});
    }
  };
  const watching = Promise.all(addresses.map(watch));
  return {
    async stop() {
      stopped.abort();
      await watching;
      return times;
    },
  };
}
