export interface Clock {
  now(): Date;
  /** Waits. @throws the signal's reason when it aborts */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
/** Time-ordered unique identifiers (UUID version 7). */
export interface IdGenerator {
  next(): string;
}
