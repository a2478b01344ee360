import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Analysis, Image } from '@mlmcsc/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DemonstrationClient } from './demonstration-client.ts';
import { demonstrationSeries } from './demonstration-series.ts';
import { finishedPictures, loadDemonstration } from './load-demonstration.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mlmcsc-demonstration-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const LAST = 4;

/** Starts four pictures before the end of the series: rendering all of it belongs to the tests of the whole. */
it('goes on where an earlier start was interrupted, and remembers each picture', {
  timeout: 120_000,
}, async () => {
  const statePath = join(folder, 'demonstration.json');
  const series = demonstrationSeries();
  await writeFile(statePath, JSON.stringify({ finished: series.length - LAST }));
  const uploaded: string[] = [];
  const stop = new AbortController();
  const client: DemonstrationClient = {
    upload: async (_jpeg, fileName) => {
      uploaded.push(fileName);
      return { id: fileName } as Image;
    },
    analyse: async (imageId) =>
      ({ id: `analysis of ${imageId}`, status: 'ok', label: null }) as unknown as Analysis,
    label: async () => {
      throw new Error('the last pictures wait for the technician');
    },
  };
  const codec = { encodeRendition: async () => new Uint8Array([1]) };
  const progress: number[] = [];
  await loadDemonstration({
    client,
    codec,
    statePath,
    signal: stop.signal,
    onProgress: (done) => progress.push(done),
  });
  expect([...uploaded].sort()).toEqual(
    series
      .slice(-LAST)
      .map((picture) => picture.fileName)
      .sort(),
  );
  expect(progress).toEqual([27, 26, 25, 24, 23].reverse());
  expect(await finishedPictures(statePath)).toBe(series.length);

  uploaded.length = 0;
  await loadDemonstration({ client, codec, statePath, signal: stop.signal, onProgress: () => {} });
  expect(uploaded).toEqual([]);
});
