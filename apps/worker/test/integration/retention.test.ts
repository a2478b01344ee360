import {
  checkObjects,
  createUseCases,
  type ObjectStore,
  objectKeyOf,
  type RetentionKind,
} from '@mlmcsc/core';
import { parseConfig } from '@mlmcsc/platform/config';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startS3 } from '../../../../test/services/s3.ts';
import { servicesMissing } from '../../../../test/services/service-process.ts';
import { scriptedPicture } from '../support/scripted-measurer.ts';
import { startTestProduct, type TestProduct } from '../support/test-product.ts';

let server: TestDatabaseServer;
let product: TestProduct;
beforeAll(async () => {
  server = await startTestDatabaseServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  product = await startTestProduct(await server.createDatabase());
});
afterEach(() => product.close());

const dayMs = 24 * 60 * 60_000;
/** The product `days` days from now. */
const later = (days: number, objects: ObjectStore = product.dependencies.objects) =>
  createUseCases({
    ...product.dependencies,
    objects,
    clock: {
      now: () => new Date(Date.now() + days * dayMs),
      sleep: (ms, signal) => product.dependencies.clock.sleep(ms, signal),
    },
  });
const keep = (kind: RetentionKind, keepDays: number | null) =>
  product.useCases.changeRetentionPolicy({ kind, keepDays, username: 'ada' });
const run = async (
  useCases: ReturnType<typeof later>,
  { jobId, signal }: { jobId?: string; signal?: AbortSignal } = {},
) => {
  const id = jobId ?? (await useCases.startRetention('ada')).id;
  return useCases.runRetention({ jobId: id, signal: signal ?? new AbortController().signal });
};
const endJob = (id: string, state = 'completed') =>
  product.pool.query('update jobs set state = $2, finished_at = now() where id = $1', [id, state]);
const audited = async (action: string) =>
  (await product.useCases.listAudit({ action }, { limit: 100 })).items;
const imageOf = (id: string) => product.useCases.getImage(id);
const isThere = async (key: string) => (await product.dependencies.objects.head(key)) !== null;
const label = (analysisId: string, shearPercent: number) =>
  product.useCases.submitLabel({ analysisId, shearPercent, username: 'tess' });
/** Everything that doctor would find. */
const findings = async () => {
  const { missing, orphans, damaged } = await checkObjects(product.dependencies, {
    orphansBefore: new Date(Date.now() + dayMs),
    readContents: true,
  });
  return { missing, orphans, damaged };
};
const clean = { missing: 0, orphans: 0, damaged: 0 };

/** A measured picture with a map and an overlay; the scripted measuring makes none. */
async function analyse(area: number) {
  const one = await product.analyse(area);
  const put = async (name: string) =>
    (await product.dependencies.objects.put(Buffer.from(`${name} of ${one.analysisId}`))).key;
  await product.pool.query('update analyses set map_key = $2, overlay_key = $3 where id = $1', [
    ...[one.analysisId, await put('map'), await put('overlay')],
  ]);
  return one;
}

/** A label that teaches, whatever the draw: held-out groups are passed over. */
async function labelled(area: number, wanted: { heldOut: boolean }) {
  for (;;) {
    const one = await analyse(area);
    if ((await label(one.analysisId, area)).heldOut === wanted.heldOut) return one;
  }
}

test('as long as every policy keeps for ever nothing goes', async () => {
  await product.analyse(10);
  const preview = await later(9_000).previewRetention();
  expect(preview.policies.map(({ kind, keepDays, rows }) => [kind, keepDays, rows])).toEqual([
    ['unlabelled-pictures', null, 0],
    ['labelled-pictures', null, 0],
    ['maps', null, 0],
  ]);
  const none = { rows: 0, objects: 0, bytes: 0 };
  expect(await run(later(9_000))).toEqual({ unlabelled_pictures: none, labelled_pictures: none, maps: none });
});

