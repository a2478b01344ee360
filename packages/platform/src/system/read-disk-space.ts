import { statfs } from 'node:fs/promises';
import type { DiskSpace } from '@mlmcsc/core';

/** What is free for this process, and how large the disk of a folder is. @throws Error of the file system */
export async function readDiskSpace(folder: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}
