/** What the first request with a key did. */
export interface IdempotentOutcome {
  readonly status: number;
  readonly location: string | null;
  readonly body: unknown;
}

/** Durable memory of idempotency keys, one space of keys a user. */
export interface IdempotencyStore {
  /**
   * Claims a key, or returns what the first request with it did.
   * @returns `claimed`: carry the request out and name what it makes `effectId`: when an earlier try died or failed half-way, that may
   *   exist already; `done`: answer with `outcome`; `running`: the first is under way;
   *   `mismatch`: the key was used for a different request
   */
  claim(request: {
    readonly key: string;
    readonly username: string;
    readonly fingerprint: string;
  }): Promise<
    | { readonly state: 'claimed'; readonly effectId: string }
    | { readonly state: 'done'; readonly outcome: IdempotentOutcome }
    | { readonly state: 'running' }
    | { readonly state: 'mismatch' }
  >;
  /** Remembers the outcome of a claimed key. */
  complete(key: string, username: string, outcome: IdempotentOutcome): Promise<void>;
  /** Gives a claimed key back after a failure, so that it can be tried again. */
  release(key: string, username: string): Promise<void>;
}