test('a policy is changed within its bounds, on the revision that was read, and recorded', async () => {
  await expect(keep('maps', 29)).rejects.toMatchObject({ code: 'retention-days-invalid' });
  await expect(keep('maps', 36_501)).rejects.toMatchObject({ code: 'retention-days-invalid' });
  await expect(keep('maps', 30.5)).rejects.toMatchObject({ code: 'retention-days-invalid' });
  await expect(keep('jobs' as RetentionKind, 90)).rejects.toMatchObject({
    code: 'retention-policy-not-found',
  });
  expect(await keep('maps', 365)).toMatchObject({ keepDays: 365, revision: 2, changedBy: 'ada' });
  const stale = { kind: 'maps', keepDays: 30, replaces: 1, username: 'eve' };
  await expect(product.useCases.changeRetentionPolicy(stale)).rejects.toMatchObject({
    code: 'precondition-failed',
  });
  const [entry, ...others] = await audited('retention.policy-changed');
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ subjectId: 'maps', details: { from: 'for ever', to: '365 days' } });
});

test('a preview says exactly what the run then removes, and what stays says why', async () => {
  const { useCases, pool, datasets, dependencies } = product;
  const plain = await analyse(11);
  const twin = await analyse(12);
  const held = await analyse(13);
  const frozen = await labelled(14, { heldOut: false });
  await datasets.createDataset({ filter: {}, description: null, username: 'ada' });
  const taught = await labelled(15, { heldOut: false });
  const gold = await labelled(16, { heldOut: true });
  const recorded = await analyse(17);
  const studied = await analyse(18);
  const reported = await analyse(19);
  const drafted = await analyse(20);
  const images = Number((await pool.query('select count(*) from images')).rows[0].count);
  await useCases.holdImage({ imageId: held.imageId, reason: 'claim 7', username: 'rita' });
  const laboratory = `insert into series (id, name, standard, notch, rounding, status, revision, created_by, created_at, updated_by, updated_at)
      values (gen_random_uuid(), 'S', 'ISO 148-1', 'V', '{}', 'open', 1, 'tess', now(), 'tess', now())`;
  await pool.query(laboratory);
  await pool.query(`insert into specimens (id, identifier, series_id, width_mm, height_mm, notch_depth_mm, is_unbroken, revision,
      created_by, created_at, updated_by, updated_at)
    select gen_random_uuid(), 'S-1', id, 10, 10, 2, false, 1, 'tess', now(), 'tess', now() from series`);
  await pool.query(
    `insert into specimen_pictures (image_id, specimen_id, linked_by, linked_at) select $1, id, 'tess', now() from specimens`,
    [recorded.imageId],
  );
  await pool.query(`insert into studies (id, name, repeats, disagreement_threshold, includes_model, seed, created_by, created_at)
    values (gen_random_uuid(), 'round robin', 1, 10, false, 1, 'ada', now())`);
  await pool.query(
    `insert into study_specimens (study_id, specimen_id, position, image_id)
     select studies.id, specimens.id, 1, $1 from studies, specimens`,
    [studied.imageId],
  );
  // A signed report keeps its pictures, a draft does not.
  for (const [number, { imageId }, isSigned] of [
    [1, reported, true],
    [2, drafted, false],
  ] as const) {
    await pool.query(
      `insert into reports (id, series_id, number, version, document, digest, made_by, made_at)
       select gen_random_uuid(), id, $1, 1, '{}', encode(sha256('{}'), 'hex'), 'tess', now() from series`,
      [number],
    );
    await pool.query(`insert into report_pictures select id, $2 from reports where number = $1`, [
      number,
      imageId,
    ]);
    if (!isSigned) continue;
    await pool.query(
      `insert into report_signatures (report_id, signer, signed_by, signed_at, method, statement, digest, verification_code)
       select id, 'person:r', 'rita', now(), 'password', 'Released.', digest, '0123456789ABCDEF' from reports where number = $1`,
      [number],
    );
  }
  // The same rendition, as of a file that differs in its metadata only, whose picture is younger.
  await pool.query(
    `update images set thumbnail_key = (select thumbnail_key from images where id = $1), last_sent_at = now() + interval '50 days'
     where id = $2`,
    [plain.imageId, twin.imageId],
  );
  await keep('unlabelled-pictures', 60);
  await keep('labelled-pictures', 90);
  await keep('maps', 30);
  const inDataset = Number((await pool.query('select count(*) from dataset_pictures')).rows[0].count);
  const goldSet = Number(
    (
      await pool.query(`select count(*) from labels l join analyses a on a.id = l.analysis_id
        join images i on i.id = a.image_id where l.held_out and i.sha256 not in (select sha256 from dataset_pictures)`)
    ).rows[0].count,
  );
  const labels = { 'in-dataset': inDataset, 'gold-set': goldSet };
  const then = later(100);
  const preview = await then.previewRetention();
  expect(preview.policies).toMatchObject([
    {
      kind: 'unlabelled-pictures',
      // Of the plain one and that of the draft.
      rows: 2,
      sharedObjects: 1,
      spared: { 'legal-hold': 1, 'signed-report': 1, 'laboratory-series': 1, study: 1 },
    },
    // Besides all that were drawn for the gold set on the way.
    { kind: 'labelled-pictures', rows: images - 7 - inDataset - goldSet, spared: labels },
    // Of the twin, whose picture stays.
    {
      ...{ kind: 'maps', rows: 1 },
      spared: { 'legal-hold': 1, 'signed-report': 1, 'laboratory-series': 1, study: 1, ...labels },
    },
  ]);
  const result = (await run(then)) as Record<string, unknown>;
  for (const { kind, rows, objects, bytes, isEstimate } of preview.policies) {
    expect(isEstimate).toBe(false);
    expect(objects, kind).toBeGreaterThan(0);
    expect(bytes, kind).toBeGreaterThan(0);
    expect(result[kind.replaceAll('-', '_')], kind).toEqual({ rows, objects, bytes });
  }
  const gone = await imageOf(plain.imageId);
  expect(gone).toMatchObject({ picturesRemovedBy: 'unlabelled-pictures' });
  expect((await imageOf(taught.imageId)).picturesRemovedBy).toBe('labelled-pictures');
  expect(await isThere(objectKeyOf(gone.sha256))).toBe(false);
  expect(await isThere(gone.displayKey)).toBe(false);
  expect(await isThere(gone.thumbnailKey)).toBe(true);
  expect((await imageOf(drafted.imageId)).picturesRemovedBy).toBe('unlabelled-pictures');
  const details = await useCases.getAnalysis(plain.analysisId);
  expect(details.analysis).toMatchObject({ shearPercent: plain.shear, mapsRemovedBy: 'unlabelled-pictures' });
  expect(await isThere(details.analysis.featuresKey!)).toBe(true);
  for (const { imageId } of [twin, held, frozen, gold, recorded, studied, reported]) {
    expect((await imageOf(imageId)).picturesRemovedAt).toBeNull();
    expect(await isThere((await imageOf(imageId)).displayKey)).toBe(true);
  }
  expect((await useCases.getAnalysis(twin.analysisId)).analysis.mapsRemovedBy).toBe('maps');
  expect(await findings()).toEqual(clean);
  expect((await then.previewRetention()).policies.map(({ rows, objects }) => rows + objects)).toEqual([
    0, 0, 0,
  ]);
  const [entry, ...others] = await audited('retention.completed');
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ subjectKind: 'job', details: result });
  expect(dependencies.store).toBeDefined();
});

