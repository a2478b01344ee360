import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { repositoryPath } from '../test/repository-path.ts';
import { runMlmcsc, runProgram } from '../test/run-program.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder('failures');
});
afterAll(() => folder.remove());

/** One line on the error stream, no stack, nothing left running. */
function expectOneLine(result: { code: number | null; stderr: string }, ...parts: string[]): void {
  expect(result.code).toBe(1);
  expect(result.stderr.trim().split('\n')).toHaveLength(1);
  for (const part of parts) expect(result.stderr).toContain(part);
}

it('names a port that is in use, and the remedy', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const result = await runMlmcsc(['up', '--port', String(port), '--data-dir', join(folder.path, 'port')]);
  server.close();
  expectOneLine(result, `Port ${port} on 127.0.0.1 is already in use`, '--port');
});

it('names a folder that cannot be written, and the remedy', async () => {
  await writeFile(join(folder.path, 'file'), 'x');
  expectOneLine(
    await runMlmcsc(['up', '--data-dir', join(folder.path, 'file/data')]),
    'a file is in its way',
    '--data-dir',
  );
  // Also root may not write there.
  expectOneLine(
    await runMlmcsc(['up', '--data-dir', '/proc/mlmcsc']),
    '/proc/mlmcsc cannot be written',
    '--data-dir',
  );
});

const isRoot = process.getuid?.() === 0;
it.skipIf(!isRoot)(
  `names a full disk, and the remedy${isRoot ? '' : ' (skipped: only root can mount a small disk)'}`,
  async (context) => {
    const disk = join(folder.path, 'disk');
    await mkdir(disk);
    const mounted = await runProgram('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]);
    if (mounted.code !== 0) return context.skip(`mounting is not allowed here: ${mounted.stderr.trim()}`);
    try {
      expectOneLine(await runMlmcsc(['up', '--data-dir', disk]), 'is full', 'Free some space');
    } finally {
      await runProgram('umount', [disk]);
    }
  },
);

it.each(['8.17.0', '18.20.4', '20.18.3'])('refuses Node.js %s with one line', async (version) => {
  const pretend = join(folder.path, `node-${version}.cjs`);
  await writeFile(pretend, `Object.defineProperty(process.versions, 'node', { value: '${version}' });\n`);
  const result = await runProgram(process.execPath, [
    ...['-r', pretend, '-r', repositoryPath('scripts/check-node.cjs')],
    repositoryPath('scripts/start.mjs'),
  ]);
  expectOneLine(result, 'needs Node.js 20.19 or newer', `this is ${version}`, 'https://nodejs.org');
});
