import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

export interface MemorySeries {
  readonly name: string;
  /** Resident MiB, one value an interval. */
  readonly mebibytes: readonly number[];
}

/** Notes the resident memory of processes until stopped; a process may be replaced meanwhile. */
export function watchMemory(
  processes: readonly { readonly name: string; readonly pid: () => number | undefined }[],
  intervalMs = 1_000,
): { stop(): Promise<readonly MemorySeries[]> } {
  const stopped = new AbortController();
  const series = processes.map(({ name }) => ({ name, mebibytes: [] as number[] }));
  const watch = async () => {
    while (!stopped.signal.aborted) {
      for (const [index, { pid }] of processes.entries()) {
        const now = residentMebibytes(pid());
        if (now !== null) series[index]?.mebibytes.push(now);
      }
      await delay(intervalMs, undefined, { signal: stopped.signal }).catch(() => {});
    }
  };
  const watching = watch();
  return {
    async stop() {
      stopped.abort();
      await watching;
      return series;
    },
  };
}

function residentMebibytes(pid: number | undefined): number | null {
  if (pid === undefined) return null;
  try {
    const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line === null ? null : Number(line[1]) / 1024;
  } catch {
    return null;
  }
}

/** How much more the mean of the last third is than that of the middle third, MiB: near 0 when memory is flat. */
export function growthOf({ mebibytes }: MemorySeries): number {
  const third = Math.floor(mebibytes.length / 3);
  if (third === 0) throw new RangeError('memory was looked at too rarely to say whether it grows');
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return mean(mebibytes.slice(2 * third)) - mean(mebibytes.slice(third, 2 * third));
}
