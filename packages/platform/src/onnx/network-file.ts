import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { NotFound } from '@mlmcsc/core';

/** A network's file in shared memory: threads open it without copies of their own. */
export interface NetworkFile {
  readonly path: string;
  /** SHA-256, 64 lower-case hexadecimal digits: the network's name wherever one is stored. */
  readonly digest: string;
  readonly bytes: Uint8Array<SharedArrayBuffer>;
}

/** Reads a network's file; nothing in it is looked at.
 * @throws NotFound `network-file-missing` when it does not exist or cannot be read */
export async function readNetworkFile(path: string): Promise<NetworkFile> {
  const file = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === 'ENOENT' ? 'does not exist' : `cannot be read (${cause.code})`;
    throw new NotFound('network-file-missing', `The network ${path} ${reason}.`, { cause });
  });
  const bytes = new Uint8Array(new SharedArrayBuffer(file.byteLength));
  bytes.set(file);
  return { path, digest: createHash('sha256').update(file).digest('hex'), bytes };
}
