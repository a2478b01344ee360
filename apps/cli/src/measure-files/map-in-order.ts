/** Applies `work` to many items at once and yields the results in the order of the items, as soon as they can be.
 * @param concurrency - how many run at once, at least 1
 * @param window - how far work may run ahead of the oldest unfinished item: bounds what is held in memory
 * @throws the first failure, in the order of the items
 */
export async function* mapInOrder<T, R>(
  items: Iterable<T>,
  concurrency: number,
  work: (item: T) => Promise<R>,
  window: number = concurrency * 4,
): AsyncGenerator<R> {
  const queue: Promise<{ value: R } | { error: unknown }>[] = [];
  const waiters: (() => void)[] = [];
  let running = 0;

  const runOne = async (item: T): Promise<{ value: R } | { error: unknown }> => {
    while (running >= concurrency) await new Promise<void>((resolve) => waiters.push(resolve));
    running++;
    try {
      return { value: await work(item) };
    } catch (error) {
      return { error };
    } finally {
      running--;
      waiters.shift()?.();
    }
  };

  const iterator = items[Symbol.iterator]();
  const fill = () => {
    while (queue.length < window) {
      const next = iterator.next();
      if (next.done) return;
      queue.push(runOne(next.value));
    }
  };
  for (fill(); queue.length > 0; fill()) {
    const outcome = await (queue.shift() as (typeof queue)[number]);
    if ('error' in outcome) throw outcome.error;
    yield outcome.value;
  }
}
