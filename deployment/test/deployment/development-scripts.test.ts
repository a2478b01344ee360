import { describe, expect, it } from 'vitest';
import { repositoryPath } from '../../../test/repository-path.ts';
import { runProgram } from '../../../test/run-program.ts';

describe('dev-up.sh and dev-down.sh', () => {
  const run = (name: string, ...args: string[]) =>
    runProgram('bash', [repositoryPath('deployment/scripts', name), ...args]);

  it('explain themselves', async () => {
    for (const name of ['dev-up.sh', 'dev-down.sh']) {
      const { code, stdout } = await run(name, '--help');
      expect(code).toBe(0);
      expect(stdout).toContain('--dry-run');
    }
  });

  it('say what they would do, and do nothing', async () => {
    const up = await run('dev-up.sh', '--dry-run', '--tag', 'v7');
    expect(up.code, up.stderr).toBe(0);
    expect(up.stderr).toMatch(/would run: .*build-images\.sh --tag v7/);
    expect(up.stderr).toMatch(/would run: .*docker\/compose\.yml up --detach/);
    const down = await run('dev-down.sh', '--dry-run', '--delete-data');
    expect(down.code, down.stderr).toBe(0);
    expect(down.stderr).toMatch(/would run: .* down --remove-orphans --volumes/);
  });

  it.each([
    ['dev-up.sh', '--tag', 'latest'],
    ['dev-up.sh', '--fast'],
    ['dev-up.sh', '--timeout', 'soon'],
    ['dev-down.sh', 'everything'],
  ])('refuse what they do not know: %s %s %s', async (name, ...args) => {
    const { code, stderr } = await run(name, '--dry-run', ...args.filter((arg) => arg !== undefined));
    expect(code).toBe(2);
    expect(stderr).toContain('see --help');
  });
});
