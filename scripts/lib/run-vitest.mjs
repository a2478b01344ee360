import { readFile, rm } from 'node:fs/promises';
import { environmentWithLocalPrograms, findNode24 } from './node-24.mjs';
import { inRepository } from './repository.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Runs one Vitest project and counts its tests from the JSON report.
 * @param {string} project name in vitest.config.ts
 * @returns {Promise<{passed: number, failed: number, skipped: number, ok: boolean}>} a file that fails to load counts as one failed
 */
export async function runVitest(project, environment = {}) {
  const report = inRepository('test-results', `${project}.json`);
  await rm(report, { force: true });
  const { code } = await runCommand(
    findNode24(),
    [
      inRepository('node_modules', 'vitest', 'vitest.mjs'),
      ...['run', '--project', project, '--passWithNoTests'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { environment: environmentWithLocalPrograms(environment) },
  );
  const counts = await readFile(report, 'utf8').then(
    (text) => countTests(JSON.parse(text)),
    () => ({ passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 }),
  );
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return { ...counts, ok: code === 0 };
}

/** @param {{numPassedTests: number, numFailedTests: number, numPendingTests: number, testResults: {status: string, assertionResults: {status: string}[]}[]}} report */
export function countTests(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests,
  };
}