test('what is removed is refused with when and why, and the same bytes bring it back', async () => {
  const { useCases } = product;
  const bytes = await scriptedPicture(21, 900);
  const upload = (use = useCases) => use.uploadImage({ bytes, fileName: 'a.png', username: 'tess' });
  const { image } = await upload();
  const { analysis } = await useCases.analyseImage({ imageId: image.id, username: 'tess' });
  const { key } = await product.dependencies.objects.put(Buffer.from('map'));
  await product.pool.query('update analyses set map_key = $1', [key]);
  await keep('unlabelled-pictures', 30);
  await run(later(31));
  const refusal = {
    code: 'pictures-removed',
    detail: expect.stringMatching(/on 20\d\d-\d\d-\d\d by the policy unlabelled-pictures/),
  };
  const { id: imageId } = image;
  await expect(useCases.linkToImage({ imageId, rendition: 'display' })).rejects.toMatchObject(refusal);
  const again = { analysisId: analysis.id, username: 'rita' };
  await expect(useCases.recomputeAnalysis(again)).rejects.toMatchObject(refusal);
  await expect(useCases.holdImage({ imageId, reason: 'late', username: 'rita' })).rejects.toMatchObject(
    refusal,
  );
  // What this model has answered before is still known, without its map.
  const known = await useCases.analyseImage({ imageId, username: 'tess' });
  expect(known).toMatchObject({
    created: false,
    analysis: { id: analysis.id, mapsRemovedBy: 'unlabelled-pictures' },
  });
  await product.pool.query('delete from analyses');
  await expect(useCases.analyseImage({ imageId, username: 'tess' })).rejects.toMatchObject(refusal);
  const job = await useCases.startBatchAnalysis({ imageIds: [imageId], username: 'tess' });
  expect(await product.runJob(job.id)).toMatchObject({ state: 'completed', progress: { failed: 1 } });
  expect((await useCases.listJobItems(job.id, { limit: 1 })).items[0]!.error).toMatch(/was removed on/);

  const back = await upload(later(32));
  expect(back).toMatchObject({ created: false, image: { id: imageId, picturesRemovedAt: null } });
  expect(await imageOf(imageId)).toMatchObject({ picturesRemovedAt: null, picturesRemovedBy: null });
  expect((await useCases.analyseImage({ imageId, username: 'tess' })).created).toBe(true);
  expect(await audited('image.brought-back')).toMatchObject([
    { subjectId: imageId, details: { policy: 'unlabelled-pictures' } },
  ]);
  // Its time begins anew.
  expect(await run(later(40))).toMatchObject({ unlabelled_pictures: { rows: 0 } });
  expect(await findings()).toEqual(clean);
  // Nothing is said to be removed but the map of the analysis that is no more.
  expect((await product.pool.query('select key from object_removals')).rows).toEqual([{ key }]);
});

