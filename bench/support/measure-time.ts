/** Processor time of all threads of this process so far, milliseconds. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Shortest processor time of several runs after a warm-up, milliseconds: what the machine needs when left alone. */
export async function shortest(work: () => unknown, runs = 25): Promise<number> {
  for (let i = 0; i < 8; i++) await work();
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const start = processorMs();
    await work();
    best = Math.min(best, processorMs() - start);
  }
  return best;
}
