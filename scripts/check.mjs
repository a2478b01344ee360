import { runCheck, staticChecks } from './lib/checks.mjs';
import { reportFailure, StartFailure } from './lib/fail.mjs';
import { runVitest } from './lib/run-vitest.mjs';

/** `npm run check [name…]`: everything that needs no running service, or only the checks that are named. */
try {
  const wanted = process.argv.slice(2);
  const checks = [
    ...staticChecks().map((check) => ({ name: check.name, run: () => runCheck(check) })),
    { name: 'unit', run: async () => (await runVitest('unit')).ok },
  ];
  const unknown = wanted.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    const known = checks.map((check) => check.name).join(', ');
    throw new StartFailure(`There is no check "${unknown.join('", "')}". Choose from: ${known}.`);
  }
  let ok = true;
  for (const check of checks) {
    if (wanted.length === 0 || wanted.includes(check.name)) ok = (await check.run()) && ok;
  }
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  reportFailure(error);
}
