import { runCheck, staticChecks } from './lib/checks.mjs';
import { ensureChromium } from './lib/ensure-chromium.mjs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { ensurePrograms } from './lib/ensure-programs.mjs';
import { ensureWebBuild } from './lib/ensure-web-build.mjs';
import { reportFailure } from './lib/fail.mjs';
import { runVitest } from './lib/run-vitest.mjs';
import { TEST_PARTS } from './lib/test-parts.mjs';

/**
 * `npm test`: installs what is missing, then runs every check and every test; the last line is the sum.
 * With names of parts (`npm test deployment`) runs those alone, without the static checks.
 */
try {
  const startedAt = Date.now();
  const asked = process.argv.slice(2);
  const parts = asked.length === 0 ? TEST_PARTS : asked.map(partOf);
  await ensureInstalled();
  const environment = await prepare(parts);

  const total = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  const unsteady = [];
  let ok = true;
  for (const check of asked.length === 0 ? staticChecks() : []) {
    const passed = await runCheck(check);
    total[passed ? 'passed' : 'failed'] += 1;
    if (!passed) failures.push({ file: 'static checks', test: check.title, reason: 'see above' });
    ok &&= passed;
  }
  await ensureWebBuild();
  for (const { project, secondAttempt } of parts) {
    process.stdout.write(`\n${project} tests\n`);
    const counts = await runVitest(project, { environment, secondAttempt });
    failures.push(...counts.failures);
    unsteady.push(...counts.unsteady);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    ok &&= counts.ok;
  }
  const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1);
  for (const failure of failures) process.stdout.write(`\nfailed: ${inOneLine(failure)}`);
  for (const failure of unsteady)
    process.stdout.write(`\npassed at the second attempt only: ${inOneLine(failure)}`);
  process.stdout.write(`\nChecks and tests together, ${total.skipped} skipped, ${minutes} minutes:\n`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  process.exitCode = ok && total.failed === 0 ? 0 : 1;
} catch (error) {
  reportFailure(error);
}

function partOf(name) {
  const part = TEST_PARTS.find(({ project }) => project === name);
  if (part !== undefined) return part;
  const names = TEST_PARTS.map(({ project }) => project).join(', ');
  throw new Error(`There are no tests named “${name}”; there are ${names}.`);
}

/** Finds or installs what the tests start; what cannot be had is told here and by each test that is skipped for it. */
async function prepare(parts) {
  const chromium = await ensureChromium();
  if (chromium.path === null) process.stdout.write(`Browser tests are skipped: ${chromium.reason}.\n`);
  const programs = [...new Set(parts.flatMap((part) => part.programs))];
  const missing = await ensurePrograms(programs, 'the tests with real services');
  if (missing !== null) process.stdout.write(`Tests with real services are skipped: ${missing}.\n`);
  return {
    ...(chromium.path === null
      ? { TEST_CHROMIUM_MISSING: chromium.reason }
      : { TEST_CHROMIUM: chromium.path }),
    ...(missing === null ? {} : { TEST_SERVICES_MISSING: missing }),
  };
}

function inOneLine({ file, test, reason }) {
  return `${file} > ${test}: ${reason}`;
}
