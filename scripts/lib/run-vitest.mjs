import { readFile, rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { environmentWithLocalPrograms, findNode24 } from './node-24.mjs';
import { inRepository, repositoryRoot } from './repository.mjs';
import { runCommand } from './run-command.mjs';
import { countTests, failuresOf, withSecondAttempt } from './vitest-report.mjs';

/** More files than this that fail are not an accident of timing; they are not run again. */
const FILES_AT_MOST_AGAIN = 3;

/**
 * Runs one Vitest project. Tests of real processes can be overtaken by a busy machine: where `secondAttempt` is set, up to three files that failed
 * run once more, by themselves; a test that passes only then is not hidden but told as `unsteady`.
 * @param {string} project name in vitest.config.ts
 * @param {{environment?: NodeJS.ProcessEnv, secondAttempt?: boolean}} options
 * @returns {Promise<{passed: number, failed: number, skipped: number, ok: boolean,
 *   failures: import('./vitest-report.mjs').Failure[], unsteady: import('./vitest-report.mjs').Failure[]}>}
 */
export async function runVitest(project, { environment = {}, secondAttempt = false } = {}) {
  const first = await attempt(project, [], environment);
  const failedFiles = [...new Set(failuresOf(first.files).map(({ file }) => file))];
  const again = secondAttempt && failedFiles.length > 0 && failedFiles.length <= FILES_AT_MOST_AGAIN;
  if (!again) return { ...summary(first.files, first.code === 0), unsteady: [] };

  process.stdout.write(`\n${project} tests, second attempt of ${failedFiles.map(inWords).join(', ')}\n`);
  const second = await attempt(`${project}`, failedFiles, environment);
  const result = summary(withSecondAttempt(first.files, second.files), second.code === 0);
  const still = new Set(result.failures.map(key));
  return {
    ...result,
    unsteady: failuresOf(first.files)
      .map(inRepositoryWords)
      .filter((failure) => !still.has(key(failure))),
  };
}

async function attempt(project, files, environment) {
  const report = inRepository('test-results', `${project}${files.length > 0 ? '-again' : ''}.json`);
  await rm(report, { force: true });
  const { code } = await runCommand(
    findNode24(),
    [
      inRepository('node_modules', 'vitest', 'vitest.mjs'),
      ...['run', '--project', project, '--passWithNoTests'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ...files,
    ],
    { environment: environmentWithLocalPrograms(environment) },
  );
  const results = await readFile(report, 'utf8').then(
    (text) => JSON.parse(text).testResults,
    () => [],
  );
  return { code, files: results };
}

function summary(files, ok) {
  const counts = countTests(files);
  const failures = failuresOf(files).map(inRepositoryWords);
  if (!ok && counts.failed === 0) {
    counts.failed = 1;
    failures.push({
      file: '(no file)',
      test: 'the run itself',
      reason: 'Vitest ended with an error outside the tests',
    });
  }
  return { ...counts, ok: ok && counts.failed === 0, failures };
}

const key = ({ file, test }) => `${file} > ${test}`;
const inWords = (path) => relative(repositoryRoot, path);
const inRepositoryWords = (failure) => ({ ...failure, file: inWords(failure.file) });
