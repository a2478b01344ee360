import { startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '../support/test-product.ts';

let server: TestDatabaseServer;
let product: TestProduct;
let specimens: number;
beforeAll(async () => {
  server = await startTestDatabaseServer();
});
beforeEach(async () => {
  specimens = 0;
  product = await startTestProduct(await server.createDatabase());
  return () => product.close();
});
afterAll(async () => {
  await server.stop();
});

const areaOf = (index: number) => 10 + ((index * 37) % 75);
/** Labels by a laboratory that reads 12 points more than the map shows. */
async function label(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    specimens += 1;
    const area = areaOf(specimens);
    const { analysisId } = await product.analyse(area, `S${specimens}`);
    await product.useCases.submitLabel({ analysisId, shearPercent: area + 12, username: 'tess' });
  }
}
/** A champion that learned from labels. */
async function learned(count = 12): Promise<string> {
  await label(count);
  expect((await product.learn()).result).toMatchObject({ promoted: true });
  return championVersion();
}
const championVersion = async () => (await product.useCases.currentModel()).version;
const setPolicy = async (change: object) => {
  const policy = { ...(await product.useCases.modelPolicy()), ...change };
  return product.useCases.setModelPolicy({ policy, username: 'ada' });
};
const rollBack = async (more: { toVersion?: string; keepsLearning?: boolean } = {}) =>
  product.useCases.rollBackModel({
    fromVersion: await championVersion(),
    reason: 'reads too high',
    username: 'eve',
    ...more,
  });
const auditOf = async (action: string) =>
  (await product.useCases.listAudit({ action }, { limit: 10 })).items.map(({ details }) => details);

describe('rolling back', () => {
  test('one call puts the model before into service, tells every process and pauses learning', async () => {
    const shipped = await championVersion();
    const bad = await learned();
    const heard: string[] = [];
    product.events.subscribe((event) => {
      if (event.type === 'model.promoted') heard.push(event.version);
    });
    expect(await rollBack()).toMatchObject({
      kind: 'rolled-back',
      fromVersion: bad,
      toVersion: shipped,
      reason: 'reads too high',
      deployedBy: 'eve',
    });
    await expect.poll(() => heard).toEqual([shipped]);
    const { imageId } = await product.analyse(44, 'after');
    const again = await product.useCases.analyseImage({ imageId, username: 'tess' });
    expect(again.analysis.modelVersion).toBe(shipped);
    expect((await product.useCases.modelPolicy()).learning).toBe('paused');
    expect(await auditOf('model.rolled-back')).toMatchObject([{ from_version: bad, learning: 'paused' }]);
  });

  test('a repetition of the same call does nothing', async () => {
    await learned();
    const request = { fromVersion: await championVersion(), reason: 'too high', username: 'eve' };
    await product.useCases.rollBackModel(request);
    await expect(product.useCases.rollBackModel(request)).rejects.toMatchObject({ code: 'champion-changed' });
    expect((await product.useCases.listDeployments({ limit: 10 })).items).toHaveLength(3);
  });

  test('twice in a row goes back two versions, and by name to any former champion', async () => {
    const shipped = await championVersion();
    const first = await learned();
    const second = await learned(3);
    expect((await rollBack()).toVersion).toBe(first);
    expect((await rollBack()).toVersion).toBe(shipped);
    expect((await rollBack({ toVersion: second })).toVersion).toBe(second);
    await expect(rollBack({ toVersion: second })).rejects.toMatchObject({ code: 'rollback-impossible' });
  });

  test('the first model has nothing before it', async () => {
    await expect(rollBack()).rejects.toMatchObject({ code: 'rollback-impossible' });
  });

  test('labels wait while learning is paused; going on replays all of them from the shipped model', async () => {
    const shipped = await championVersion();
    await learned(12);
    await rollBack();
    await label(4);
    expect((await product.learn()).result).toMatchObject({ learned: 0 });
    expect((await product.useCases.learningStatus()).labelsWaiting).toBe(4);
    await setPolicy({ learning: 'on' });
    await product.learn();
    const champion = await product.useCases.currentModel();
    const { rows } = await product.pool.query<{ count: string }>(
      'select count(*) from labels where not held_out',
    );
    expect(champion).toMatchObject({ parentVersion: shipped, labelCount: Number(rows[0]!.count) });
  });

  test('what was rolled back does not come back by itself', async () => {
    const bad = await learned();
    await rollBack({ keepsLearning: true });
    const retraining = await product.useCases.startRetraining({ username: 'eve' });
    expect((await product.runJob(retraining.id)).result).toMatchObject({ candidate: bad, promoted: false });
    expect((await product.dependencies.store.rows.models.challenger())?.version).toBe(bad);
  });
});

