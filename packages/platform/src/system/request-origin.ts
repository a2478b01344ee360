import { AsyncLocalStorage } from 'node:async_hooks';

/** The request on whose behalf the code runs now. */
export interface RequestOrigin {
  readonly requestId: string;
  readonly address: string | null;
  /** Identifier of the API key that was used instead of a session; set once it is known. */
  apiKey: string | null;
  /** Account of the operating system that runs a command. */
  readonly operator?: string | undefined;
}

const origins = new AsyncLocalStorage<RequestOrigin>();

/** Everything that `work` starts, however long after, knows its request. */
export function runWithOrigin<T>(origin: RequestOrigin, work: () => T): T {
  return origins.run(origin, work);
}

/** Null outside a request: in jobs, on the command line. */
export function currentOrigin(): RequestOrigin | null {
  return origins.getStore() ?? null;
}
