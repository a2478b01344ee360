import { setTimeout as delay } from 'node:timers/promises';
import type { Job, JobItem, Page } from '@mlmcsc/contracts';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiSession, signIn } from '../test/api-session.ts';
import { descendantsOf } from '../test/find-processes.ts';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const PICTURES = 180;
/** Each is stored in thirty variants: a file of its own for the product, without the time to render it. */
const RENDERED = 6;
/** One thread, so that the batch is long enough to be interrupted four times. */
const ENVIRONMENT = { MLMCSC_MEASURE_THREADS: '1', MLMCSC_WORKER_CONCURRENCY: '1' };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let product: Product;
let session: ApiSession;

/** Asks until the answer satisfies; a part that is being restarted may not answer for a while. */
async function eventually<T>(
  ask: () => Promise<T>,
  satisfies: (answer: T) => boolean,
  timeoutMs = 120_000,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  let last: unknown = 'no answer';
  while (performance.now() < deadline) {
    try {
      const answer = await ask();
      if (satisfies(answer)) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await delay(50);
  }
  throw new Error(`not in time; last: ${last instanceof Error ? last.stack : JSON.stringify(last)}`);
}

function killProcess(pattern: RegExp): void {
  const found = descendantsOf(product.process.pid as number).find(({ command }) => pattern.test(command));
  if (found === undefined) throw new Error(`no process matches ${pattern}`);
  process.kill(found.pid, 'SIGKILL');
}

async function startAndSignIn(password: string | null): Promise<string> {
  product = await startProduct({ dataDir: folder.path, environment: ENVIRONMENT });
  const known = password ?? product.password;
  if (known === null) throw new Error(`no password was printed:\n${product.output()}`);
  session = await signIn(product.url, 'admin', known);
  return known;
}

beforeAll(async () => {
  folder = await temporaryFolder('killed');
});
afterAll(async () => {
  await product?.stop();
  await folder.remove();
});

describe('a batch whose processes are killed', () => {
  it('analyses every picture exactly once', { timeout: 900_000 }, async () => {
    const password = await startAndSignIn(null);
    const ids: string[] = [];
    let picture = await renderSpecimenPicture(9_000);
    for (let index = 0; index < PICTURES; index++) {
      if (index > 0 && index % (PICTURES / RENDERED) === 0)
        picture = await renderSpecimenPicture(9_000 + index);
      const jpeg = await sharp(picture.jpeg)
        .jpeg({ quality: 60 + (index % 30) })
        .toBuffer();
      const { status, body } = await session.upload(jpeg, `batch-${index}.jpg`);
      expect(status).toBe(201);
      ids.push(body.id as string);
    }
    const { id } = await session.post<Job>('/api/v1/jobs', { kind: 'analysis.batch.v1', image_ids: ids });
    const job = () => session.get<Job>(`/api/v1/jobs/${id}`);
    const reached = (done: number) =>
      eventually(job, (answer) => answer.progress.done >= done || answer.state === 'completed');

    await reached(3);
    killProcess(/mlmcsc\.mjs worker/);
    await reached(10);
    killProcess(/(^|\/)postgres /);
    await reached(18);
    killProcess(/mlmcsc\.mjs api/);
    // All four are killed in the middle of the batch.
    expect((await reached(26)).state).not.toBe('completed');
    await product.kill();
    await startAndSignIn(password);

    const finished = await eventually(job, (answer) => answer.state === 'completed', 300_000);
    expect(finished.progress).toEqual({ done: PICTURES, failed: 0, total: PICTURES });
    const items = await session.get<Page<JobItem>>(`/api/v1/jobs/${id}/items?limit=200`);
    expect(items.items.map((item) => item.state)).toEqual(ids.map(() => 'done'));
    const history = await session.get<Page<{ image: { id: string } }>>('/api/v1/history?limit=200');
    expect(history.items.map((entry) => entry.image.id).sort()).toEqual([...ids].sort());
  });

  it('starts again within seconds and keeps the data', async () => {
    await product.stop();
    const startedAt = performance.now();
    product = await startProduct({ dataDir: folder.path, port: product.port });
    expect(performance.now() - startedAt).toBeLessThan(15_000);
    expect(product.password).toBeNull();
    expect((await session.get<Page<unknown>>('/api/v1/history?limit=200')).items).toHaveLength(PICTURES);
  });

  it('leaves no process behind after Ctrl-C', async () => {
    const started = descendantsOf(product.process.pid as number).map(({ pid }) => pid);
    expect(started.length).toBeGreaterThanOrEqual(3);
    expect(await product.stop()).toBe(0);
    const alive = started.filter((pid) => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    });
    expect(alive).toEqual([]);
  });
});
