import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { runMlmcsc } from '../test/run-program.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

/** What a laboratory does with a specimen, on the command line alone. */
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let product: Product;

const fileOf = (name: string) => join(folder.path, name);
const run = (...args: string[]) => runMlmcsc([...args, '--data-dir', fileOf('data')]);

async function addReader(username: string): Promise<readonly string[]> {
  const { stdout } = await run('user', 'add', username, '--role', 'technician');
  const file = fileOf(`password-of-${username}`);
  await writeFile(file, /^password\s+(\S+)/m.exec(stdout)?.[1] ?? '');
  return ['--as', username, '--password-file', file];
}

beforeAll(async () => {
  folder = await temporaryFolder('laboratory-commands');
  product = await startProduct({ dataDir: fileOf('data') });
});
afterAll(async () => {
  await product?.stop();
  await folder.remove();
});

it('photographs a specimen, has it read blind, and learns', async () => {
  const { jpeg } = await renderSpecimenPicture(11);
  await writeFile(fileOf('face.jpg'), jpeg);
  const unknown = await run('specimens', 'photograph', 'C-1', fileOf('face.jpg'));
  expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('no specimen C-1')]);
  await run('specimens', 'create', 'C-1');
  const taken = await run('specimens', 'photograph', 'C-1', fileOf('face.jpg'), '--half', '2', '--json');
  expect(taken.code, taken.stderr).toBe(0);
  const measured = JSON.parse(taken.stdout);
  expect(measured).toMatchObject({ specimen: 'C-1', status: 'ok', shear_percent: expect.any(Number) });
  expect(JSON.parse((await run('specimens', 'show', 'C-1')).stdout)).toMatchObject({
    pictures: [{ half: 2, image_id: measured.image_id }],
  });
  // The same picture again is the same picture, and the same answer.
  const again = await run('specimens', 'photograph', 'C-1', fileOf('face.jpg'), '--half', '2', '--json');
  expect(JSON.parse(again.stdout)).toEqual(measured);

  const [ann, bob] = [await addReader('ann'), await addReader('bob')];
  await run('study', 'create', 'Blind', '--readers', 'ann', 'bob', '--specimens', 'C-1');
  const next = await run('study', 'next', 'Blind', ...ann, '--out', fileOf('next.jpg'));
  expect(next.stdout, next.stderr).toContain('0 of 1 read');
  expect(next.stdout).not.toContain('C-1');
  expect(digestOf(await readFile(fileOf('next.jpg')))).toBe(digestOf(jpeg));
  expect((await run('study', 'read', 'Blind', '61', ...ann)).stdout).toBe('1 of 1 read\n');
  const twice = await run('study', 'read', 'Blind', '62', ...ann);
  expect([twice.code, twice.stderr]).toEqual([1, expect.stringContaining('nothing left to read')]);
  expect((await run('study', 'read', 'Blind', '65', ...bob)).code).toBe(0);
  expect((await run('study', 'specimens', 'Blind')).stdout).toContain('C-1  63.0 %  spread 4.0  agreed');

  const retrained = await run('model', 'retrain', '--wait');
  expect(retrained.stdout, retrained.stderr).toContain('completed');
  expect(retrained.code).toBe(0);
});

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
