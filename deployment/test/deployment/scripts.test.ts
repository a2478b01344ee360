import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { repositoryPath } from '../../../test/repository-path.ts';

const BATS = '/usr/bin/bats';
const JQ = '/usr/bin/jq';
const missing = [BATS, JQ].filter((path) => !existsSync(path)).join(', ');
const title = `the scripts of the deployment, with recording kubectl, helm, curl and aws${missing === '' ? '' : ` (skipped: there is no ${missing}; npm test installs it)`}`;

describe.skipIf(missing !== '')(title, () => {
  it.each(['deploy', 'blue-green', 'other-scripts', 'ci-cd', 'recovery'])('%s.bats', async (name) => {
    const file = repositoryPath(`deployment/test/deployment/scripts/${name}.bats`);
    const { code, stdout } = await promisify(execFile)(BATS, ['--formatter', 'tap', file], {
      // What the machine of the tests is set to must not reach the scripts.
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8' },
    }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
    );
    expect(stdout).toMatch(/^ok 1 /m);
    expect(code, stdout).toBe(0);
  });
});
