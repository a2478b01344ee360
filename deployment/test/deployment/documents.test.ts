import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { repositoryPath } from '../../../test/repository-path.ts';
import { runProgram } from '../../../test/run-program.ts';

const FOLDER = 'deployment/docs';
const BLOCK = /^```bash( cluster)?\n([\s\S]*?)^```(?:\n\n```text\n([\s\S]*?)^```)?/gm;

interface Block {
  readonly page: string;
  readonly needsCluster: boolean;
  readonly script: string;
  readonly expected: string | undefined;
}

/** Pages that this test keeps: those of releases. Others have tests of their own. */
const PAGES = [
  'deployment-guide.md',
  'upgrade-and-rollback.md',
  'scaling-and-capacity.md',
  'hardening.md',
  'troubleshooting.md',
];

const blocks: Block[] = [];
for (const page of PAGES) {
  const text = await readFile(repositoryPath(FOLDER, page), 'utf8');
  for (const [, cluster, script = '', expected] of text.matchAll(BLOCK))
    blocks.push({ page, needsCluster: cluster !== undefined, script, expected });
}

describe('commands in the pages about releases', () => {
  it.each(blocks.filter(({ needsCluster }) => !needsCluster))('run as $page says: $script', async (block) => {
    const { code, stdout, stderr } = await runProgram('bash', ['-euo', 'pipefail', '-c', block.script]);
    expect(code, stderr).toBe(0);
    if (block.expected !== undefined) expect(stdout).toBe(block.expected);
  });

  it('those that need a cluster name scripts that exist, with options that they have', async () => {
    const used = blocks.flatMap(({ script }) =>
      [...script.matchAll(/^(deployment\/[\w/-]+\.sh)(.*)$/gm)].map(([, path = '', rest = '']) => ({
        path,
        options: rest.match(/ --[\w-]+/g)?.map((option) => option.trim()) ?? [],
      })),
    );
    expect(used.length).toBeGreaterThan(10);
    for (const { path, options } of used.filter(({ path }) => !path.endsWith('build-images.sh'))) {
      expect(existsSync(repositoryPath(path)), path).toBe(true);
      const { stdout } = await runProgram('bash', [repositoryPath(path), '--help']);
      for (const option of options) expect(stdout, path).toContain(option);
    }
  });
});

it('the threat model names tests and controls that exist', async () => {
  const text = await readFile(repositoryPath(FOLDER, 'threat-model.md'), 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| flow'));
  expect(rows.length).toBeGreaterThan(15);
  for (const row of rows) {
    const files = [...(row.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
    expect(files.length, row).toBeGreaterThan(0);
    for (const path of files) expect(existsSync(repositoryPath(path)), path).toBe(true);
  }
  for (const letter of 'STRIDE') expect(text).toContain(`**${letter}**`);
});

it('every page of the folder is reached from the guide or from the runbooks', async () => {
  const guide = await readFile(repositoryPath(FOLDER, 'deployment-guide.md'), 'utf8');
  for (const page of PAGES.slice(1)) expect(guide).toContain(`(${page})`);
  expect(await readdir(repositoryPath(FOLDER))).toEqual(expect.arrayContaining(PAGES));
});
