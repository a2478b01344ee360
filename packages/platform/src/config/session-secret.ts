import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { translateFileError } from '../files/translate-file-error.ts';
import type { Config } from './parse-config.ts';

/** The configured secret, or one that is made at the first start and kept in the data folder, readable by its owner only.
 * Processes that start together agree on one.
 * @throws Unavailable `data-folder-unwritable | disk-full`
 */
export async function sessionSecretOf({
  sessionSecret,
  dataDir,
}: Pick<Config, 'sessionSecret' | 'dataDir'>): Promise<string> {
  if (sessionSecret !== null) return sessionSecret;
  const path = join(dataDir, 'session-secret');
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    const kept = await readSecret(path);
    if (kept !== null) return kept;
    await mkdir(dataDir, { recursive: true });
    await writeFile(temporary, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
    // A link, unlike a renaming, never replaces the secret of somebody who was faster.
    await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    return (await readSecret(path))!;
  } catch (error) {
    throw translateFileError(error, dataDir, 'secrets');
  } finally {
    await rm(temporary, { force: true }).catch(() => {});
  }
}

async function readSecret(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.trim() === '' ? null : text.trim();
}
