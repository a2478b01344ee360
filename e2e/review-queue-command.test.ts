import { createHash, randomUUID } from 'node:crypto';
import { createPool } from '@mlmcsc/platform/postgres';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runMlmcsc } from '../test/run-program.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

let server: TestDatabaseServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let url: string;
let pool: Pool;
const digest = createHash('sha256').update('model').digest('hex');

async function addAnalysis(name: string, lower: number, upper: number): Promise<string> {
  const [image, analysis] = [randomUUID(), randomUUID()];
  await pool.query(
    `insert into images (id, sha256, file_name, media_type, size_bytes, width_px, height_px, display_key, thumbnail_key, uploaded_by, uploaded_at)
     values ($1, $2, $3, 'image/jpeg', 1, 1, 1, 'd', 't', 'ann', now())`,
    [image, createHash('sha256').update(name).digest('hex'), name],
  );
  await pool.query(
    `insert into analyses (id, image_id, status, shear_percent, lower, upper, interval_level, flags, features_key, model_version, model_digest, pipeline_version, elapsed_ms, analysed_by, created_at)
     values ($1, $2, 'ok', $3, $4, $5, 0.9, '[]', 'gone', '1.0', $6, 'p', 1, 'ann', now())`,
    [analysis, image, (lower + upper) / 2, lower, upper, digest],
  );
  return analysis;
}

beforeAll(async () => {
  server = await startTestDatabaseServer();
  folder = await temporaryFolder('review-queue');
  url = await server.createDatabase();
  pool = createPool({ url, applicationName: 'test', log: silentLog });
  await pool.query(
    `insert into models (id, version, digest, base_digest, origin, label_count, pipeline_version, size_bytes, created_at)
     values ($1, '1.0', $2, $2, 'shipped', 0, 'p', 1, now())`,
    [randomUUID(), digest],
  );
});
afterAll(async () => {
  await pool.end();
  await server.stop();
  await folder.remove();
});

const queue = (...args: string[]) =>
  runMlmcsc(['review-queue', ...args], {
    folder: folder.path,
    environment: { MLMCSC_DATABASE_URL: url, MLMCSC_DATA_DIR: folder.path },
  });

it('prints what to label and what to check, with reasons', async () => {
  await addAnalysis('narrow.jpg', 40, 47);
  await addAnalysis('wide.jpg', 20, 55);
  const judged = await addAnalysis('mistyped.jpg', 70, 80);
  await pool.query(
    `insert into labels (id, analysis_id, shear_percent, decision, technician, created_at, split_group, held_out)
     values ($1, $2, 8, 'corrected', 'bob', now(), 'g', false)`,
    [randomUUID(), judged],
  );
  const { code, stdout } = await queue('--strategy', 'uncertainty');
  expect(code).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines[0]).toBe('To label, by uncertainty: 2 of 2 pictures without a label');
  expect(lines[1]).toMatch(/wide\.jpg {2}37\.5 % {2}The interval is 35\.0 points wide/);
  expect(lines[2]).toContain('narrow.jpg');
  expect(lines[4]).toMatch(/high {2}bob {2}.*mistyped\.jpg.*62\.0 points outside/);
  expect(lines.at(-1)).toBe('Readers who stand out: 0');

  expect((await queue()).stdout.split('\n')[0]).toBe(
    'To label, by random (labels so far: 1; by hybrid from 100 on): 2 of 2 pictures without a label',
  );

  const asJson = (await queue('--strategy', 'uncertainty', '--limit', '1', '--json')).stdout
    .trim()
    .split('\n');
  expect(asJson.map((line) => JSON.parse(line))).toMatchObject([
    { kind: 'to-label', file_name: 'wide.jpg', lower: 20, upper: 55, reasons: [{ value: 35 }] },
    { kind: 'to-check', file_name: 'mistyped.jpg', label_percent: 8, technician: 'bob', priority: 'high' },
  ]);
});

it('refuses a strategy that it does not know', async () => {
  expect((await queue('--strategy', 'best')).code).toBe(2);
  expect((await queue('--limit', '0')).code).toBe(2);
});
