import { createDriftUseCases, type DriftUseCases, type ModelRecord } from '@mlmcsc/core';
import { createRandom } from '@mlmcsc/learning/network';
import { drawSceneSpec, renderScene } from '@mlmcsc/specimens';
import { describeFace, photometricMeasures, type RgbImage, rectifyFace } from '@mlmcsc/vision';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SeenNumbers, storeSeenPictures } from '../../../../test/store-seen-pictures.ts';
import { createPool, PostgresStore } from '../../src/postgres/index.ts';
import { systemClock, uuidV7 } from '../../src/system/index.ts';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '../../src/testing/index.ts';

/** What the light and the lens make of one rendered face. */
type Measured = Pick<
  SeenNumbers,
  'unsharpness' | 'burntShare' | 'medianLuminance' | 'brightness' | 'luminanceRange'
> & { readonly descriptors: readonly number[] };

/** One face in the usual light, under a lamp that is darker and warmer, and through more and more fog. */
interface Face {
  readonly shear: number;
  readonly lamp: Measured;
  /** At the levels of `fogLevels`. */
  readonly fogged: readonly Measured[];
}

const faces = 16;
/** Share of the light that the fog scatters. */
const fogLevels = [0, 0.1, 0.3];
const second = 1_000;

let server: TestDatabaseServer;
let pool: Pool;
let store: PostgresStore;
let drift: DriftUseCases;
let rendered: readonly Face[];
/** The time of the next picture; a picture a second, in the past. */
let at = Date.now() - 86_400 * second;

const champion: ModelRecord = {
  ...{ id: uuidV7.next(), version: '1.0.0', digest: 'a'.repeat(64), baseDigest: 'a'.repeat(64) },
  ...{ parentVersion: null, origin: 'shipped', labelCount: 0, pipelineVersion: 'test-1', sizeBytes: 1 },
  ...{ heldOut: null, gate: null, datasetDigest: null, createdAt: new Date(at) },
};

beforeAll(async () => {
  rendered = Array.from({ length: faces }, (_, index) => renderFace(index));
  server = await startTestDatabaseServer();
  pool = createPool({ url: await server.createDatabase(), applicationName: 'test', log: silentLog });
  store = new PostgresStore(pool);
  drift = createDriftUseCases({ store, clock: systemClock, ids: uuidV7 });
  await store.rows.models.insert(champion);
  await store.rows.models.promote({
    ...{ id: uuidV7.next(), fromVersion: null, toVersion: '1.0.0', reason: 'first', kind: 'automatic' },
    ...{ deployedBy: 'system', approvedBy: null, deployedAt: new Date(at) },
  });
}, 300_000);
afterAll(async () => {
  await pool.end();
  await server.stop();
});

const evaluate = () => drift.evaluate({ signal: new AbortController().signal });
const random = createRandom(1);

interface Sky {
  readonly lamp?: boolean;
  /** From the first picture to the last. */
  readonly fog?: readonly [number, number];
  /** Pictures of one heat in a row, which is told. */
  readonly heatLength?: number;
}

let heats = 0;
/** Stores pictures drawn from the rendered faces, as one laboratory would take them. */
async function take(count: number, { lamp = false, fog = [0, 0], heatLength = 1 }: Sky = {}) {
  let face = rendered[0]!;
  const pictures = Array.from({ length: count }, (_, number): SeenNumbers => {
    if (number % heatLength === 0) {
      face = rendered[random.below(faces)]!;
      heats += 1;
    }
    const level = fog[0] + ((fog[1] - fog[0]) * number) / count;
    const shearPercent = Math.min(100, Math.max(0, face.shear + 3 * random.normal()));
    at += second;
    return {
      ...(lamp ? face.lamp : through(face.fogged, level)),
      ...{ at: new Date(at), heat: heatLength === 1 ? null : `H${heats}` },
      ...{ shearPercent, intervalWidth: 8 + random.normal(), pxPerMm: 41 + 0.4 * random.normal() },
      detectionConfidence: 1 - Math.min(1, 0.02 * Math.exp(0.8 * random.normal())),
    };
  });
  await storeSeenPictures(pool, pictures);
  return pictures;
}