describe('promoting by hand', () => {
  test('a candidate that passed waits as challenger until a person promotes it', async () => {
    await setPolicy({ promotion: 'by-hand' });
    const shipped = await championVersion();
    await label(12);
    expect((await product.learn()).result).toMatchObject({ promoted: false });
    expect(await championVersion()).toBe(shipped);
    const challenger = (await product.useCases.challenger())!;
    expect(challenger.gate).toMatchObject({ passed: true, promoted: false, against: shipped });
    expect(challenger.gate!.figures!.recentLabels.champion.count).toBeGreaterThanOrEqual(10);
    const { deployment } = await product.useCases.promoteModel({
      version: challenger.version,
      reason: 'better on our steel',
      username: 'eve',
    });
    expect(deployment).toMatchObject({ kind: 'promoted', toVersion: challenger.version, deployedBy: 'eve' });
    expect(await championVersion()).toBe(challenger.version);
  });

  test('what the gate held back, what is unknown and what is in service already is refused', async () => {
    const promote = (version: string) =>
      product.useCases.promoteModel({ version, reason: 'I like it', username: 'eve' });
    await expect(promote(await championVersion())).rejects.toMatchObject({ code: 'already-champion' });
    await expect(promote('9.9.9')).rejects.toMatchObject({ code: 'model-not-found' });
    // One label is too little evidence.
    await label(1);
    const { result } = await product.learn();
    await expect(promote(String(result!.candidate))).rejects.toMatchObject({
      code: 'gate-not-passed',
      detail: expect.stringContaining('Too little evidence'),
    });
  });

  test('a verdict about an earlier champion does not count', async () => {
    await setPolicy({ promotion: 'by-hand' });
    await label(12);
    const first = String((await product.learn()).result!.candidate);
    await label(5);
    const second = String((await product.learn()).result!.candidate);
    const reason = 'better';
    await product.useCases.promoteModel({ version: second, reason, username: 'eve' });
    await expect(
      product.useCases.promoteModel({ version: first, reason, username: 'eve' }),
    ).rejects.toMatchObject({ code: 'gate-not-passed', detail: expect.stringContaining('Retrain') });
  });
});

describe('two persons', () => {
  async function requested(): Promise<{ id: string; version: string }> {
    await setPolicy({ promotion: 'two-persons' });
    await label(12);
    const version = String((await product.learn()).result!.candidate);
    const { deployment, request } = await product.useCases.promoteModel({
      ...{ version, reason: 'better', username: 'eve' },
    });
    expect(deployment).toBeNull();
    return { id: request!.id, version };
  }
  const decide = (id: string, decision: 'approved' | 'declined', username: string) =>
    product.useCases.decidePromotion({ id, decision, username });

  test('the second approves and the ledger names both; the first cannot', async () => {
    const { id, version } = await requested();
    await expect(decide(id, 'approved', 'eve')).rejects.toMatchObject({ code: 'second-person-needed' });
    expect((await decide(id, 'approved', 'max')).deployment).toMatchObject({
      ...{ toVersion: version, deployedBy: 'eve', approvedBy: 'max' },
    });
    expect(await championVersion()).toBe(version);
    await expect(decide(id, 'declined', 'zoe')).rejects.toMatchObject({ code: 'promotion-decided' });
  });

  test('declined, it may be asked for again; while it waits, not twice', async () => {
    const { id, version } = await requested();
    const ask = () => product.useCases.promoteModel({ version, reason: 'again', username: 'eve' });
    await expect(ask()).rejects.toMatchObject({ code: 'promotion-requested-already' });
    await decide(id, 'declined', 'max');
    expect((await ask()).request).toMatchObject({ decision: null });
    const { items } = await product.useCases.listPromotionRequests({ limit: 5 });
    expect(items.map(({ decision, decidedBy }) => [decision, decidedBy])).toEqual([
      [null, null],
      ['declined', 'max'],
    ]);
  });

  test('an approval that comes too late changes nothing and stays open', async () => {
    const { id } = await requested();
    await setPolicy({ promotion: 'automatic' });
    const other = await learned(3);
    await expect(decide(id, 'approved', 'max')).rejects.toMatchObject({ code: 'gate-not-passed' });
    expect(await championVersion()).toBe(other);
    expect(await product.useCases.getPromotionRequest(id)).toMatchObject({ decision: null });
  });
});

test('the ledger says which model was in service at any time', async () => {
  const shipped = await championVersion();
  const [install] = (await product.useCases.listDeployments({ limit: 1 })).items;
  const next = await learned();
  const [newest] = (await product.useCases.listDeployments({ limit: 1 })).items;
  const before = new Date(newest!.deployedAt.getTime() - 1);
  expect((await product.useCases.deploymentAt(before)).toVersion).toBe(shipped);
  expect((await product.useCases.deploymentAt(newest!.deployedAt)).toVersion).toBe(next);
  await expect(
    product.useCases.deploymentAt(new Date(install!.deployedAt.getTime() - 1)),
  ).rejects.toMatchObject({ code: 'deployment-not-found' });
  await expect(product.pool.query(`update deployments set kind = 'promoted'`)).rejects.toThrow(
    'a deployment is never changed',
  );
});

test('so many labels start a retraining, and only so many more the next', async () => {
  await setPolicy({ retrainAfterLabels: 10 });
  const waiting = async () =>
    (await product.useCases.listJobs({ state: 'queued', kind: 'model.retrain.v1' }, { limit: 5 })).items;
  await label(9);
  await product.learn();
  expect(await waiting()).toHaveLength(0);
  await label(1);
  await product.learn();
  const [job] = await waiting();
  expect((await product.runJob(job!.id)).state).toBe('completed');
  await label(1);
  await product.learn();
  expect(await waiting()).toHaveLength(0);
});

test('an old result is computed again bit for bit, and a stored one that is wrong is found out', async () => {
  const { analysisId } = await product.analyse(37, 'old');
  await learned();
  const recompute = () => product.useCases.recomputeAnalysis({ analysisId, username: 'max' });
  expect(await recompute()).toMatchObject({ isIdentical: true, differences: [] });
  await product.pool.query('alter table analyses disable trigger user');
  await product.pool.query('update analyses set upper = 99.5 where id = $1', [analysisId]);
  expect(await recompute()).toMatchObject({ isIdentical: false, differences: ['upper'] });
  expect(await auditOf('analysis.recomputed')).toMatchObject([
    { is_identical: false, differences: ['upper'] },
    { is_identical: true },
  ]);
  await product.pool.query(`update analyses set pipeline_version = 'older' where id = $1`, [analysisId]);
  await expect(recompute()).rejects.toMatchObject({ code: 'pipeline-gone' });
});
