import { mkdir, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CommandFailure } from '../console/command-failure.ts';

/** A fresh database, its log and the demonstration series take about this much. */
const LEAST_FREE_BYTES = 200_000_000;

/** Makes the data folder when it is missing and proves that it can be written and has room.
 * @param folder - absolute path
 * @throws CommandFailure naming the folder and the remedy
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  try {
    await makeFolders(folder);
    const probe = join(folder, `.write-probe-${process.pid}`);
    await writeFile(probe, Buffer.alloc(65_536), { flush: true });
    await rm(probe);
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, folder);
  }
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < LEAST_FREE_BYTES) throw diskFull(folder, free);
}

/** Like `mkdir -p`, which in Node.js never returns where the system answers ENOENT below an existing folder (as /proc does). */
async function makeFolders(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) await makeFolders(parent);
  await mkdir(folder, { mode: 0o750 });
}

/** @throws ENOTDIR for something else, or for a path below a file */
async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (found !== null && !found.isDirectory())
    throw Object.assign(new Error(`${path} is a file`), { code: 'ENOTDIR' });
  return found !== null;
}

const diskFull = (folder: string, free: number) =>
  new CommandFailure(
    `The disk of ${folder} is full (${Math.floor(free / 1_000_000)} MB free, at least ${LEAST_FREE_BYTES / 1_000_000} needed). ` +
      'Free some space, or choose another folder with --data-dir.',
  );

function explain(error: NodeJS.ErrnoException, folder: string): Error {
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(folder, 0);
    case 'ENOTDIR':
    case 'EEXIST':
      return new CommandFailure(
        `The data folder ${folder} cannot be made, because a file is in its way. Choose another folder with --data-dir.`,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
      return new CommandFailure(
        `The data folder ${folder} cannot be written. Give this user the right to write there, or choose another folder with --data-dir.`,
      );
    default:
      return error;
  }
}