test('a run that is killed anywhere is begun anew and removes and counts everything once', async () => {
  const { objects } = product.dependencies;
  const total = 7;
  for (let index = 0; index < total; index += 1) await analyse(20 + index);
  await keep('unlabelled-pictures', 30);
  const expected = (await later(31).previewRetention()).policies[0]!;
  const { id: jobId } = await product.useCases.startRetention('system');
  let kills = 0;
  // Dies before its n-th deletion, or right after it, before that is written down.
  for (let fatal = 1; ; fatal += 1) {
    let deletions = 0;
    const dying = {
      ...objects,
      head: (key: string) => objects.head(key),
      async delete(key: string) {
        deletions += 1;
        if (deletions > fatal || (deletions === fatal && fatal % 2 === 1)) throw new Error('killed');
        await objects.delete(key);
        if (deletions === fatal) throw new Error('killed');
      },
    } as ObjectStore;
    try {
      await run(later(31, dying), { jobId });
      break;
    } catch (error) {
      expect((error as Error).message).toBe('killed');
      kills += 1;
      // Rows say already what is gone; nothing else is missing.
      expect(await findings()).toEqual(clean);
    }
  }
  expect(kills).toBeGreaterThan(4);
  const entries = await audited('retention.completed');
  expect(entries).toHaveLength(1);
  const { rows, objects: count, bytes } = expected;
  expect(rows).toBe(total);
  expect(entries[0]!.details).toMatchObject({ unlabelled_pictures: { rows, objects: count, bytes } });
  expect((await product.pool.query('select 1 from object_removals where deleted_at is null')).rowCount).toBe(
    0,
  );
  const left = await objects.list({ limit: 1_000 });
  // The model and the features of each analysis.
  expect(left.items.length).toBeGreaterThan(0);
  expect(left.items.length).toBeLessThanOrEqual(total + 1);
});

