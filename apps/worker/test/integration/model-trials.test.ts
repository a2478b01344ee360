import { objectKeyOf } from '@mlmcsc/core';
import { startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerTrials } from '../../src/answer-trials.ts';
import { scriptedPicture } from '../support/scripted-measurer.ts';
import { startTestProduct, type TestProduct } from '../support/test-product.ts';

let server: TestDatabaseServer;
let product: TestProduct;
let serial: number;
beforeAll(async () => {
  server = await startTestDatabaseServer();
});
beforeEach(async () => {
  serial = 0;
  product = await startTestProduct(await server.createDatabase());
  return () => product.close();
});
afterAll(async () => {
  await server.stop();
});

/** Both halves of a specimen may come: a picture of its own each time. */
async function analyse(specimen: string | undefined, area = 40) {
  serial += 1;
  const { image } = await product.useCases.uploadImage({
    bytes: await scriptedPicture(area, serial),
    fileName: `${serial}.png`,
    context: { specimen },
    username: 'tess',
  });
  return (await product.useCases.analyseImage({ imageId: image.id, username: 'tess' })).analysis;
}
/** A candidate of a laboratory that reads 12 points higher, waiting for a person. */
async function challenger(): Promise<string> {
  const policy = { ...(await product.useCases.modelPolicy()), promotion: 'by-hand' } as const;
  await product.useCases.setModelPolicy({ policy, username: 'ada' });
  for (let i = 0; i < 12; i += 1) {
    const area = 10 + ((i * 37) % 75);
    const { id: analysisId } = await analyse(`T${i}`, area);
    await product.useCases.submitLabel({ analysisId, shearPercent: area + 12, username: 'tess' });
  }
  const { result } = await product.learn();
  return String(result!.candidate);
}
const start = (version: string, percent: number, username = 'eve') =>
  product.useCases.startTrial({ version, percent, reason: 'new steel', username });
/** What no program does: models are never changed. */
async function changeModel(version: string, change: string): Promise<void> {
  await product.pool.query('alter table models disable trigger user');
  await product.pool.query(`update models set ${change} where version = $1`, [version]);
}
async function answerAll(): Promise<void> {
  const { signal } = new AbortController();
  while ((await product.useCases.answerTrialPictures({ signal })) > 0);
}
const answerTo = async (analysisId: string) =>
  (
    await product.pool.query(
      'select model_version, status, shear_percent, lower, upper, error from trial_answers where analysis_id = $1',
      [analysisId],
    )
  ).rows[0];
/** What the model says when it is asked for the picture itself. */
async function measuredBy(version: string, imageId: string) {
  const { store, objects, measurer } = product.dependencies;
  const model = (await store.rows.models.find(version))!;
  const image = (await store.rows.images.find(imageId))!;
  const read = (sha256: string) => objects.get(objectKeyOf(sha256));
  const [imageBytes, modelBytes] = [await read(image.sha256), await read(model.digest)];
  const { shearPercent, lower, upper } = await measurer.measure({
    ...{ imageBytes, modelBytes, modelDigest: model.digest, widthMm: null, pxPerMm: null },
  });
  return { shear_percent: shearPercent, lower, upper };
}

