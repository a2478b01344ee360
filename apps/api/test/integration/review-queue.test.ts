import { createHash, randomUUID } from 'node:crypto';
import { encodeFeatures } from '@mlmcsc/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';

let api: TestApi;
let modelDigest: string;
beforeAll(async () => {
  api = await startTestApi();
  modelDigest = (await api.installModel('1.0.0')).digest;
});
afterAll(() => api.close());

interface Picture {
  readonly name: string;
  /** Percent, lower, upper; null: no number. */
  readonly answer?: readonly [number, number, number] | null;
  readonly features?: readonly number[] | null;
  readonly flags?: readonly { code: string; severity: 'refuse' | 'warning'; detail: string }[];
  readonly featureSet?: string;
}
let minute = 0;

/** A measured picture, each a minute newer than the one before. */
async function addPicture(picture: Picture): Promise<{ analysisId: string; imageId: string }> {
  const { name, answer = [50, 45, 57], features = [1, 2], flags = [], featureSet = 'two-1' } = picture;
  const at = new Date(Date.UTC(2026, 0, 1, 0, minute++));
  const sha256 = createHash('sha256').update(name).digest('hex');
  const { image } = await api.store.rows.images.insertOrFind({
    ...{ id: randomUUID(), sha256, fileName: `${name}.jpg`, mediaType: 'image/jpeg', sizeBytes: 9 },
    ...{ widthPx: 30, heightPx: 20, displayKey: 'd', thumbnailKey: 't', specimen: name, heat: null },
    ...{ widthMm: 10, pxPerMm: null, uploadedBy: 'technician', uploadedAt: at },
  });
  const bytes =
    features === null
      ? null
      : encodeFeatures({ featureSetVersion: featureSet, values: Float64Array.from(features) });
  const featuresKey = bytes === null ? null : (await api.objects.put(bytes)).key;
  const [stored] = await api.store.rows.analyses.insertOrFind([
    {
      ...{ id: randomUUID(), imageId: image.id, status: answer === null ? 'poor' : 'ok', reason: null },
      ...{ shearPercent: answer?.[0] ?? null, lower: answer?.[1] ?? null, upper: answer?.[2] ?? null },
      ...{ intervalLevel: 0.9, bbox: null, outline: null, notchSide: null, pxPerMm: null, flags },
      ...{ detectionConfidence: 0.9, mapKey: null, overlayKey: null, featuresKey, modelDigest },
      ...{ modelVersion: '1.0.0', pipelineVersion: 'test-1', elapsedMs: 4, analysedBy: 'technician' },
      createdAt: at,
    },
  ]);
  return { analysisId: stored!.analysis.id, imageId: image.id };
}

const queue = async (query = '') => {
  const { status, json } = await api.call('GET', `/api/v1/review-queue${query}`, { as: 'technician' });
  expect(status).toBe(200);
  return json;
};
const names = (items: readonly { specimen: string }[]) => items.map(({ specimen }) => specimen);
const label = async (analysisId: string, percent: number, as: 'technician' | 'reviewer' = 'technician') => {
  const json = { analysis_id: analysisId, shear_percent: percent };
  expect((await api.call('POST', '/api/v1/labels', { as, json })).status).toBe(201);
};
const undecided = [{ code: 'undecided-map', severity: 'refuse', detail: 'No.' }] as const;

