import { readFileSync } from 'node:fs';

/** Watches the resident memory of a process (Linux). @returns a function that ends the watch and gives the peak in bytes, or null */
export function watchPeakMemory(pid: number): () => number | null {
  let peak: number | null = null;
  const look = () => {
    try {
      const match = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
      if (match !== null) peak = Math.max(peak ?? 0, Number(match[1]) * 1024);
    } catch {
      // The process has ended, or this system has no /proc.
    }
  };
  const timer = setInterval(look, 50);
  look();
  return () => {
    clearInterval(timer);
    return peak;
  };
}
