import { describe, expect, it } from 'vitest';
import { countTests, failuresOf, withSecondAttempt } from './vitest-report.mjs';

const passed = (fullName) => ({ status: 'passed', fullName, failureMessages: [] });
const failed = (fullName, ...failureMessages) => ({ status: 'failed', fullName, failureMessages });
const file = (name, ...assertionResults) => ({
  name,
  status: assertionResults.some(({ status }) => status === 'failed') ? 'failed' : 'passed',
  assertionResults,
});

describe('reports of Vitest', () => {
  it('are counted, a file that does not load as one failure', () => {
    const unloaded = {
      name: 'c.test.ts',
      status: 'failed',
      message: 'no such module\n  at x',
      assertionResults: [],
    };
    const files = [
      file('a.test.ts', passed('one'), failed('two', 'expected 3 to be 4\n  at y'), {
        status: 'skipped',
        fullName: 'z',
      }),
      file('b.test.ts', passed('three')),
      unloaded,
    ];
    expect(countTests(files)).toEqual({ passed: 2, failed: 2, skipped: 1 });
    expect(failuresOf(files)).toEqual([
      { file: 'a.test.ts', test: 'two', reason: 'expected 3 to be 4' },
      { file: 'c.test.ts', test: '(the file itself)', reason: 'no such module' },
    ]);
  });

  it('let a second attempt of a file stand for the whole file', () => {
    const first = [
      file('a.test.ts', failed('one', 'late'), passed('two')),
      file('b.test.ts', failed('three', 'no')),
    ];
    const second = [file('a.test.ts', passed('one'), passed('two'))];
    expect(countTests(withSecondAttempt(first, second))).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });
});
