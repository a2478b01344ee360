import { readdirSync, readFileSync } from 'node:fs';

export interface FoundProcess {
  readonly pid: number;
  readonly parentPid: number;
  readonly command: string;
}

/** All processes that come from one process, however far down (Linux). */
export function descendantsOf(pid: number): readonly FoundProcess[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)));
  const found: FoundProcess[] = [];
  const visit = (parent: number) => {
    for (const process of all.filter(({ parentPid }) => parentPid === parent)) {
      found.push(process);
      visit(process.pid);
    }
  };
  visit(pid);
  return found;
}

/** Whether a process is there and has not ended (Linux). */
export const isAlive = (pid: number): boolean => readProcess(pid).length > 0;

function readProcess(pid: number): readonly FoundProcess[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return [];
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return [{ pid, parentPid: Number(fields[1]), command }];
  } catch {
    // It ended between the listing and the look.
    return [];
  }
}

const TICKS_A_SECOND = 100;

/** Processor seconds that a process and all that come from it have used so far, without the given process itself (Linux). */
export function processorSecondsBelow(pid: number): number {
  return descendantsOf(pid).reduce((sum, child) => {
    try {
      const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return sum + (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
    } catch {
      return sum;
    }
  }, 0);
}