/** Against the reference in use, newest first. */
async function raised() {
  const { reference } = await drift.status();
  const { items } = await drift.findings({}, { limit: 100 });
  return items.filter(({ referenceId }) => referenceId === reference!.id);
}

test('a steady laboratory is told next to nothing, whether its heats are of one picture or of five', async () => {
  expect(await evaluate()).toEqual({
    ...{ reference_complete: false, watched_pictures: 0, raised: 0, drifting: [] },
  });
  await take(299);
  expect(await evaluate()).toMatchObject({ reference_complete: false });
  await take(2001);
  // Stated: less than one false alarm in 1000 pictures.
  const { raised: falseAlarms, ...result } = (await evaluate()) as { raised: number };
  expect(result).toEqual({ reference_complete: true, watched_pictures: 2000, drifting: [] });
  expect(falseAlarms).toBeLessThanOrEqual(2);
  const { reference, signals } = await drift.status();
  expect(reference).toMatchObject({ pictures: 300, points: 300, setBy: 'system', isComplete: true });
  expect(reference!.comparison!.pValue).toBeGreaterThan(0.01);
  const scores = await drift.scores();
  expect(scores.length).toBeGreaterThan(5);
  for (const { signal, chart } of signals) {
    const { statistic, limit } = chart!;
    const wanted = statistic === null || limit === null ? undefined : Math.abs(statistic) / limit;
    const found = scores.find((score) => score.signal === signal)?.ratio;
    if (wanted === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(wanted, 9);
  }
  const states = Object.fromEntries(signals.map(({ signal, chart }) => [signal, chart!.state]));
  // Nobody has labelled; everything else is watched.
  expect(states).toEqual({
    ...Object.fromEntries(signals.map(({ signal }) => [signal, 'steady'])),
    'label-error': 'not-watched',
  });

  await startOver('Heats of five pictures now.');
  await take(750, { heatLength: 5 });
  expect(await evaluate()).toMatchObject({ reference_complete: true, drifting: [], watched_pictures: 245 });
  expect((await drift.status()).reference).toMatchObject({ pictures: 500, points: 100 });
});

test('another lamp is found within 25 pictures, told once in words, and is over with a new reference', async () => {
  await startOver('After the audit.');
  await take(350);
  expect(await evaluate()).toMatchObject({ drifting: [] });
  const [first] = await take(25, { lamp: true });
  const { raised: count } = (await evaluate()) as { raised: number };
  expect(count).toBeGreaterThan(0);
  const colour = (await raised()).find(({ signal }) => signal === 'colour-warmth')!;
  expect(colour).toMatchObject({ direction: 'up', endedAt: null });
  expect(colour.seen).toBeGreaterThan(colour.usual + 0.05);
  // The chart knows when it began: within ten pictures.
  expect(Math.abs(colour.since.getTime() - first!.at.getTime())).toBeLessThan(10 * second);

  await take(40, { lamp: true });
  await evaluate();
  await evaluate();
  const later = await raised();
  expect(new Set(later.map(({ signal }) => signal)).size).toBe(later.length);
  const dark = later.find(({ signal }) => signal === 'median-luminance')!;
  expect(dark).toMatchObject({ direction: 'down' });
  const { reference } = await drift.status();
  await startOver('The lamp is new.');
  const former = (await drift.findings({}, { limit: 100 })).items.filter(
    ({ referenceId }) => referenceId === reference!.id,
  );
  expect(former.every(({ endedBy }) => endedBy === 'new-reference')).toBe(true);
  await take(400, { lamp: true });
  expect(await evaluate()).toMatchObject({ reference_complete: true, drifting: [] });
});

test('a lens that fogs up over 1000 pictures is found within 300, and a cleaned one ends the finding', async () => {
  await startOver('Lens cleaned.');
  await take(350);
  await evaluate();
  // After 1000 pictures nothing but scattered light would be left.
  await take(300, { fog: [0, 0.3] });
  await evaluate();
  const found = await raised();
  const focus = found.find(({ signal, endedAt }) => signal === 'unsharpness' && endedAt === null)!;
  expect(focus).toMatchObject({ direction: 'up' });
  await take(60);
  expect(await evaluate()).toMatchObject({ drifting: [] });
  expect(await drift.finding(focus.id)).toMatchObject({ endedBy: 'steady' });
});

test('a long time since the reference is looked at in pieces, and an episode goes on across them', async () => {
  await startOver('A year without a change.');
  await take(300);
  await take(3_500);
  await take(2_000, { lamp: true });
  expect(await evaluate()).toMatchObject({ reference_complete: true, watched_pictures: 2_499 });
  const { reference } = await drift.status();
  expect(reference!.watchFrom).not.toBeNull();
  const dark = (await raised()).filter(
    ({ signal, endedAt }) => signal === 'median-luminance' && endedAt === null,
  );
  expect(dark).toHaveLength(1);
  await take(20, { lamp: true });
  expect(await evaluate()).toMatchObject({ raised: 0, watched_pictures: 2_519 });
  const again = (await raised()).filter(
    ({ signal, endedAt }) => signal === 'median-luminance' && endedAt === null,
  );
  expect(again.map(({ id }) => id)).toEqual(dark.map(({ id }) => id));
});

/** A reference that begins with the next picture. */
const startOver = (reason: string) => drift.setReference({ reason, by: 'eve', beginsAt: new Date(at + 1) });

function renderFace(index: number): Face {
  const share = (index + 0.5) / faces;
  const scene = renderScene(
    drawSceneSpec(100 + index, 'dome-laboratory', {
      ...{ fitness: 'good', halves: 1, widthMm: 10, cleavageShare: share, resolutionScale: 0.4 },
    }),
  );
  const [truth] = scene.truth.faces;
  const down = { x: -truth!.notchDirection.x, y: -truth!.notchDirection.y };
  const measured = (image: RgbImage): Measured => {
    const face = rectifyFace(image, { outline: truth!.outline, down });
    const { unsharpness, clipped, median, brightness, range } = photometricMeasures(
      face,
      image,
      truth!.outline,
    );
    return {
      ...{ unsharpness, burntShare: clipped, medianLuminance: median, brightness, luminanceRange: range },
      descriptors: [...describeFace(face).values],
    };
  };
  return {
    shear: 100 * (1 - share),
    lamp: measured(dimmed(scene.image)),
    fogged: fogLevels.map((level) => measured(level === 0 ? scene.image : throughFog(scene.image, level))),
  };
}

/** An old lamp: a fifth darker, and warmer. */
function dimmed(image: RgbImage): RgbImage {
  const gains = [0.88, 0.79, 0.66];
  return { ...image, data: Uint8Array.from(image.data, (value, i) => Math.round(value * gains[i % 3]!)) };
}

/** A share of the light is scattered over a fortieth of the picture, and a veil lies over it. */
function throughFog(image: RgbImage, share: number): RgbImage {
  const radius = Math.max(1, Math.round(image.width / 80));
  let scattered = Float32Array.from(image.data);
  for (const step of [3, 3 * image.width]) scattered = boxBlurred(scattered, step, radius);
  const data = Uint8Array.from(image.data, (value, i) =>
    Math.round((1 - share) * value + share * (0.85 * scattered[i]! + 20)),
  );
  return { ...image, data };
}

function boxBlurred(data: Float32Array<ArrayBuffer>, step: number, radius: number) {
  return data.map((_, i) => {
    let sum = 0;
    let count = 0;
    for (let at = i - radius * step; at <= i + radius * step; at += step) {
      if (at < 0 || at >= data.length) continue;
      sum += data[at]!;
      count += 1;
    }
    return sum / count;
  });
}

/** Between two rendered levels of fog. */
function through(fogged: readonly Measured[], level: number): Measured {
  const above = Math.max(
    1,
    fogLevels.findIndex((known) => known >= level),
  );
  const [low, high] = [fogged[above - 1]!, fogged[above]!];
  const share = (level - fogLevels[above - 1]!) / (fogLevels[above]! - fogLevels[above - 1]!);
  const mixed = (one: number, other: number) => one + share * (other - one);
  return {
    unsharpness: mixed(low.unsharpness, high.unsharpness),
    burntShare: mixed(low.burntShare, high.burntShare),
    medianLuminance: mixed(low.medianLuminance, high.medianLuminance),
    brightness: mixed(low.brightness, high.brightness),
    luminanceRange: mixed(low.luminanceRange, high.luminanceRange),
    descriptors: low.descriptors.map((value, i) => mixed(value, high.descriptors[i]!)),
  };
}
