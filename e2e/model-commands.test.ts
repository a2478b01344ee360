import { createHash, randomUUID } from 'node:crypto';
import { PIPELINE_VERSION } from '@mlmcsc/core/measure';
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

async function addModel(version: string, gate: object | null, parent: string | null = null): Promise<void> {
  const digest = createHash('sha256').update(version).digest('hex');
  await pool.query(
    `insert into models (id, version, digest, base_digest, parent_version, origin, label_count, pipeline_version, size_bytes, gate, created_at)
     values ($1, $2, $3, $3, $4, 'retrained', 12, $5, 1, $6, now())`,
    [randomUUID(), version, digest, parent, PIPELINE_VERSION, gate === null ? null : JSON.stringify(gate)],
  );
}

beforeAll(async () => {
  server = await startTestDatabaseServer();
  folder = await temporaryFolder('model-commands');
  url = await server.createDatabase();
  pool = createPool({ url, applicationName: 'test', log: silentLog });
  await addModel('1.0', null);
  await pool.query(`insert into model_aliases values ('champion', '1.0', now())`);
  await pool.query(
    `insert into deployments (id, to_version, reason, deployed_by, deployed_at)
     values ($1, '1.0', 'First start.', 'system', '2026-01-02T03:04:05Z')`,
    [randomUUID()],
  );
  await addModel('1.1', { promoted: false, passed: true, against: '1.0', reasons: [] }, '1.0');
  await addModel('1.2', {
    promoted: false,
    passed: false,
    against: '1.0',
    reasons: ['Worse by 3.10 points.'],
  });
});
afterAll(async () => {
  await pool.end();
  await server.stop();
  await folder.remove();
});

const model = (...args: string[]) =>
  runMlmcsc(['model', ...args], {
    folder: folder.path,
    environment: { MLMCSC_DATABASE_URL: url, MLMCSC_DATA_DIR: folder.path },
  });

it('promotes, shows the ledger, rolls back and says what was in service', async () => {
  const refused = await model('promote', '1.2', '--reason', 'newest');
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('Worse by 3.10 points.')]);
  expect((await model('promote', '1.1')).code).toBe(2);

  const promoted = await model('promote', '1.1', '--reason', 'better on X52');
  expect([promoted.code, promoted.stdout]).toEqual([
    0,
    expect.stringMatching(/1\.0 → 1\.1 {2}promoted by system: better on X52/),
  ]);
  const listed = (await model('list')).stdout;
  expect(listed).toMatch(/1\.1 .*champion/);
  expect((await model('live', '--at', '2026-05-05')).stdout).toContain('– → 1.0');

  const back = await model('rollback', '--reason', 'lamp changed');
  expect([back.code, back.stdout]).toEqual([0, expect.stringContaining('1.1 → 1.0  rolled-back')]);
  expect(back.stderr).toContain('Learning is paused');
  expect((await model('live')).stdout).toContain('1.1 → 1.0');
  expect((await model('deployments')).stdout.trim().split('\n')).toHaveLength(3);
  expect((await model('rollback', '--reason', 'again')).code).toBe(1);
});

it('asks for a second person where the policy does', async () => {
  const policy = await model(
    'policy',
    '--promotion',
    'two-persons',
    '--learning',
    'on',
    '--retrain-after',
    '500',
  );
  expect(JSON.parse(policy.stdout)).toEqual({
    promotion: 'two-persons',
    learning: 'on',
    retrainAfterLabels: 500,
  });
  expect(JSON.parse((await model('policy')).stdout)).toMatchObject({ promotion: 'two-persons' });
  expect((await model('policy', '--retrain-after', '3')).stderr).toContain('at least 10');
  expect((await model('promote', '1.1', '--reason', 'again')).stdout).toContain('waits for a second person');
  const [id = ''] = (await model('requests')).stdout.split(' ');
  // Everything on the command line is the same account.
  expect((await model('approve', id)).code).toBe(1);
  expect((await model('decline', id)).stdout).toContain('declined');
  expect((await model('requests')).stdout).toContain('declined by system');
});

