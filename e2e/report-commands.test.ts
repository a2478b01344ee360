import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fitTransitionCurve } from '@mlmcsc/charpy';
import { createReportUseCases, formatVerificationCode } from '@mlmcsc/core';
import { createPool, PostgresStore } from '@mlmcsc/platform/postgres';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPdf } from '../test/read-pdf.ts';
import { runMlmcsc } from '../test/run-program.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

let server: TestDatabaseServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let url: string;
let pool: ReturnType<typeof createPool>;

const run = (...args: string[]) =>
  runMlmcsc([...args, '--data-dir', folder.path], { environment: { MLMCSC_DATABASE_URL: url } });

beforeAll(async () => {
  server = await startTestDatabaseServer();
  folder = await temporaryFolder('report-commands');
  url = await server.createDatabase();
  pool = createPool({ url, applicationName: 'test', log: silentLog });
  await run('series', 'create', 'X52 pipe', '--standard', 'ISO 148-1');
  const fields = { energy: { value: 41.5, unit: 'J' }, temperature: { value: -20, unit: 'degC' } };
  const made = await run('specimens', 'create', 'R-1', '--fields', JSON.stringify(fields));
  expect(made.code, made.stderr).toBe(0);
  await pool.query(`update specimens set series_id = (select id from series)`);
});
afterAll(async () => {
  await pool.end();
  await server.stop();
  await folder.remove();
});

/** What the API does for a reviewer whose password was right. @returns the verification code */
async function sign(id: string, digest: string): Promise<string> {
  const reports = createReportUseCases({
    ...{ store: new PostgresStore(pool), clock: systemClock, ids: uuidV7 },
    curves: { fit: async (points, options) => fitTransitionCurve(points, options) },
  });
  const wish = { id, digest, statement: 'Checked and released.', by: 'rita' };
  return (await reports.sign(wish, 'password')).signature!.verificationCode;
}
const make = async (...options: string[]) => {
  const { code, stdout, stderr } = await run('report', 'make', 'X52 pipe', ...options);
  expect(code, stderr).toBe(0);
  const [id = '', place = '', digest = '', state = ''] = stdout.trim().split('  ');
  return { id, place, digest, state };
};

it('makes, shows, lists and verifies reports; a next version supersedes', async () => {
  const first = await make('--curve', 'energy', 'shear');
  expect([first.place, first.state]).toEqual(['1-1', 'draft']);
  const shown = await run('report', 'show', first.id);
  expect(createHash('sha256').update(shown.stdout).digest('hex')).toBe(first.digest);
  expect(JSON.parse(shown.stdout)).toMatchObject({
    ...{ schema: 'mlmcsc.report/1', specimens: [{ identifier: 'R-1', energy_j: 41.5 }] },
    curves: [{ property: 'energy' }, { property: 'shear' }],
  });

  const code = await sign(first.id, first.digest);
  const path = join(folder.path, 'report.json');
  await writeFile(path, shown.stdout);
  const valid = await run('report', 'verify', code.toLowerCase(), '--file', path);
  expect([valid.code, valid.stdout.split('\n')[0]]).toEqual([0, 'signed and valid']);
  await writeFile(path, shown.stdout.replace('41.5', '91.5'));
  const forged = await run('report', 'verify', code, '--file', path);
  expect([forged.code, forged.stdout]).toEqual([1, expect.stringContaining('not the document')]);
  expect((await run('report', 'verify', '0000-0000-0000-0000')).code).toBe(1);

  const out = join(folder.path, 'report.pdf');
  const printed = await run('report', 'pdf', first.id, '--out', out);
  expect([printed.code, printed.stdout.trim()], printed.stderr).toEqual([0, out]);
  const bytes = await readFile(out);
  const { pages } = await readPdf(bytes);
  expect(pages[0]).toContain('R-1');
  for (const page of pages) expect(page).toContain(formatVerificationCode(code));
  await run('report', 'pdf', first.id, '--out', out);
  expect((await readFile(out)).equals(bytes)).toBe(true);

  const second = await make('--supersedes', first.id, '--reason', 'misread');
  expect(second.place).toBe('1-2');
  await sign(second.id, second.digest);
  const old = await run('report', 'verify', code);
  expect([old.code, old.stdout.split('\n')[0]]).toEqual([1, 'signed, but superseded']);
  const given = await make();
  const discarded = await run('report', 'discard', given.id, '--reason', 'entered anew');
  expect(discarded.stdout).toContain('discarded by system');
  const others = await run('report', 'list', '--state', 'discarded');
  expect(others.stdout.trim().split('\n')).toEqual([expect.stringContaining(given.id)]);
  const listed = await run('report', 'list', 'X52 pipe', '--json');
  const reports = listed.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(reports.map(({ report }) => report.version)).toEqual([1, 2, 1]);
  expect(reports[2].superseded_by).toMatchObject({ id: second.id, reason: 'misread' });
});

it('is signed by a reviewer who gives the password once more', async () => {
  const added = await run('user', 'add', 'rita', '--role', 'reviewer');
  const password = /^password\s+(\S+)/m.exec(added.stdout)?.[1] ?? '';
  const right = join(folder.path, 'password');
  const wrong = join(folder.path, 'wrong-password');
  await writeFile(right, `${password}\n`);
  await writeFile(wrong, 'not-the-password\n');
  const draft = await make('--curve', 'energy');
  const as = (file: string, ...more: string[]) =>
    run('report', 'sign', draft.id, '--as', 'Rita', '--password-file', file, ...more);

  expect(await as(wrong)).toMatchObject({ code: 1, stderr: expect.stringContaining('password') });
  const other = await as(right, '--digest', 'a'.repeat(64));
  expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('read it first')]);
  const nobody = await run('report', 'sign', draft.id, '--as', 'eve', '--password-file', right);
  expect([nobody.code, nobody.stderr]).toEqual([1, expect.stringContaining('no active user eve')]);
  await run('user', 'add', 'tom', '--role', 'technician').then(async ({ stdout }) => {
    await writeFile(wrong, /^password\s+(\S+)/m.exec(stdout)?.[1] ?? '');
  });
  const tom = await run('report', 'sign', draft.id, '--as', 'tom', '--password-file', wrong);
  expect([tom.code, tom.stderr]).toEqual([1, expect.stringContaining('needs the role reviewer')]);
  const terminal = await run('report', 'sign', draft.id, '--as', 'rita');
  expect([terminal.code, terminal.stderr]).toEqual([2, expect.stringContaining('--password-file')]);

  const signed = await as(right, '--digest', draft.digest, '--statement', 'Read by me.');
  expect(signed.code, signed.stderr).toBe(0);
  const code = /signed by rita \S+ (\S+)/.exec(signed.stdout)?.[1] ?? '';
  expect((await run('report', 'verify', code)).stdout.split('\n')[0]).toBe('signed and valid');
  expect(await as(right)).toMatchObject({ code: 1, stderr: expect.stringContaining('signed') });
});

it('says what is wrong', async () => {
  const alone = await run('report', 'make', 'X52 pipe', '--reason', 'misread');
  expect([alone.code, alone.stderr]).toEqual([2, expect.stringContaining('belong together')]);
  const nowhere = await run('report', 'make', 'nothing');
  expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining('no series nothing')]);
  const unprinted = await run('report', 'pdf', '0192f0a0-1111-7000-8000-00000000dead');
  expect([unprinted.code, unprinted.stderr]).toEqual([1, expect.stringContaining('no report')]);
  const missing = await run('report', 'show', '0192f0a0-1111-7000-8000-00000000dead');
  expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('no report')]);
});
