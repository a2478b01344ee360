import { Unavailable } from '@mlmcsc/core';

/** Lets so many run at once and so many wait, first come first served; bounds what they hold in memory. */
export class SlotQueue {
  readonly #longestQueue: number;
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(slots: number, longestQueue: number) {
    this.#free = Math.max(1, slots);
    this.#longestQueue = longestQueue;
  }

  /** @throws Unavailable `images-busy` when the queue is full */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }

  async #wait(): Promise<void> {
    if (this.#waiting.length >= this.#longestQueue) {
      throw new Unavailable('images-busy', 'Too many pictures are being decoded; try again in a moment.');
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
