import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** Whether a process runs (a zombie does not). */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const state = (await statusFields(pid))?.[0];
  return state !== 'Z' && state !== 'X';
}

/** A text that tells this process from a later one with the same number; null when the system does not say. */
export async function startMark(pid: number): Promise<string | null> {
  return (await statusFields(pid))?.[19] ?? null;
}

/** The fields of /proc/<pid>/stat after the name, from the state on (Linux only). */
async function statusFields(pid: number): Promise<readonly string[] | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** Waits until the process is gone; false when it still runs after the time. */
export async function waitForExit(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (await isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await delay(20);
  }
  return true;
}
