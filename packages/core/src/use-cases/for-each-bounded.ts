/** Runs the work on all items, so many at once. After the first failure nothing new starts; it is thrown once all have
 * ended, so nothing runs on behind the caller's back.
 */
export async function forEachBounded<T>(
  items: readonly T[],
  concurrency: number,
  signal: AbortSignal,
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  let next = 0;
  const lanes = Array.from({ length: Math.max(1, concurrency) }, async () => {
    while (next < items.length && !either.aborted) {
      const item = items[next]!;
      next += 1;
      try {
        await work(item, either);
      } catch (error) {
        failed.abort(error);
      }
    }
  });
  await Promise.all(lanes);
  signal.throwIfAborted();
  failed.signal.throwIfAborted();
}
