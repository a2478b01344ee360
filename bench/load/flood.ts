import { setTimeout as delay } from 'node:timers/promises';
import type { LoadClient } from './load-client.ts';
import type { Tally } from './tally.ts';

/** How often requests are sent; each time as many as are due. */
const TICK_MS = 20;

/** Asks for analyses at a steady rate, whether the earlier requests were answered or not; a refused picture is asked for again in its turn.
 * @returns how many were analysed, and in how many seconds, the last answers included
 */
export async function floodWith(
  client: LoadClient,
  imageIds: readonly string[],
  { perSecond, seconds, tally }: { perSecond: number; seconds: number; tally: Tally },
): Promise<{ readonly analysed: number; readonly seconds: number }> {
  const queue = [...imageIds];
  const open = new Set<Promise<void>>();
  const startedAt = performance.now();
  let sent = 0;
  let analysed = 0;
  const ask = async (id: string) => {
    const { status } = await client.analyse(id);
    tally.add(status);
    if (status === 201) analysed += 1;
    else queue.push(id);
  };
  for (let elapsed = 0; elapsed < seconds; elapsed = (performance.now() - startedAt) / 1000) {
    for (; sent < perSecond * elapsed; sent += 1) {
      const id = queue.shift();
      if (id === undefined) break;
      const asking = ask(id).finally(() => open.delete(asking));
      open.add(asking);
    }
    await delay(TICK_MS);
  }
  await Promise.all(open);
  return { analysed, seconds: (performance.now() - startedAt) / 1000 };
}
