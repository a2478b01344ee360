import { readlinkSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/** Background work on this scale of -20 (first) to 19 (last). */
const BACKGROUND = 10;

/**
 * Lets the calling thread run behind the other threads of the process, so that a saturated machine still answers requests. Linux
 * gives every thread a priority of its own; elsewhere nothing happens.
 */
export function lowerThreadPriority(): void {
  if (process.platform !== 'linux') return;
  // `<process>/task/<thread>`; a container may hide it, and then all threads stay alike.
  const thread = Number(tryReadLink('/proc/thread-self')?.split('/').at(-1));
  if (Number.isInteger(thread) && thread > 0) setPriority(thread, Math.max(getPriority(thread), BACKGROUND));
}

function tryReadLink(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
