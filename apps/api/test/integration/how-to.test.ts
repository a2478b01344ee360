import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { repositoryPath } from '../../../../test/repository-path.ts';
import { runProgram } from '../../../../test/run-program.ts';
import { PASSWORD, startTestApi, type TestApi } from './support/start-test-api.ts';
import { jpegOf } from './support/test-pictures.ts';

const missing = ['curl', 'jq', 'base64'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);
if (missing.length > 0) console.warn(`docs/how-to/use-the-api.md is not run: ${missing.join(', ')} missing`);

let api: TestApi;
let folder: string;
beforeAll(async () => {
  api = await startTestApi();
  await api.installModel('1.0.0');
  folder = await mkdtemp(join(tmpdir(), 'mlmcsc-how-to-'));
  await writeFile(join(folder, 'face.jpg'), await jpegOf('face', 61));
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

it.skipIf(missing.length > 0)('the commands of docs/how-to/use-the-api.md do what they say', async () => {
  const page = await readFile(repositoryPath('docs/how-to/use-the-api.md'), 'utf8');
  const blocks = [...page.matchAll(/^```bash\n(.*?)^```$/gms)].map(([, block]) => block);
  expect(blocks.length).toBeGreaterThan(8);
  const script = join(folder, 'commands.sh');
  await writeFile(script, ['set -euo pipefail', ...blocks].join('\n'));
  const { code, stdout, stderr } = await runProgram('bash', [script], {
    folder,
    environment: { MLMCSC_URL: api.url, MLMCSC_USER: 'technician', MLMCSC_PASSWORD: PASSWORD },
  });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^technician$/m);
  expect(stdout).toMatch(/"shear_percent": \d/);
  const labels = stdout.match(/^label .*$/gm) ?? [];
  expect(labels).toHaveLength(2);
  expect(new Set(labels).size).toBe(1);
  expect(stdout).toMatch(/^event: job\.changed$/m);
  expect(stdout).toMatch(/^H4711-03 \d/m);
  expect(stdout).toMatch(/^304$/m);
  expect(stdout).toMatch(/"code": "invalid-request",\s+"request_id": "press-2\.000017"/);
  expect(stdout).toMatch(/^\["status","ok"\]$/m);
});
