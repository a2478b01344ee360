import { setTimeout as delay } from 'node:timers/promises';
import type { ApiSession } from '../../test/api-session.ts';
import type { Tally } from './tally.ts';

/** One way to load the product, signed in as one user. */
export interface LoadClient {
  /** Stores pictures, several at a time. @returns their ids in order of storing */
  upload(pictures: readonly Uint8Array[]): Promise<readonly string[]>;
  /** Asks for an analysis once. @returns the status, and how many seconds the product asks to wait when it refuses */
  analyse(imageId: string): Promise<{ status: number | 'broken'; retryAfter: number | null }>;
}

const UPLOADS_AT_ONCE = 8;
/** On a machine that others load, too, an upload may be refused; it is sent again. */
const REFUSED_UPLOAD_WAITS_MS = 2_000;

export function createLoadClient(url: string, session: ApiSession): LoadClient {
  const headers = { cookie: session.cookie, origin: url, 'content-type': 'application/json' };
  return {
    async upload(pictures) {
      const ids: string[] = [];
      const queue = [...pictures];
      await Promise.all(
        Array.from({ length: UPLOADS_AT_ONCE }, async () => {
          for (let picture = queue.pop(); picture !== undefined; ) {
            const { status, body } = await session.upload(picture, `load-${queue.length}.jpg`);
            if (status === 503) {
              await delay(REFUSED_UPLOAD_WAITS_MS);
              continue;
            }
            if (status !== 201) throw new Error(`upload: ${status} ${JSON.stringify(body)}`);
            ids.push(String(body.id));
            picture = queue.pop();
          }
        }),
      );
      return ids;
    },
    async analyse(imageId) {
      try {
        const answer = await fetch(`${url}/api/v1/analyses`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ image_id: imageId }),
        });
        await answer.arrayBuffer();
        const retryAfter = answer.headers.get('retry-after');
        return { status: answer.status, retryAfter: retryAfter === null ? null : Number(retryAfter) };
      } catch {
        return { status: 'broken', retryAfter: null };
      }
    },
  };
}

/** So many clients at once ask for one analysis after the other until all are done; a refused one is asked again after the time the
 * product said. @returns seconds it took
 */
export async function analyseAll(
  client: LoadClient,
  imageIds: readonly string[],
  { clients, tally, until }: { clients: number; tally: Tally; until?: AbortSignal },
): Promise<number> {
  const startedAt = performance.now();
  const queue = [...imageIds];
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let id = queue.pop(); id !== undefined && until?.aborted !== true; ) {
        const { status, retryAfter } = await client.analyse(id);
        tally.add(status);
        if (status === 201 || status === 200) id = queue.pop();
        else await delay((retryAfter ?? 1) * 1000, undefined, { signal: until }).catch(() => {});
      }
    }),
  );
  return (performance.now() - startedAt) / 1000;
}