describe('a shadow', () => {
  test('is computed for each new analysis from what was seen, to the last bit, and nobody is shown it', async () => {
    const version = await challenger();
    const champion = await product.useCases.currentModel();
    const trial = await start(version, 0);
    const analysis = await analyse('S1', 33);
    expect(analysis.modelVersion).toBe(champion.version);
    const before = product.measurer.measured;
    await answerAll();
    expect(product.measurer.measured).toBe(before);
    const answer = await answerTo(analysis.id);
    expect(answer).toMatchObject({ model_version: version, status: 'ok', error: null });
    expect(answer).toMatchObject(await measuredBy(version, analysis.imageId));
    expect(answer.shear_percent).not.toBe(analysis.shearPercent);

    const { items } = await product.useCases.history({}, { limit: 50 });
    expect(new Set(items.map((item) => item.analysis.modelVersion))).toEqual(new Set([champion.version]));
    const again = await product.useCases.analyseImage({ imageId: analysis.imageId, username: 'tess' });
    expect([again.created, again.analysis.shearPercent]).toEqual([false, analysis.shearPercent]);
    await product.useCases.endTrial({ id: trial.id, reason: 'seen enough', username: 'eve' });
    const later = await analyse('S2', 50);
    await answerAll();
    expect(await answerTo(later.id)).toBeUndefined();
  });

  test('with other networks it measures the picture itself', async () => {
    const version = await challenger();
    await changeModel(version, `base_digest = repeat('7', 64)`);
    await start(version, 0);
    const analysis = await analyse('S1', 61);
    const before = product.measurer.measured;
    await answerAll();
    expect(product.measurer.measured).toBe(before + 1);
    expect(await answerTo(analysis.id)).toMatchObject(await measuredBy(version, analysis.imageId));
  });

  test('what fails harms no live answer, is counted, and its reason is told', async () => {
    const version = await challenger();
    const trial = await start(version, 0);
    // An artefact that is damaged for good.
    await changeModel(version, `digest = repeat('8', 64)`);
    const analysis = await analyse('S1');
    expect(analysis.status).toBe('ok');
    await answerAll();
    const { answers, failures, comparison } = await product.useCases.compareTrial(trial.id);
    expect(answers).toEqual({ waiting: 0, answered: 0, failed: 1 });
    expect(failures).toEqual([{ error: expect.any(String), count: 1 }]);
    expect(comparison.verdict.code).toBe('too-few-specimens');
  });

  test('pictures of batch jobs are compared, too', async () => {
    const version = await challenger();
    const trial = await start(version, 0);
    serial += 1;
    const { image } = await product.useCases.uploadImage({
      bytes: await scriptedPicture(70, serial),
      fileName: 'b.png',
      username: 'tess',
    });
    const job = await product.useCases.startBatchAnalysis({ imageIds: [image.id], username: 'tess' });
    expect((await product.runJob(job.id)).state).toBe('completed');
    await answerAll();
    expect((await product.useCases.compareTrial(trial.id)).answers.answered).toBe(1);
  });

  test('the loop of a worker answers by itself, and stops', async () => {
    const version = await challenger();
    const trial = await start(version, 0);
    const { useCases, events, dependencies } = product;
    const stop = answerTrials({ useCases, events, log: dependencies.log, intervalMs: 60_000 });
    await analyse('S1');
    await expect
      .poll(async () => (await useCases.compareTrial(trial.id)).answers, { timeout: 20_000 })
      .toEqual({ waiting: 0, answered: 1, failed: 0 });
    await stop();
    await analyse('S2');
    expect((await useCases.compareTrial(trial.id)).answers.waiting).toBe(1);
  });

  test('two workers share what waits: each answer is given once', async () => {
    const version = await challenger();
    const trial = await start(version, 0);
    for (let i = 0; i < 20; i += 1) await analyse(`S${i}`);
    const { signal } = new AbortController();
    const taken = await Promise.all([1, 2, 3].map(() => product.useCases.answerTrialPictures({ signal })));
    expect(taken.reduce((sum, count) => sum + count)).toBe(20);
    expect((await product.useCases.compareTrial(trial.id)).answers.answered).toBe(20);
  });
});

