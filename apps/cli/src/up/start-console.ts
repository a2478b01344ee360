/** What `mlmcsc up` tells the person who started it. */
export interface StartConsole {
  /** Runs one step and says how long it took; quick steps of a later start are not worth a line. */
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
  line(text: string): void;
  /** A remark of a running process. */
  remark(source: string, text: string): void;
}

/** The same remark again within this time is not shown. */
const REPEAT_MS = 60_000;
const NOTEWORTHY_MS = 1_000;

/** @param isFirstStart - every step of a first start is shown */
export function createStartConsole(
  isFirstStart: boolean,
  output: NodeJS.WritableStream = process.stdout,
): StartConsole {
  const shownAt = new Map<string, number>();
  const line = (text: string) => {
    output.write(`${text}\n`);
  };
  return {
    line,
    async step(title, work) {
      const startedAt = performance.now();
      const result = await work();
      const elapsed = performance.now() - startedAt;
      if (isFirstStart || elapsed >= NOTEWORTHY_MS) line(`  ✓ ${title} (${(elapsed / 1000).toFixed(1)} s)`);
      return result;
    },
    remark(source, text) {
      const message = `  ! ${source}: ${text}`;
      const now = performance.now();
      if (now - (shownAt.get(message) ?? Number.NEGATIVE_INFINITY) < REPEAT_MS) return;
      shownAt.set(message, now);
      line(message);
    },
  };
}
