import { Unavailable } from '@mlmcsc/core';
import type { FastifyRequest } from 'fastify';

/** Bounds the memory of uploads: each reserves what it announces (or the most it may send) before a byte is read. */
export class UploadMemory {
  readonly #capacityBytes: number;
  #heldBytes = 0;

  constructor(capacityBytes: number) {
    this.#capacityBytes = capacityBytes;
  }

  /** Runs `work` while its share is reserved. @throws Unavailable `upload-busy` */
  async hold<T>(
    request: Pick<FastifyRequest, 'headers'>,
    mostBytes: number,
    work: () => Promise<T>,
  ): Promise<T> {
    const announced = Number(request.headers['content-length'] ?? mostBytes);
    return this.holdBytes(Math.min(Number.isFinite(announced) ? announced : mostBytes, mostBytes), work);
  }

  /** The same for a share that is known. @throws Unavailable `upload-busy` */
  async holdBytes<T>(share: number, work: () => Promise<T>): Promise<T> {
    // One upload always fits, whatever the capacity.
    if (this.#heldBytes > 0 && this.#heldBytes + share > this.#capacityBytes) {
      throw new Unavailable('upload-busy', 'Too many uploads are under way.');
    }
    this.#heldBytes += share;
    try {
      return await work();
    } finally {
      this.#heldBytes -= share;
    }
  }
}
