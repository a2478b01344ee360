import { type OpenCache, openCache } from '@mlmcsc/platform/cache';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startRedis, type TestRedis } from '../../../../test/services/redis.ts';
import { servicesMissing } from '../../../../test/services/service-process.ts';
import { scriptedPicture } from '../support/scripted-measurer.ts';
import { startTestProduct, type TestProduct } from '../support/test-product.ts';

describe.skipIf(servicesMissing !== null)(
  `answers shared by processes (${servicesMissing ?? 'installed'})`,
  () => {
    let server: TestDatabaseServer;
    let redis: TestRedis;
    const caches: OpenCache[] = [];
    const products: TestProduct[] = [];
    let serial = 0;

    beforeAll(async () => {
      [server, redis] = await Promise.all([startTestDatabaseServer(), startRedis()]);
      const url = await server.createDatabase();
      for (const index of [0, 1]) {
        const cache = await openCache({
          ...{
            memoryBytes: 1e7,
            redisUrl: redis.url,
            redisCaFile: null,
            clientName: 'test',
            secret: 'test',
            log: silentLog,
          },
        });
        await cache.start();
        caches.push(cache);
        const dataDir = products[0]?.dataDir;
        products.push(
          await startTestProduct(url, { cache: cache.cache, ...(index === 0 ? {} : { dataDir: dataDir! }) }),
        );
      }
    });
    afterEach(() => {
      for (const { measurer } of products) {
        measurer.gate = Promise.resolve();
        measurer.measured = 0;
      }
    });
    afterAll(async () => {
      for (const product of products) await product.close();
      for (const cache of caches) await cache.close();
      await redis.stop();
      await server.stop();
    });

    const upload = async () => {
      serial += 1;
      const { image } = await products[0]!.useCases.uploadImage({
        bytes: await scriptedPicture(30, serial),
        fileName: 'a.png',
        username: 'tess',
      });
      return image.id;
    };
    const analyse = (index: 0 | 1, imageId: string, signal?: AbortSignal) =>
      products[index]!.useCases.analyseImage({ imageId, username: `user-${index}`, signal });
    const measured = () => products.reduce((sum, { measurer }) => sum + measurer.measured, 0);
    const hits = (index: 0 | 1) => caches[index]!.figures().shared!.hits;

    it('a second process takes the answer from the shared cache', async () => {
      const imageId = await upload();
      const first = await analyse(0, imageId);
      const before = hits(1);
      const second = await analyse(1, imageId);
      expect(hits(1)).toBe(before + 1);
      expect(second).toEqual({ ...first, created: false });
      expect(second.analysis.createdAt).toBeInstanceOf(Date);
      expect(products[1]!.measurer.measured).toBe(0);
    });

    it('forty requests at once in two processes are one measurement and one analysis', async () => {
      const imageId = await upload();
      const all = await Promise.all(Array.from({ length: 40 }, (_, i) => analyse((i % 2) as 0 | 1, imageId)));
      expect(measured()).toBe(1);
      expect(new Set(all.map(({ analysis }) => analysis.id)).size).toBe(1);
      expect(all.filter(({ created }) => created)).toHaveLength(1);
    });

    it('a measurement that is broken off with its caller does not fail those who waited', async () => {
      const imageId = await upload();
      const gate = Promise.withResolvers<void>();
      products[0]!.measurer.gate = gate.promise;
      const caller = new AbortController();
      const [before, beforeElsewhere] = caches.map(({ figures }) => figures().shared!);
      const hasty = analyse(0, imageId, caller.signal);
      await vi.waitFor(() => expect(caches[0]!.figures().shared!.misses).toBe(before!.misses + 1));
      const patient = [analyse(0, imageId), analyse(1, imageId)];
      await vi.waitFor(() => expect(caches[1]!.figures().shared!.waits).toBe(beforeElsewhere!.waits + 1));
      caller.abort(new Error('went away'));
      gate.resolve();
      await expect(hasty).rejects.toThrow('went away');
      const [one, two] = await Promise.all(patient);
      expect(one!.analysis.id).toBe(two!.analysis.id);
      expect(measured()).toBe(1);
    });

    it('a new label is seen at once, whatever is cached', async () => {
      const imageId = await upload();
      const { analysis } = await analyse(0, imageId);
      await analyse(1, imageId);
      await products[0]!.useCases.submitLabel({
        analysisId: analysis.id,
        shearPercent: 77,
        notes: null,
        username: 'tess',
      });
      expect((await analyse(1, imageId)).label).toMatchObject({ shearPercent: 77, technician: 'tess' });
      expect((await analyse(0, imageId)).label).toMatchObject({ shearPercent: 77 });
    });

    it('an analysis that was erased or whose author was renamed is never shown from a cache', async () => {
      const imageId = await upload();
      const { analysis } = await analyse(0, imageId);
      await analyse(1, imageId);
      const { pool } = products[0]!;
      await pool.query(`update analyses set analysed_by = 'person-7' where id = $1`, [analysis.id]);
      for (const index of [0, 1] as const) {
        expect((await analyse(index, imageId)).analysis.analysedBy).toBe('person-7');
      }
      await pool.query('delete from analyses where id = $1', [analysis.id]);
      const anew = await analyse(1, imageId);
      expect(anew.created).toBe(true);
      expect(anew.analysis.id).not.toBe(analysis.id);
      expect((await analyse(0, imageId)).analysis.id).toBe(anew.analysis.id);
    });

    it('damaged or foreign values count for nothing', async () => {
      const imageId = await upload();
      const { analysis } = await analyse(0, imageId);
      const sha256 = (await products[0]!.useCases.getImage(imageId)).sha256;
      const key = `mlmcsc:cache:analysis-2:${sha256}:${analysis.modelDigest}:${analysis.pipelineVersion}:null:null`;
      expect(await redis.command('EXISTS', key)).toMatch(/^:1/);
      await redis.command('SET', key, JSON.stringify({ ...analysis, shearPercent: '99', outline: [[1]] }));
      expect(await analyse(1, imageId)).toMatchObject({ created: false, analysis: { id: analysis.id } });
      expect(caches[1]!.figures().shared!.damaged).toBe(1);
    });

    it('goes on while Redis hangs, is flushed and is started anew', async () => {
      const imageId = await upload();
      redis.process().child.kill('SIGSTOP');
      const first = await analyse(0, imageId);
      expect(first.created).toBe(true);
      expect((await analyse(1, imageId)).analysis.id).toBe(first.analysis.id);
      redis.process().child.kill('SIGCONT');
      await vi.waitFor(
        () => expect(caches.every(({ figures }) => figures().shared!.isUp)).toBe(true),
        10_000,
      );
      await redis.command('FLUSHALL');
      expect((await analyse(1, imageId)).analysis.id).toBe(first.analysis.id);
      await redis.process().stop('SIGKILL');
      const other = await upload();
      expect((await analyse(0, other)).created).toBe(true);
      await redis.restart();
      await vi.waitFor(
        () => expect(caches.every(({ figures }) => figures().shared!.isUp)).toBe(true),
        10_000,
      );
      expect((await analyse(1, other)).created).toBe(false);
      expect(measured()).toBe(2);
    });
  },
);
