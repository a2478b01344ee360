import { runCheck, staticChecks } from './lib/checks.mjs';
import { ensureChromium } from './lib/ensure-chromium.mjs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { ensureServices } from './lib/ensure-services.mjs';
import { ensureWebBuild } from './lib/ensure-web-build.mjs';
import { reportFailure } from './lib/fail.mjs';
import { runVitest } from './lib/run-vitest.mjs';

/** `npm test`: installs what is missing, then runs every check and every test; the last line is the sum. */
try {
  const startedAt = Date.now();
  await ensureInstalled();
  const chromium = await ensureChromium();
  if (chromium.path === null) process.stdout.write(`Browser tests are skipped: ${chromium.reason}.\n`);
  const servicesMissing = await ensureServices();
  if (servicesMissing !== null) {
    process.stdout.write(`Tests with real services are skipped: ${servicesMissing}.\n`);
  }

  const total = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  const unsteady = [];
  let ok = true;
  for (const check of staticChecks()) {
    const passed = await runCheck(check);
    total[passed ? 'passed' : 'failed'] += 1;
    if (!passed) failures.push({ file: 'static checks', test: check.title, reason: 'see above' });
    ok &&= passed;
  }
  await ensureWebBuild();
  const environment = {
    ...(chromium.path === null
      ? { TEST_CHROMIUM_MISSING: chromium.reason }
      : { TEST_CHROMIUM: chromium.path }),
    ...(servicesMissing === null ? {} : { TEST_SERVICES_MISSING: servicesMissing }),
  };
  for (const project of ['unit', 'integration', 'e2e']) {
    process.stdout.write(`\n${project} tests\n`);
    const counts = await runVitest(project, { environment, secondAttempt: project !== 'unit' });
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

function inOneLine({ file, test, reason }) {
  return `${file} > ${test}: ${reason}`;
}
