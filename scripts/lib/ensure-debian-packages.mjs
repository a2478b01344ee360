import { readFile } from 'node:fs/promises';
import { runCommand } from './run-command.mjs';

async function isDebianFamily() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(await readFile('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/**
 * Installs Debian packages, where this user on this system may.
 * @param {string[]} packages names as apt-get knows them
 * @returns {Promise<string | null>} why they could not be installed, or null
 */
export async function installDebianPackages(packages) {
  if (process.getuid?.() !== 0) return 'not running as root';
  if (!(await isDebianFamily())) return 'this is not Debian';
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const { code, output } = await runCommand('apt-get', args, { environment, capture: true }).catch(
      (error) => ({ code: 1, output: error.message }),
    );
    if (code !== 0) return `apt-get ${args[0]} failed (${output.trim().split('\n').at(-1)})`;
  }
  return null;
}
