import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { repositoryPath } from '../../../test/repository-path.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';

const advisory = (id: string, severity: string) => ({
  name: 'left-pad',
  severity,
  title: 'pads too far',
  url: `https://github.com/advisories/${id}`,
});

/** Judges these advisories as on 2030-06-01. */
async function judge(
  advisories: readonly ReturnType<typeof advisory>[],
  exceptions: readonly { readonly advisory: string; readonly until: string; readonly reason: string }[],
) {
  const folder = await temporaryFolder('audit');
  const report = join(folder.path, 'report.json');
  const excuses = join(folder.path, 'exceptions.json');
  await writeFile(
    report,
    JSON.stringify({ vulnerabilities: { 'left-pad': { via: advisories }, other: { via: ['left-pad'] } } }),
  );
  await writeFile(excuses, JSON.stringify({ exceptions }));
  const result = await promisify(execFile)(process.execPath, [
    repositoryPath('deployment/ci-cd/judge-audit.mjs'),
    report,
    excuses,
    '2030-06-01',
  ]).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  );
  await folder.remove();
  return result;
}

it('a grave advisory shuts the gate, a moderate one does not', async () => {
  expect(await judge([advisory('GHSA-1', 'high')], [])).toMatchObject({ code: 1 });
  expect(await judge([advisory('GHSA-1', 'moderate')], [])).toMatchObject({ code: 0 });
});

it('an excuse holds until its day, and one that nothing needs is told', async () => {
  const excuse = { advisory: 'GHSA-1', until: '2030-06-01', reason: 'the function is never called' };
  expect(await judge([advisory('GHSA-1', 'critical')], [excuse])).toMatchObject({ code: 0 });
  const late = await judge([advisory('GHSA-1', 'critical')], [{ ...excuse, until: '2030-05-31' }]);
  expect(late.code).toBe(1);
  expect(late.stdout).toContain('its exception ended on 2030-05-31');
  expect((await judge([], [excuse])).stdout).toContain('not needed any more: the exception of GHSA-1');
});
