import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { type Logger, Unavailable, type UseCases } from '@mlmcsc/core';

export interface ShippedModelOptions {
  readonly useCases: Pick<UseCases, 'installShippedModel'>;
  readonly path: string;
  readonly log: Logger;
  /** @default 2 s */
  readonly retryMs?: number | undefined;
}

/** Installs the shipped model now, or in the background once database and objects are back. Without a model the API runs, but is
 * not ready; the log says why.
 * @returns after the first attempt: gives up, and resolves when nothing is under way any more
 */
export async function keepShippedModel(options: ShippedModelOptions): Promise<() => Promise<void>> {
  const closing = new AbortController();
  if (await attempt(options)) return async () => {};
  const trying = tryUntilInstalled(options, closing.signal);
  return async () => {
    closing.abort();
    await trying;
  };
}

async function tryUntilInstalled(options: ShippedModelOptions, signal: AbortSignal): Promise<void> {
  for (;;) {
    await delay(options.retryMs ?? 2_000, undefined, { signal }).catch(() => {});
    if (signal.aborted || (await attempt(options))) return;
  }
}

/** @returns whether trying again is of no use: it is installed, or never will be */
async function attempt({ useCases, path, log }: ShippedModelOptions): Promise<boolean> {
  try {
    const { model, created } = await useCases.installShippedModel(await readFile(path));
    if (created) log.info({ version: model.version, digest: model.digest }, 'shipped model installed');
    return true;
  } catch (error) {
    if (error instanceof Unavailable && error.retryable) {
      log.warn({ code: error.code, reason: error.detail }, 'the shipped model is installed later');
      return false;
    }
    log.error({ err: error, path }, 'the shipped model cannot be installed');
    return true;
  }
}
