import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { runCommand } from './run-command.mjs';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const findChromium = () => process.env.TEST_CHROMIUM ?? CANDIDATES.find((path) => existsSync(path));

async function isDebianFamily() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(await readFile('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/**
 * Finds the browser for the tests, installing Debian's package where that is possible.
 * @returns {Promise<{path: string} | {path: null, reason: string}>} the reason names the remedy
 */
export async function ensureChromium() {
  const present = findChromium();
  if (present !== undefined) return { path: present };
  const remedy = 'install Chromium (Debian: apt-get install chromium) or set TEST_CHROMIUM to its path';
  if (process.getuid?.() !== 0)
    return { path: null, reason: `no Chromium found and not running as root; ${remedy}` };
  if (!(await isDebianFamily()))
    return { path: null, reason: `no Chromium found and this is not Debian; ${remedy}` };

  process.stdout.write('Installing Chromium for the browser tests (apt-get) …\n');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
  ]) {
    const { code, output } = await runCommand('apt-get', args, { environment, capture: true }).catch(
      (error) => ({
        code: 1,
        output: error.message,
      }),
    );
    if (code !== 0) {
      const lastLine = output.trim().split('\n').at(-1);
      return { path: null, reason: `apt-get ${args[0]} failed (${lastLine}); ${remedy}` };
    }
  }
  const installed = findChromium();
  return installed === undefined
    ? { path: null, reason: `apt-get installed no Chromium; ${remedy}` }
    : { path: installed };
}