test('a cancelled run says what it had removed; the next goes on', async () => {
  for (let index = 0; index < 3; index += 1) await analyse(30 + index);
  await keep('unlabelled-pictures', 30);
  const { id: jobId } = await product.useCases.startRetention('ada');
  const controller = new AbortController();
  const { objects } = product.dependencies;
  const cancelling = {
    ...objects,
    head: (key: string) => objects.head(key),
    async delete(key: string) {
      await objects.delete(key);
      await endJob(jobId, 'cancelled');
      controller.abort(new Error('cancelled'));
    },
  } as ObjectStore;
  await expect(run(later(31, cancelling), { jobId, signal: controller.signal })).rejects.toThrow('cancelled');
  expect(await audited('retention.completed')).toMatchObject([
    { details: { unlabelled_pictures: { rows: 3 } } },
  ]);
  expect(await findings()).toEqual(clean);
  expect(await run(later(31))).toMatchObject({ unlabelled_pictures: { rows: 0 } });
  expect((await product.pool.query('select 1 from object_removals where deleted_at is null')).rowCount).toBe(
    0,
  );
});

test('uploads of the same bytes and runs at the same time leave every row its objects', async () => {
  const pictures = await Promise.all(
    Array.from({ length: 16 }, (_, index) => scriptedPicture(index, 7_000 + index)),
  );
  const ids: string[] = [];
  for (const bytes of pictures) {
    ids.push((await product.useCases.uploadImage({ bytes, fileName: 'x', username: 'tess' })).image.id);
  }
  await keep('unlabelled-pictures', 30);
  const then = later(40);
  const jobs = async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id } = await then.startRetention('ada');
      await run(then, { jobId: id });
      await endJob(id);
    }
  };
  const uploads = pictures.map(async (bytes, index) => {
    for (let wait = 0; wait < index * 3; wait += 1) await new Promise((resolve) => setImmediate(resolve));
    await then.uploadImage({ bytes, fileName: 'x', username: 'tess' });
  });
  await Promise.all([jobs(), ...uploads]);
  for (const id of ids) {
    const image = await imageOf(id);
    if (image.picturesRemovedAt !== null) continue;
    for (const key of [objectKeyOf(image.sha256), image.displayKey, image.thumbnailKey]) {
      expect(await isThere(key)).toBe(true);
    }
  }
  expect(ids.length).toBe(16);
  expect(await findings()).toEqual(clean);
});

test('a version frozen afterwards names only pictures that are there; models go on learning from kept features', async () => {
  const { useCases, datasets } = product;
  const judged = [];
  for (let index = 0; index < 12; index += 1) judged.push(await labelled(10 + index * 6, { heldOut: false }));
  await product.learn();
  await keep('labelled-pictures', 30);
  const removed = (await run(later(31))) as { labelled_pictures: { rows: number } };
  expect(removed.labelled_pictures.rows).toBe(12);
  for (let index = 0; index < 3; index += 1) await labelled(20 + index * 7, { heldOut: false });
  const { version } = await datasets.createDataset({ filter: {}, description: null, username: 'ada' });
  const { items } = await datasets.listDatasetItems(version.digest, { limit: 100 });
  const images = await Promise.all(judged.map(({ imageId }) => imageOf(imageId)));
  const names = new Set(items.map(({ sha256 }) => sha256));
  expect(items.length).toBeGreaterThanOrEqual(3);
  expect(images.filter(({ sha256 }) => names.has(sha256))).toEqual([]);
  const learned = await product.learn();
  expect(learned).toMatchObject({ state: 'completed' });
  const retraining = await product.runJob((await useCases.startRetraining({ username: 'ada' })).id);
  expect(retraining).toMatchObject({ state: 'completed' });
  expect(retraining.result!.learned).toBeGreaterThanOrEqual(12);
  // What a model learned by itself names them: as an archive it is refused, as a table it is there.
  const training = (await datasets.listDatasets({ kind: 'training' }, { limit: 1 })).items[0]!;
  const wanted = { digest: training.digest, username: 'ada' };
  await expect(datasets.exportDataset({ ...wanted, format: 'tar' })).rejects.toMatchObject({
    code: 'pictures-removed',
  });
  let lines = 0;
  for await (const _ of (await datasets.exportDataset({ ...wanted, format: 'csv' })).content) lines += 1;
  expect(lines).toBeGreaterThan(1);
  const check = await product.runJob((await datasets.startVerification({ id: null, ...wanted })).id);
  expect(check.result).toMatchObject({ faulty: 0 });
  expect(check.result!.removed).toBeGreaterThanOrEqual(12);
  // The frozen version's pictures stay whatever the age.
  expect(await run(later(400))).toMatchObject({ labelled_pictures: { rows: 0 } });
});

