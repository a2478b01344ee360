import { readFileSync } from 'node:fs';
import { StartFailure } from './fail.mjs';
import { inRepository } from './repository.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Whether node_modules holds exactly what the lockfile names. Compares contents, not times, so that switching
 * branches does not reinstall; npm writes its hidden lockfile last, so an interrupted install does not count.
 */
export function isInstalled() {
  let wanted;
  let present;
  try {
    wanted = JSON.parse(readFileSync(inRepository('package-lock.json'), 'utf8')).packages;
    present = JSON.parse(readFileSync(inRepository('node_modules', '.package-lock.json'), 'utf8')).packages;
  } catch {
    return false;
  }
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) continue;
    const found = present[path];
    if (found === undefined) {
      if (entry.optional || entry.peer || entry.devOptional) continue;
      return false;
    }
    if (found.version !== entry.version) return false;
  }
  return true;
}

/** Installs the locked packages when they are missing or differ from the lockfile. */
export async function ensureInstalled() {
  if (isInstalled()) return false;
  process.stdout.write('Installing the packages that package-lock.json names (one to three minutes) …\n');
  const startedAt = Date.now();
  const ticker = setInterval(() => {
    process.stdout.write(`  … still installing, ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
  }, 15_000);
  // npm may run on an older Node.js than the product, hence its harmless EBADENGINE warnings: show errors only.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npmProgram = process.env.npm_execpath;
  let result;
  try {
    result = npmProgram?.endsWith('.js')
      ? await runCommand(process.env.npm_node_execpath ?? process.execPath, [npmProgram, ...args])
      : await runCommand(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
  } catch (error) {
    throw new StartFailure(
      `npm could not be started (${error.message}). Install npm and run the same command again.`,
    );
  } finally {
    clearInterval(ticker);
  }
  if (result.code === 130 || result.code === 143)
    throw new StartFailure('Installation was interrupted; run the same command again.');
  if (result.code !== 0) {
    throw new StartFailure(
      `npm ci failed with exit code ${result.code} (its message is above). Usual causes: no connection to the npm registry, ` +
        'a full disk, or a folder that cannot be written. Remedy it and run the same command again.',
    );
  }
  process.stdout.write(`Packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s.\n`);
  return true;
}
