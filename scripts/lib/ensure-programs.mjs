import { existsSync } from 'node:fs';
import { installDebianPackages } from './ensure-debian-packages.mjs';

/**
 * @typedef {{program: string, packages: string[]}} Program a program that tests start, and the Debian packages that bring it
 */

/**
 * Finds programs that tests start, installing Debian's packages where that is possible.
 * @param {Program[]} programs
 * @param {string} purpose what they are for, in words
 * @returns {Promise<string | null>} why tests that need them are skipped, or null when all are there
 */
export async function ensurePrograms(programs, purpose) {
  const missing = programs.filter(({ program }) => !existsSync(program));
  if (missing.length === 0) return null;
  const packages = missing.flatMap((one) => one.packages);
  process.stdout.write(`Installing ${packages.join(' ')} for ${purpose} (apt-get) …\n`);
  const failure = await installDebianPackages(packages);
  if (failure !== null) {
    const names = missing.map(({ program }) => program).join(', ');
    return `${names} not found and ${failure}; on Debian: apt-get install ${packages.join(' ')}`;
  }
  return null;
}