describe('a canary', () => {
  test('answers its share, the same specimen always the same, and the champion is heard besides', async () => {
    const version = await challenger();
    const champion = (await product.useCases.currentModel()).version;
    const trial = await start(version, 40);
    const first = new Map<string, string>();
    for (let i = 0; i < 30; i += 1) first.set(`S${i}`, (await analyse(`S${i}`)).modelVersion);
    const answered = [...first.values()].filter((one) => one === version).length;
    expect(answered).toBeGreaterThan(4);
    expect(answered).toBeLessThan(22);
    for (const [specimen, by] of first) expect((await analyse(specimen, 55)).modelVersion).toBe(by);
    await answerAll();
    const result = await product.useCases.compareTrial(trial.id);
    expect(result).toMatchObject({
      answers: { waiting: 0, answered: 60, failed: 0 },
      answeredByChallenger: 2 * answered,
      champions: [{ version: champion, pictures: 60 }],
      refused: { both: 0, onlyChampion: 0, onlyChallenger: 0 },
    });
    expect(result.comparison.overall).toMatchObject({ pictures: 60, specimens: 30 });

    const { rows } = await product.pool.query<{ id: string; image_id: string }>(
      'select id, image_id from analyses where model_version = $1 limit 1',
      [version],
    );
    const mine = rows[0]!;
    expect(await answerTo(mine.id)).toMatchObject({
      model_version: champion,
      ...(await measuredBy(champion, mine.image_id)),
    });
    const recomputed = await product.useCases.recomputeAnalysis({ analysisId: mine.id, username: 'max' });
    expect(recomputed.isIdentical).toBe(true);

    await product.useCases.endTrial({ id: trial.id, reason: 'enough', username: 'eve' });
    const after = await product.useCases.analyseImage({ imageId: mine.image_id, username: 'tess' });
    expect([after.created, after.analysis.modelVersion]).toEqual([true, champion]);
    expect(
      (await product.useCases.recomputeAnalysis({ analysisId: mine.id, username: 'max' })).isIdentical,
    ).toBe(true);
  });

  test('every process follows a start and an end from its next picture on', async () => {
    const version = await challenger();
    const champion = (await product.useCases.currentModel()).version;
    const other = await startTestProduct(product.databaseUrl, { dataDir: product.dataDir });
    try {
      const trial = await start(version, 50);
      const { items } = await other.useCases.listTrials({ limit: 1 });
      expect(items[0]).toMatchObject({ id: trial.id, endedAt: null });
      const there = async (imageId: string) =>
        (await other.useCases.analyseImage({ imageId, username: 'tess' })).analysis.modelVersion;
      const seen: { imageId: string; modelVersion: string }[] = [];
      for (let i = 0; i < 16; i += 1) seen.push(await analyse(`S${i}`));
      expect(new Set(seen.map(({ modelVersion }) => modelVersion))).toEqual(new Set([version, champion]));
      for (const { imageId, modelVersion } of seen) expect(await there(imageId)).toBe(modelVersion);
      await product.useCases.endTrial({ id: trial.id, reason: 'enough', username: 'eve' });
      for (const { imageId } of seen) expect(await there(imageId)).toBe(champion);
    } finally {
      await other.close();
    }
  });

  test('a challenger that cannot be read answers nobody', async () => {
    const version = await challenger();
    const champion = (await product.useCases.currentModel()).version;
    await start(version, 50);
    await changeModel(version, `digest = repeat('9', 64)`);
    for (let i = 0; i < 12; i += 1) expect((await analyse(`S${i}`)).modelVersion).toBe(champion);
  });

  test('what the gate held back may be a shadow, and answers nobody', async () => {
    await analyse('S1');
    await product.useCases.submitLabel({
      analysisId: (await analyse('S2')).id,
      shearPercent: 52,
      username: 'tess',
    });
    const version = String((await product.learn()).result!.candidate);
    await expect(start(version, 10)).rejects.toMatchObject({ code: 'gate-not-passed' });
    expect(await start(version, 0)).toMatchObject({ percent: 0, endedAt: null });
  });

  test('where two persons promote, two persons let it answer', async () => {
    const version = await challenger();
    const policy = { ...(await product.useCases.modelPolicy()), promotion: 'two-persons' } as const;
    await product.useCases.setModelPolicy({ policy, username: 'ada' });
    const refused = { code: 'second-person-needed' };
    await expect(start(version, 10)).rejects.toMatchObject(refused);
    await product.useCases.promoteModel({ version, reason: 'better', username: 'eve' });
    await expect(start(version, 10, 'eve')).rejects.toMatchObject(refused);
    expect(await start(version, 10, 'max')).toMatchObject({ startedBy: 'max' });
  });
});

describe('one trial at a time', () => {
  test('a second is refused until the first has ended; both are in the audit trail', async () => {
    const version = await challenger();
    const trial = await start(version, 0);
    await expect(start(version, 0)).rejects.toMatchObject({ code: 'trial-running' });
    const end = () => product.useCases.endTrial({ id: trial.id, reason: 'seen enough', username: 'max' });
    expect(await end()).toMatchObject({ endedBy: 'max', endReason: 'seen enough' });
    await expect(end()).rejects.toMatchObject({ code: 'trial-ended' });
    const second = await start(version, 5);
    const { items } = await product.useCases.listTrials({ limit: 10 });
    expect(items.map(({ id }) => id)).toEqual([second.id, trial.id]);
    const audit = async (action: string) =>
      (await product.useCases.listAudit({ action }, { limit: 10 })).items.map(({ details }) => details);
    expect(await audit('model.trial-started')).toMatchObject([
      { percent: 5 },
      { percent: 0, reason: 'new steel' },
    ]);
    expect(await audit('model.trial-ended')).toMatchObject([{ trial_id: trial.id }]);
  });

  test('of several starts at the same moment one succeeds', async () => {
    const version = await challenger();
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => start(version, 0)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('ends by itself when the challenger comes into service', async () => {
    const version = await challenger();
    const trial = await start(version, 10);
    await product.useCases.promoteModel({ version, reason: 'better', username: 'eve' });
    expect(await product.useCases.getTrial(trial.id)).toMatchObject({
      endedBy: 'eve',
      endReason: 'The challenger came into service.',
    });
    await expect(start(version, 0)).rejects.toMatchObject({ code: 'already-champion' });
  });
});
