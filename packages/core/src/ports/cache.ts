/** Keeps what can be recomputed; may forget anything at any time. Values are never changed after they were stored. */
export interface Cache {
  /** The value under the key, else the loaded one; concurrent callers share one load. A failed load is not kept.
   * @param sizeBytes - what the loaded value weighs against the cache's limit; Infinity keeps it out
   */
  remember<T>(key: string, load: () => Promise<T>, sizeBytes: (value: T) => number): Promise<T>;
}
