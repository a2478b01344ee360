import { setTimeout as delay } from 'node:timers/promises';
import { createClient, uploadDirectly } from '@mlmcsc/client';
import type { Analysis, Health, Image, Job, Page, Problem } from '@mlmcsc/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiSession, signIn } from '../test/api-session.ts';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { runMlmcsc } from '../test/run-program.ts';
import { startS3, type TestS3 } from '../test/services/s3.ts';
import { servicesMissing } from '../test/services/service-process.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const TIMEOUT_MS = 500;
/** Two attempts of that, the pause between them, and a machine that is busy. */
const LONGEST_ANSWER_MS = 5_000;

interface Timed {
  readonly status: number;
  readonly retryAfter: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape are looked at
  readonly json: any;
}

describe.skipIf(servicesMissing !== null)(
  `the product on an S3 server${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`,
  () => {
    let folder: Awaited<ReturnType<typeof temporaryFolder>>;
    let s3: TestS3;
    let environment: Record<string, string>;
    let product: Product;
    let session: ApiSession;
    const images: Image[] = [];
    let analysis: Analysis;

    /** Every answer comes in bounded time, whatever it is. */
    async function ask(method: string, path: string, body?: unknown): Promise<Timed> {
      const started = performance.now();
      const response = await fetch(`${product.url}${path}`, {
        method,
        headers: {
          ...{ cookie: session.cookie, origin: product.url },
          ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? null : body instanceof FormData ? body : JSON.stringify(body),
      });
      const text = await response.text();
      expect(performance.now() - started).toBeLessThan(LONGEST_ANSWER_MS);
      const isJson = response.headers.get('content-type')?.includes('json') === true;
      const retryAfter = response.headers.get('retry-after');
      return { status: response.status, retryAfter, json: isJson ? JSON.parse(text) : null };
    }

    async function upload(seed: number): Promise<Timed> {
      const form = new FormData();
      const { jpeg } = await renderSpecimenPicture(seed);
      form.append('file', new Blob([new Uint8Array(jpeg)]), `picture-${seed}.jpg`);
      return ask('POST', '/api/v1/images', form);
    }

    async function eventually<T>(look: () => Promise<T>, isFine: (seen: T) => boolean): Promise<T> {
      const deadline = performance.now() + 90_000;
      for (;;) {
        const seen = await look();
        if (isFine(seen)) return seen;
        if (performance.now() > deadline) throw new Error(`not in time; last: ${JSON.stringify(seen)}`);
        await delay(100);
      }
    }

    beforeAll(async () => {
      [folder, s3] = await Promise.all([temporaryFolder('s3-product'), startS3()]);
      environment = {
        MLMCSC_S3_ENDPOINT: s3.endpoint,
        MLMCSC_S3_BUCKET: await s3.createBucket(),
        MLMCSC_S3_ACCESS_KEY_ID: s3.accessKeyId,
        MLMCSC_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
        MLMCSC_S3_TIMEOUT_MS: String(TIMEOUT_MS),
        MLMCSC_MEASURE_THREADS: '1',
      };
    });
    afterAll(async () => {
      await product?.stop();
      await s3.stop();
      await folder.remove();
    });

    it('says at the start which setting is wrong', async () => {
      const wrong = { ...environment, MLMCSC_S3_SECRET_ACCESS_KEY: 'wrong' };
      const args = ['up', '--no-demo', '--data-dir', folder.path];
      const { code, stderr, stdout } = await runMlmcsc(args, { environment: wrong });
      expect(code).toBe(1);
      expect(stderr).toContain('MLMCSC_S3_SECRET_ACCESS_KEY');
      expect(stderr + stdout).not.toContain(s3.accessKeyId);
      expect(stderr).not.toMatch(/^\s+at /m);
    });

    it('keeps pictures, maps and models in the bucket', async () => {
      product = await startProduct({ dataDir: folder.path, environment });
      session = await signIn(product.url, 'admin', product.password!);
      for (const seed of [71, 72, 73, 74]) {
        const { status, json } = await upload(seed);
        expect(status).toBe(201);
        images.push(json);
      }
      const measured = await ask('POST', '/api/v1/analyses', { image_id: images[0]!.id });
      expect(measured.status).toBe(201);
      analysis = measured.json;
      for (const path of ['content', 'content?rendition=thumbnail']) {
        expect((await ask('GET', `/api/v1/images/${images[0]!.id}/${path}`)).status).toBe(200);
      }
    });

    it('takes what a program uploads straight to the bucket, once', async () => {
      const client = createClient({ baseUrl: product.url, headers: { cookie: session.cookie } });
      const { jpeg } = await renderSpecimenPicture(75);
      const file = new Blob([new Uint8Array(jpeg)]);
      const options = { baseUrl: product.url, fileName: 'direct.jpg', context: { heat: 'H-7' } };
      const first = await uploadDirectly(client, file, options);
      expect(first).toMatchObject({ created: true, image: { file_name: 'direct.jpg', heat: 'H-7' } });
      expect(await uploadDirectly(client, file, options)).toEqual({ ...first, created: false });
      await expect(uploadDirectly(client, new Blob(['no picture']), options)).rejects.toMatchObject({
        code: 'image-type-unsupported',
      });
    });

    describe.each([
      ['was killed', 80, () => s3.process().stop('SIGKILL'), () => s3.restart()],
      [
        'hangs',
        90,
        async () => s3.process().child.kill('SIGSTOP'),
        async () => s3.process().child.kill('SIGCONT'),
      ],
    ])('while the S3 server %s', (_what, seed, takeAway, bringBack) => {
      let job: Job;

      it('goes on reading what is known, and refuses the rest clearly and soon', async () => {
        const fresh = await upload(seed);
        expect(fresh.status).toBe(201);
        await takeAway();
        const known = await Promise.all([
          ask('GET', '/livez'),
          ask('GET', '/api/v1/history'),
          ask('GET', `/api/v1/analyses/${analysis.id}`),
          ask('POST', '/api/v1/analyses', { image_id: images[0]!.id }),
          ask('GET', `/api/v1/images/${images[0]!.id}/content?rendition=thumbnail`),
          ask('GET', `/api/v1/images/${images[0]!.id}/content`),
        ]);
        expect(known.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
        expect(known[3]!.json.id).toBe(analysis.id);

        const refused = await Promise.all([
          upload(seed + 1),
          ask('GET', `/api/v1/images/${fresh.json.id}/content`),
          ask('POST', '/api/v1/analyses', { image_id: fresh.json.id }),
        ]);
        for (const { status, retryAfter, json } of refused) {
          expect(status).toBe(503);
          expect((json as Problem).code).toBe('objects-unavailable');
          expect(Number(retryAfter)).toBeGreaterThan(0);
          expect(JSON.stringify(json)).not.toContain(String(s3.port));
        }
        const ready = await ask('GET', '/readyz');
        // Ready for what needs no bucket: all replicas would be taken out of service at once.
        expect(ready.status).toBe(200);
        expect(ready.json.status).toBe('degraded');
        expect((ready.json as Health).checks).toContainEqual({
          ...{ name: 'objects', ok: false, detail: 'objects-unavailable' },
        });

        const started = await ask('POST', '/api/v1/jobs', {
          kind: 'analysis.batch.v1',
          image_ids: [fresh.json.id, images[1]!.id, images[2]!.id],
        });
        expect(started.status).toBe(202);
        job = started.json;
        await eventually(
          async () => (await ask('GET', `/api/v1/jobs/${job.id}`)).json as Job,
          ({ state }) => state === 'retrying',
        );
      });

      it('recovers by itself when the server is back, and ends the job that waited', async () => {
        await bringBack();
        await eventually(
          () => ask('GET', '/readyz'),
          ({ json }) => json.status === 'ok',
        );
        expect((await upload(seed + 1)).status).toBe(201);
        const ended = await eventually(
          async () => (await ask('GET', `/api/v1/jobs/${job.id}`)).json as Job,
          ({ state }) => state === 'completed' || state === 'dead',
        );
        expect(ended.state).toBe('completed');
        expect(ended.progress).toEqual({ done: 3, failed: 0, total: 3 });
        const items = await session.get<Page<{ state: string }>>(`/api/v1/jobs/${job.id}/items`);
        expect(items.items.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
      });
    });

    it('tells doctor that the bucket can be used', async () => {
      const { stdout, code } = await runMlmcsc(['doctor', '--data-dir', folder.path], { environment });
      expect(stdout).toContain('bucket bucket-1 can be written');
      expect(code).toBe(0);
    });
  },
);
