import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder; `remove` deletes it with everything in it. */
export async function temporaryFolder(name: string): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await realpath(await mkdtemp(join(tmpdir(), `mlmcsc-${name}-`)));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) };
}
