import { verifyAuditTrail, walkAuditTrail } from '@mlmcsc/core';
import { startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '../support/test-product.ts';

let server: TestDatabaseServer;
let product: TestProduct;
beforeAll(async () => {
  server = await startTestDatabaseServer();
  product = await startTestProduct(await server.createDatabase());
});
afterAll(async () => {
  await product.close();
  await server.stop();
});

const recorded = async () =>
  [...(await product.dependencies.store.rows.audit.list({}, { limit: 200 })).items].reverse();

test('what people and the product do is in the trail, in the order in which it was done', async () => {
  const { useCases } = product;
  for (let index = 0; index < 12; index += 1) {
    const { analysisId, shear } = await product.analyse(10 + index * 6, `s${index}`);
    await useCases.submitLabel({ analysisId, shearPercent: Math.min(100, shear + 9), username: 'tess' });
  }
  await product.learn();
  await useCases.configureLearning({ strategy: 'batch', username: 'eve' });
  const { imageId } = await product.analyse(50, 'other');
  const batch = await useCases.startBatchAnalysis({ imageIds: [imageId], username: 'tess' });
  await useCases.cancelJob(batch.id, 'bob');
  await useCases.rerunJob(batch.id, 'bob');
  const retraining = await useCases.startRetraining({ username: 'eve' });
  await useCases.startRetraining({ username: 'eve' });
  for await (const _ of useCases.exportHistory({ technician: 'tess', shearMin: 1 }, 'victor')) break;

  const entries = await recorded();
  const champion = await useCases.currentModel();
  expect(champion.origin).toBe('online');
  expect(entries.map(({ action, actorName, subjectKind }) => [action, actorName, subjectKind])).toEqual([
    ['model.installed', null, 'model'],
    ['model.promoted', null, 'model'],
    ...Array.from({ length: 12 }, () => ['label.submitted', 'tess', 'analysis']),
    ['dataset.created', 'tess', 'dataset'],
    ['model.installed', 'tess', 'model'],
    ['model.promoted', 'tess', 'model'],
    ['learning.configured', 'eve', 'setting'],
    ['job.started', 'tess', 'job'],
    ['job.cancelled', 'bob', 'job'],
    ['job.rerun', 'bob', 'job'],
    ['job.started', 'eve', 'job'],
    ['history.exported', 'victor', 'user'],
  ]);
  const last = entries.at(-1)!;
  expect(last).toMatchObject({ subjectName: 'tess', details: { shearMin: 1 } });
  expect(entries.at(-2)).toMatchObject({ subjectId: retraining.id, details: { kind: 'model.retrain.v1' } });
  expect(entries.find(({ action }) => action === 'learning.configured')?.details).toEqual({
    from: 'immediate',
    to: 'batch',
  });
  expect(entries[16]).toMatchObject({
    subjectId: champion.version,
    details: { digest: champion.digest, from_version: champion.parentVersion },
  });
  // What stays in the chain for ever names nobody.
  expect(JSON.stringify(entries.map(({ details, subjectId }) => [details, subjectId]))).not.toMatch(
    /tess|eve|bob/,
  );
});

test('a refused change is not in the trail', async () => {
  const before = (await recorded()).length;
  const unknown = '0192f0a0-1111-7000-8000-00000000dead';
  await expect(product.useCases.cancelJob(unknown, 'bob')).rejects.toThrow();
  await expect(
    product.useCases.submitLabel({ analysisId: unknown, shearPercent: 5, username: 'tess' }),
  ).rejects.toThrow();
  expect(await recorded()).toHaveLength(before);
  const { audit } = product.dependencies.store.rows;
  expect(await verifyAuditTrail(walkAuditTrail(audit))).toMatchObject({ entries: before, broken: null });
});
