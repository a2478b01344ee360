import { rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Logger, Store } from '@mlmcsc/core';

const intervalMs = 5_000;

/** Rewrites a file every few seconds while the database answers, for probes that look at its age.
 * @param path - null: no file
 * @returns stops, and removes the file
 */
export function keepHealthFile(path: string | null, store: Pick<Store, 'check'>, log: Logger): () => void {
  if (path === null) return () => {};
  const write = async () => {
    try {
      await store.check();
      await writeFile(path, `${new Date().toISOString()}\n`);
    } catch (error) {
      log.warn({ reason: String(error) }, 'the health file was not written');
    }
  };
  void write();
  const timer = setInterval(() => void write(), intervalMs);
  return () => {
    clearInterval(timer);
    rmSync(path, { force: true });
  };
}