describe('the review queue', () => {
  it('is empty before anything was measured', async () => {
    expect(await queue()).toEqual({
      ...{ strategy: 'random', is_default: true, labels: 0, labels_before_choosing: 100 },
      ...{ candidates: 0, candidate_window: 1000, label_window: 1000 },
      ...{ to_label: [], to_check: [], readers: [] },
    });
  });

  it('orders pictures without a label as the strategy says, each with its reasons', async () => {
    const learned = await addPicture({ name: 'learned', features: [0, 0] });
    await label(learned.analysisId, 51);
    await addPicture({ name: 'narrow-far', answer: [50, 48, 53], features: [40, 44] });
    await addPicture({ name: 'wide-near', answer: [60, 39, 82], features: [1, 0] });
    await addPicture({ name: 'both', answer: [40, 24, 55], features: [-30, 36] });
    await addPicture({ name: 'copy-of-far', answer: [50, 47, 53], features: [40, 44] });
    await addPicture({ name: 'undecided', answer: null, features: [0.5, 0.2], flags: undecided });
    const blurred = { code: 'blurred', severity: 'refuse', detail: 'No.' } as const;
    await addPicture({ name: 'blurred', answer: null, flags: [...undecided, blurred] });
    await addPicture({ name: 'without-features', features: null });

    const uncertain = await queue('?strategy=uncertainty');
    expect(uncertain.candidates).toBe(5);
    expect(names(uncertain.to_label)).toEqual([
      ...['undecided', 'wide-near', 'both', 'copy-of-far', 'narrow-far'],
    ]);
    expect(uncertain.to_label[1].reasons).toEqual([
      {
        code: 'interval-width',
        detail: 'The interval is 43.0 points wide; half of the candidates have at most 31.0.',
        value: 43,
      },
    ]);
    expect(uncertain.to_label[0].reasons[0].code).toBe('no-number');

    const diverse = await queue('?strategy=diversity');
    expect(['copy-of-far', 'narrow-far']).toContain(diverse.to_label[0].specimen);
    expect(diverse.to_label[0].reasons[0]).toMatchObject({ code: 'unlike-learned' });
    // The copy is never worth a second label.
    expect(diverse.to_label).toHaveLength(4);

    const hybrid = await queue('?strategy=hybrid');
    expect([hybrid.strategy, hybrid.is_default]).toEqual(['hybrid', false]);
    expect(hybrid.to_label[0].specimen).toBe('both');
    expect(await queue('?strategy=hybrid')).toEqual(hybrid);

    const lot = names((await queue('?strategy=random&seed=3')).to_label);
    expect(names((await queue('?strategy=random&seed=3')).to_label)).toEqual(lot);
    expect([...lot].sort()).toEqual(names(uncertain.to_label).sort());
    const lots = await Promise.all(
      [0, 1, 2, 4, 5, 6].map((seed) => queue(`?strategy=random&limit=1&seed=${seed}`)),
    );
    expect(new Set(lots.map(({ to_label }) => to_label[0].specimen)).size).toBeGreaterThan(1);
    expect((await queue('?limit=2')).to_label).toHaveLength(2);
  });

  it('forgets a picture with its first label, and those whose features are gone or of another kind', async () => {
    const [first] = (await queue('?strategy=uncertainty')).to_label;
    await label(first.analysis_id, 44);
    expect(names((await queue('?strategy=uncertainty')).to_label)).not.toContain(first.specimen);
    const { analysisId } = await addPicture({
      name: 'other-set',
      featureSet: 'three-1',
      features: [1, 2, 3],
    });
    // The newest tells which features are compared.
    expect(names((await queue('?strategy=diversity')).to_label)).toEqual(['other-set']);
    await label(analysisId, 50);
    expect((await queue('?strategy=diversity')).to_label.length).toBeGreaterThan(1);
  });

  it('shows labels far outside and readers who disagree, the urgent first', async () => {
    const far = await addPicture({ name: 'mistyped', answer: [72, 66, 77], features: [3, 3] });
    await label(far.analysisId, 7);
    const split = await addPicture({ name: 'split', answer: [50, 42, 59], features: [4, 4] });
    await label(split.analysisId, 45);
    await label(split.analysisId, 58, 'reviewer');
    const { to_check: found } = await queue();
    expect(
      found.map((one: { specimen: string; priority: string; reasons: { code: string }[] }) => [
        ...[one.specimen, one.priority, one.reasons.map(({ code }) => code)],
      ]),
    ).toEqual([
      ['mistyped', 'high', ['label-outside-interval']],
      ['split', 'normal', ['readings-disagree']],
    ]);
    expect(found[0]).toMatchObject({ label_percent: 7, technician: 'technician', shear_percent: 72 });
    // A correction settles it.
    await label(far.analysisId, 71);
    expect(names((await queue()).to_check)).toEqual(['split']);
  });

  it('names a reader who reads too high', async () => {
    for (let i = 0; i < 14; i++) {
      const { analysisId } = await addPicture({ name: `r-${i}`, answer: [40 + i, 34 + i, 47 + i] });
      await label(analysisId, 40 + i + [0, 1, -1][i % 3]!);
      const high = await addPicture({ name: `h-${i}`, answer: [30 + i, 22 + i, 39 + i] });
      await label(high.analysisId, 30 + i + 18 + [1, -2, 0][i % 3]!, 'reviewer');
    }
    const { readers } = await queue();
    expect(readers.map(({ technician }: { technician: string }) => technician)).toEqual(['reviewer']);
    expect(readers[0].bias).toBeGreaterThan(10);
  });

  it('draws by lot until there are a hundred labels, then chooses, and tells which', async () => {
    const { analysisId } = await addPicture({ name: 'hundredth', answer: [50, 42, 58] });
    const first = await queue();
    expect(first).toMatchObject({ strategy: 'random', is_default: true, labels_before_choosing: 100 });
    expect(first.labels).toBeLessThan(99);
    for (let count = first.labels; count < 99; count += 1) await label(analysisId, 50);
    expect(await queue()).toMatchObject({ strategy: 'random', labels: 99 });
    await label(analysisId, 50);
    expect(await queue()).toMatchObject({ strategy: 'hybrid', is_default: true, labels: 100 });
    expect(await queue('?strategy=random')).toMatchObject({ strategy: 'random', is_default: false });
  });

  it('looks among the newest analyses only', async () => {
    const before = (await queue('?strategy=uncertainty')).candidates;
    expect(before).toBeGreaterThan(0);
    // A thousand newer ones in which no face was found.
    await api.pool.query(
      `with made as (
         insert into images (id, sha256, file_name, media_type, size_bytes, width_px, height_px, display_key, thumbnail_key, uploaded_by, uploaded_at)
         select gen_random_uuid(), encode(sha256(n::text::bytea), 'hex'), 'n' || n, 'image/jpeg', 1, 1, 1, 'd', 't', 'technician', '2026-02-01'
         from generate_series(1, 1000) n returning id)
       insert into analyses (id, image_id, status, interval_level, flags, model_version, model_digest, pipeline_version, elapsed_ms, analysed_by, created_at)
       select gen_random_uuid(), id, 'no-face', 0.9, '[]', '1.0.0', $1, 'test-1', 1, 'technician', '2026-02-01' from made`,
      [modelDigest],
    );
    expect((await queue('?strategy=uncertainty')).candidates).toBe(0);
    expect((await queue('?strategy=diversity')).to_label).toEqual([]);
  });

  it('is for technicians, and refuses what it does not know', async () => {
    const as = 'viewer' as const;
    expect((await api.call('GET', '/api/v1/review-queue', { as })).status).toBe(403);
    for (const query of ['?strategy=best', '?limit=0', '?limit=101', '?seed=-1', '?depth=2']) {
      const answer = await api.call('GET', `/api/v1/review-queue${query}`, { as: 'technician' });
      expect([query, answer.status, answer.json.code]).toEqual([query, 400, 'invalid-request']);
    }
  });
});
