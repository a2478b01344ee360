import { existsSync } from 'node:fs';
import { installDebianPackages } from './ensure-debian-packages.mjs';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const findChromium = () => process.env.TEST_CHROMIUM ?? CANDIDATES.find((path) => existsSync(path));

/**
 * Finds the browser for the tests, installing Debian's package where that is possible.
 * @returns {Promise<{path: string} | {path: null, reason: string}>} the reason names the remedy
 */
export async function ensureChromium() {
  const present = findChromium();
  if (present !== undefined) return { path: present };
  const remedy = 'install Chromium (Debian: apt-get install chromium) or set TEST_CHROMIUM to its path';
  process.stdout.write('Installing Chromium for the browser tests (apt-get) …\n');
  const failure = await installDebianPackages(['chromium', 'fonts-dejavu-core']);
  if (failure !== null) return { path: null, reason: `no Chromium found and ${failure}; ${remedy}` };
  const installed = findChromium();
  return installed === undefined
    ? { path: null, reason: `apt-get installed no Chromium; ${remedy}` }
    : { path: installed };
}
