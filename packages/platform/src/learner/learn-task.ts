import type { MessagePort } from 'node:worker_threads';

/** One computation for a thread. */
export interface LearnTask {
  readonly name: string;
  readonly input: unknown;
  /** Four bytes that both sides see: anything but 0 asks the thread to end. */
  readonly flag: SharedArrayBuffer;
  /** Takes shares from 0 to 1. */
  readonly progress: MessagePort;
  readonly tellEveryMs: number;
}

export type LearnTaskResult =
  | { readonly outcome: 'done'; readonly value: unknown }
  | { readonly outcome: 'cancelled' };
