import type { EventListener, Logger, UseCases } from '@mlmcsc/core';

export interface TrialLoopOptions {
  readonly useCases: Pick<UseCases, 'answerTrialPictures'>;
  readonly events: EventListener;
  readonly log: Logger;
  /** How often it looks besides events. @default 5 s */
  readonly intervalMs?: number | undefined;
}

/** Lets the models of a trial answer what waits, until stopped; any number of processes may.
 * @returns stops: breaks off what is under way (it is due again when its lease ends), resolves when that has ended
 */
export function answerTrials({
  useCases,
  events,
  log,
  intervalMs = 5_000,
}: TrialLoopOptions): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let looking: Promise<void> | null = null;
  let mustLookAgain = false;

  const answerAll = async () => {
    try {
      while (!signal.aborted && (await useCases.answerTrialPictures({ signal })) > 0);
    } catch (error) {
      log.warn({ reason: (error as Error).message }, 'pictures of a trial could not be looked at');
    }
  };
  const look = () => {
    if (signal.aborted) return;
    if (looking !== null) {
      mustLookAgain = true;
      return;
    }
    looking = answerAll().finally(() => {
      looking = null;
      if (mustLookAgain) {
        mustLookAgain = false;
        look();
      }
    });
  };
  const unsubscribe = events.subscribe((event) => {
    if (event.type === 'analysis.created') look();
  });
  const timer = setInterval(look, intervalMs);
  look();
  return async () => {
    stopping.abort();
    unsubscribe();
    clearInterval(timer);
    await looking;
  };
}
