/** Immutable objects named by their SHA-256; a name never changes its content. */
export interface ObjectStore {
  /** Stores the bytes durably and returns their key (`sha256/ab/cd/<digest>`); storing the same bytes again is a no-op. */
  put(bytes: Uint8Array): Promise<{ key: string; sha256: string; sizeBytes: number }>;
  /** @throws NotFound `object-not-found`; Unavailable `object-damaged` when the bytes no longer match the key */
  get(key: string): Promise<Uint8Array>;
  has(key: string): Promise<boolean>;
  /** Proves that the store can be written, for readiness. @throws Unavailable */
  check(): Promise<void>;
}
