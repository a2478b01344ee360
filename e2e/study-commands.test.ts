import { createStudyUseCases } from '@mlmcsc/core';
import { createPool, PostgresStore } from '@mlmcsc/platform/postgres';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runMlmcsc } from '../test/run-program.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

let server: TestDatabaseServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let url: string;
let pool: ReturnType<typeof createPool>;

const run = (...args: string[]) =>
  runMlmcsc([...args, '--data-dir', folder.path], { environment: { MLMCSC_DATABASE_URL: url } });
const specimens = [12, 35, 60, 88].map((truth, index) => ({ identifier: `R-${index + 1}`, truth }));

beforeAll(async () => {
  server = await startTestDatabaseServer();
  folder = await temporaryFolder('study-commands');
  url = await server.createDatabase();
  pool = createPool({ url, applicationName: 'test', log: silentLog });
  for (const username of ['ann', 'bob']) {
    await pool.query(
      `insert into auth_user (name, email, username, role) values ($1, $1 || '@example.org', $1, 'technician')`,
      [username],
    );
  }
  for (const { identifier } of specimens) {
    await run('specimens', 'create', identifier);
    const { rows } = await pool.query(
      `insert into images (id, sha256, file_name, media_type, size_bytes, width_px, height_px, display_key,
         thumbnail_key, uploaded_by, uploaded_at)
       values (gen_random_uuid(), encode(sha256(convert_to($1, 'UTF8')), 'hex'), $1, 'image/jpeg', 1, 1, 1, 'd', 't',
         'ann', now()) returning id`,
      [identifier],
    );
    await pool.query(
      `insert into specimen_pictures (image_id, specimen_id, linked_by, linked_at)
       select $1, id, 'ann', now() from specimens where identifier = $2`,
      [rows[0].id, identifier],
    );
  }
});
afterAll(async () => {
  await pool.end();
  await server.stop();
  await folder.remove();
});

/** What the web application does for a reader. */
async function readAll(name: string, reader: string, percentOf: (identifier: string) => number) {
  const store = new PostgresStore(pool);
  const studies = createStudyUseCases({ store, clock: systemClock, ids: uuidV7 });
  const study = await store.rows.laboratory.studies.findByName(name);
  const known = new Map(
    (await studies.specimens(study!.id)).map(({ specimen }) => [specimen.imageId, specimen.identifier]),
  );
  for (;;) {
    const { reading } = await studies.next(study!.id, reader);
    if (reading === null) return;
    const percent = percentOf(known.get(reading.imageId)!);
    await studies.give({ studyId: study!.id, readingId: reading.id, percent, reader });
  }
}
const truthOf = (identifier: string) => specimens.find((one) => one.identifier === identifier)!.truth;

it('runs a double reading from its beginning to the decision', async () => {
  const identifiers = specimens.map(({ identifier }) => identifier);
  const made = await run(
    ...['study', 'create', 'Spring', '--readers', 'ann', 'bob', '--specimens', ...identifiers, '--seed', '7'],
  );
  expect(made.code, made.stderr).toBe(0);
  expect(made.stdout).toContain('Spring  seed 7');
  expect(await run('study', 'create', 'Other', '--readers', 'eve', '--specimens', 'R-1')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Readers are active users'),
  });
  expect(await run('study', 'create', 'Other', '--readers', 'ann')).toMatchObject({ code: 2 });

  await readAll('Spring', 'ann', truthOf);
  expect((await run('study', 'show', 'Spring')).stdout).toMatch(/ann {2}4 of 4\n {2}bob {2}0 of 4/);
  const blind = await run('study', 'specimens', 'Spring');
  expect(blind.stdout).toContain('R-3  1 of 2 readings');
  expect(blind.stdout).not.toContain('60');
  expect(await run('study', 'results', 'Spring')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Readings are still missing'),
  });

  await readAll('Spring', 'bob', (identifier) => truthOf(identifier) + (identifier === 'R-3' ? 20 : 2));
  const shown = await run('study', 'specimens', 'Spring');
  expect(shown.stdout).toContain('R-3  –  spread 20.0  to be decided');
  expect(shown.stdout).toContain('R-1  13.0 %  spread 2.0  agreed');
  const decided = await run('study', 'decide', 'Spring', 'R-3', '65', '--reason', 'lip on the left');
  expect(decided).toMatchObject({ code: 0, stdout: 'R-3  65.0 %  spread 20.0  decided\n' });
  expect(await run('study', 'decide', 'Spring', 'R-1', '65', '--reason', 'no')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('agree'),
  });

  const text = (await run('study', 'results', 'Spring')).stdout;
  expect(text).toContain('4 specimens, 2 readers, 8 readings');
  expect(text).toMatch(/reader bob +bias 6\.50/);
  expect(text).toContain('1 disputed, 1 of them decided');
  expect(text).toContain('note: few specimens');
  const json = JSON.parse((await run('study', 'results', 'Spring', '--json')).stdout);
  expect(json).toMatchObject({ with_model: null, disputed: 1, people: { readers: ['ann', 'bob'] } });
  expect(await run('study', 'close', 'Spring', '--reason', 'done')).toMatchObject({
    code: 0,
    stdout: 'Spring  once  closed\n',
  });
  expect((await run('study', 'list')).stdout).toBe('Spring  once  closed\n');
});
