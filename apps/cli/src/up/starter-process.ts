import { readFileSync } from 'node:fs';

/** A process as the system describes it. */
export interface ProcessFacts {
  readonly parentPid: number;
  /** First letters of its name. */
  readonly name: string;
  /** Tells it from a later process with the same number. */
  readonly startMark: string;
}

/** npm, its shell and the start script lie between at most. */
const MOST_ANCESTORS = 4;

/** Finds the npm that started this process, however many shells lie between.
 * @returns whether that npm is still there; null when none is found (no npm, or no /proc)
 */
export function watchNpm(
  pid: number = process.pid,
  look: (pid: number) => ProcessFacts | null = lookInProc,
): (() => boolean) | null {
  let ancestor = look(pid)?.parentPid;
  for (let step = 0; step < MOST_ANCESTORS && ancestor !== undefined && ancestor > 1; step++) {
    const facts = look(ancestor);
    if (facts === null) return null;
    if (facts.name.startsWith('npm')) {
      const npm = ancestor;
      return () => look(npm)?.startMark === facts.startMark;
    }
    ancestor = facts.parentPid;
  }
  return null;
}

function lookInProc(pid: number): ProcessFacts | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = text.lastIndexOf(')');
    const fields = text.slice(end + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return {
      parentPid: Number(fields[1]),
      name: text.slice(text.indexOf('(') + 1, end),
      startMark: fields[19] ?? '',
    };
  } catch {
    return null;
  }
}