test('erasing a person who placed a hold leaves the hold, without the name', async () => {
  const { useCases, pool } = product;
  const { imageId } = await product.analyse(50);
  await useCases.holdImage({ imageId, reason: 'dispute', username: 'rita' });
  await keep('maps', 90);
  const exported = [];
  for await (const record of useCases.exportPerson({ username: 'rita', by: 'ada' }))
    exported.push(record.kind);
  expect(exported).toContain('image-hold');
  await useCases.erasePerson({ username: 'rita', by: 'eve' });
  await useCases.erasePerson({ username: 'ada', by: 'eve' });
  expect((await useCases.getHold(imageId)).placedBy).toMatch(/^person:/);
  expect((await useCases.getRetentionPolicy('maps')).changedBy).toMatch(/^person:/);
  await useCases.releaseImage({ imageId, reason: 'settled', username: 'bob' });
  await expect(useCases.getHold(imageId)).rejects.toMatchObject({ code: 'hold-not-found' });
  expect((await pool.query('select 1 from image_holds')).rowCount).toBe(0);
});

test.skipIf(servicesMissing !== null)(
  `a bucket is emptied of what the preview says, and filled again${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`,
  async () => {
    const s3 = await startS3();
    const objects = await openObjectStore(
      parseConfig({
        MLMCSC_S3_ENDPOINT: s3.endpoint,
        MLMCSC_S3_BUCKET: await s3.createBucket(),
        MLMCSC_S3_ACCESS_KEY_ID: s3.accessKeyId,
        MLMCSC_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
      }),
    );
    try {
      const upload = async (days: number, serial: number) =>
        (
          await later(days, objects).uploadImage({
            ...{
              bytes: await scriptedPicture(40 * serial, 500 + serial),
              fileName: 'x.png',
              username: 'tess',
            },
          })
        ).image;
      const going = await upload(0, 1);
      const held = await upload(0, 2);
      await product.useCases.holdImage({ imageId: held.id, reason: 'claim 7', username: 'rita' });
      await keep('unlabelled-pictures', 30);
      const then = later(31, objects);
      const { rows, objects: count, bytes } = (await then.previewRetention()).policies[0]!;
      expect([rows, count]).toEqual([1, 3]);
      expect(await run(then)).toMatchObject({ unlabelled_pictures: { rows, objects: count, bytes } });
      expect(await objects.head(objectKeyOf(going.sha256))).toBeNull();
      expect(await objects.head(held.displayKey)).not.toBeNull();
      expect((await objects.list({ limit: 10 })).items).toHaveLength(3);
      expect(await upload(32, 1)).toMatchObject({ id: going.id, picturesRemovedAt: null });
      expect(await objects.head(going.thumbnailKey)).not.toBeNull();
    } finally {
      await objects.close();
      await s3.stop();
    }
  },
);