it('tells apart what is not there and what is wrong', async () => {
  const unknown = await model('show', '7.7');
  expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('There is no model 7.7.')]);
  expect((await model('recompute', randomUUID())).code).toBe(1);
  expect((await model('answers', '7.7')).stderr).toContain('There is no model 7.7.');
  expect((await model('answers', '1.1')).stderr).toContain('0 pictures');
  expect((await model('live', '--at', 'yesterday')).code).toBe(2);
  expect(JSON.parse((await model('show', '1.1')).stdout)).toMatchObject({ gate: { passed: true } });
});

it('tries a challenger, compares it, and stops', async () => {
  expect((await model('policy', '--promotion', 'by-hand')).code).toBe(0);
  const trial = (...args: string[]) => model('trial', ...args);
  expect((await trial('show')).stderr).toContain('There was no trial yet.');
  expect((await trial('start', '1.2', '--reason', 'new steel')).code).toBe(2);
  expect((await trial('start', '1.2', '--canary', '60', '--reason', 'new steel')).code).toBe(2);
  const held = await trial('start', '1.2', '--canary', '10', '--reason', 'new steel');
  expect([held.code, held.stderr]).toEqual([1, expect.stringContaining('Worse by 3.10 points.')]);

  const started = await trial('start', '1.2', '--shadow', '--reason', 'new steel');
  expect([started.code, started.stdout]).toEqual([
    0,
    expect.stringMatching(/ runs {2}1\.2 {2}shadow {2}system: new steel/),
  ]);
  const [id = ''] = started.stdout.split(' ');
  expect((await trial('start', '1.1', '--shadow', '--reason', 'too')).stderr).toContain(
    'Another trial runs.',
  );

  await answerPictures(id);
  const shown = (await trial('show')).stdout;
  // Differences 2, 4, 3: s = 1, t(0.975; 2)/√3 = 2.48.
  expect(shown).toContain(
    'challenger − champion 3.00 (0.52 to 5.48), limits 1.04 to 4.96, within 5 points 100 %',
  );
  expect(shown).toContain('4 answered by both, 1 waiting, 1 failed; the challenger answered 0');
  expect(shown).toContain('no number from both 1');
  expect(shown).toContain('failed 1 times: The picture was removed.');
  expect(shown).toContain('0 of the 3 labelled specimens');
  const json = JSON.parse((await trial('show', id, '--json')).stdout);
  expect(json.comparison.overall).toMatchObject({ pictures: 3, specimens: 3 });

  const stopped = await trial('stop', '--reason', 'seen enough');
  expect(stopped.stdout).toContain('ended by system: seen enough');
  expect((await trial('stop', '--reason', 'again')).code).toBe(1);
  expect((await trial('list')).stdout.trim().split('\n')).toEqual([expect.stringContaining(id)]);
});

/** What the champion answered to six pictures, and what the challenger says of them. */
async function answerPictures(trial: string): Promise<void> {
  const answers = [
    ['ok', 40, 42],
    ['ok', 10, 14],
    ['ok', 90, 93],
    ['no-face', null, null],
    ['waiting', 50, null],
    ['failed', 60, null],
  ] as const;
  for (const [index, [status, champion, challenger]] of answers.entries()) {
    const [image, analysis] = [randomUUID(), randomUUID()];
    const sha256 = createHash('sha256').update(image).digest('hex');
    await pool.query(
      `insert into images (id, sha256, file_name, media_type, size_bytes, width_px, height_px, display_key, thumbnail_key,
         specimen, uploaded_by, uploaded_at)
       values ($1, $2, 'a.jpg', 'image/jpeg', 1, 10, 10, 'd', 't', $3, 'tess', now())`,
      [image, sha256, `S${index}`],
    );
    await pool.query(
      `insert into analyses (id, image_id, status, shear_percent, lower, upper, interval_level, flags, model_version,
         model_digest, pipeline_version, elapsed_ms, analysed_by, created_at)
       select $1, $2, $3, $4, $4, $4, 0.9, '[]', version, digest, pipeline_version, 1, 'tess', now()
       from models where version = '1.0'`,
      [analysis, image, status === 'no-face' ? 'no-face' : 'ok', champion],
    );
    await pool.query(
      `insert into trial_answers (trial_id, analysis_id, model_version, status, shear_percent, error, answered_at)
       values ($1, $2, '1.2', $3, $4, $5, case when $3 = 'waiting' then null else now() end)`,
      [trial, analysis, status, challenger, status === 'failed' ? 'The picture was removed.' : null],
    );
  }
}
