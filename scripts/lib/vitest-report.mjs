/**
 * Reads the JSON reports of Vitest (the format of Jest).
 * @typedef {{status: string, fullName: string, failureMessages?: string[]}} TestResult
 * @typedef {{name: string, status: string, message?: string, assertionResults: TestResult[]}} FileResult
 * @typedef {{file: string, test: string, reason: string}} Failure
 */

/**
 * @param {FileResult[]} files
 * @returns {{passed: number, failed: number, skipped: number}} a file that fails to load counts as one failed
 */
export function countTests(files) {
  const statuses = files.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const passed = statuses.filter((status) => status === 'passed').length;
  const failed = failuresOf(files).length;
  return { passed, failed, skipped: statuses.filter((s) => s !== 'passed' && s !== 'failed').length };
}

/**
 * @param {FileResult[]} files
 * @returns {Failure[]} the first line of each reason
 */
export function failuresOf(files) {
  return files.flatMap((file) => {
    const tests = file.assertionResults.filter(({ status }) => status === 'failed');
    if (tests.length === 0 && file.status === 'failed') {
      return [{ file: file.name, test: '(the file itself)', reason: firstLine(file.message) }];
    }
    return tests.map(({ fullName, failureMessages }) => ({
      file: file.name,
      test: fullName,
      reason: firstLine(failureMessages?.[0]),
    }));
  });
}

/**
 * The results of files that ran again take the place of their first ones.
 * @param {FileResult[]} first
 * @param {FileResult[]} second
 */
export function withSecondAttempt(first, second) {
  const again = new Map(second.map((file) => [file.name, file]));
  return first.map((file) => again.get(file.name) ?? file);
}

function firstLine(text = '') {
  return text.split('\n', 1)[0].trim();
}
