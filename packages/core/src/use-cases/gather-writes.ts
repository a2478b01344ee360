import type { Clock } from '../ports/clock.ts';

interface Waiting<T, R> {
  readonly item: T;
  readonly written: PromiseWithResolvers<R>;
}

/** Writes together what comes within a moment: one transaction costs little more for several rows than for one.
 * @param write - gives a result for each item, in their order; when several fail together, each is written once more by itself, so that one alone
 * is to blame
 * @returns writes one item; resolves when it is written
 */
export function gatherWrites<T, R>(
  write: (items: readonly T[]) => Promise<readonly R[]>,
  { most, waitMs, clock }: { readonly most: number; readonly waitMs: number; readonly clock: Clock },
): (item: T) => Promise<R> {
  let gathered: Waiting<T, R>[] = [];

  const close = (group: readonly Waiting<T, R>[]) => {
    if (gathered !== group) return;
    gathered = [];
    void writeAll(write, group);
  };
  return (item) => {
    const written = Promise.withResolvers<R>();
    const group = gathered;
    group.push({ item, written });
    if (group.length >= most) close(group);
    else if (group.length === 1) void clock.sleep(waitMs).then(() => close(group));
    return written.promise;
  };
}

async function writeAll<T, R>(
  write: (items: readonly T[]) => Promise<readonly R[]>,
  group: readonly Waiting<T, R>[],
): Promise<void> {
  try {
    const results = await write(group.map(({ item }) => item));
    for (const [index, { written }] of group.entries()) written.resolve(results[index]!);
  } catch (error) {
    const [first, ...others] = group;
    if (others.length === 0) first?.written.reject(error);
    else for (const one of group) await writeAll(write, [one]);
  }
}
