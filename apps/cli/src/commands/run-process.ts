import type { ProcessName } from '../up/product-processes.ts';

const entries: Readonly<Record<ProcessName, URL>> = {
  api: new URL('../../../api/src/main.ts', import.meta.url),
  worker: new URL('../../../worker/src/main.ts', import.meta.url),
};

/** `mlmcsc api`, `mlmcsc worker`: becomes that process, configured by the environment. */
export async function runProcess(name: ProcessName): Promise<void> {
  await import(entries[name].href);
}
