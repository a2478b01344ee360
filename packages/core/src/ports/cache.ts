/** Keeps what can be recomputed; may forget anything at any time. Values are never changed after they were stored. */
export interface Cache {
  /** The value under the key, else the loaded one; concurrent callers share one load. A failed load is not kept.
   * @param keep - what the loaded value weighs against the limit of this process's memory (Infinity keeps it out), or a
   * kind of value that other processes may read too
   */
  remember<T>(key: string, load: () => Promise<T>, keep: ((value: T) => number) | SharedKind<T>): Promise<T>;
  /** Forgets a shared value here and where others would read it; their own memories keep it. */
  forget<T>(key: string, kind: SharedKind<T>): Promise<void>;
}

/** A kind of value that all processes share where there is a shared cache; others keep it in memory only.
 * While one process loads a value the others wait for it, as long as that is sensible.
 */
export interface SharedKind<T> {
  /** Part of the key. A change of form or meaning needs a new name, e.g. `analysis-2`: what is stored is then not read. */
  readonly name: string;
  /** How long the shared value is kept, ms. */
  readonly keptMs: number;
  sizeBytes(value: T): number;
  /** Plain data for JSON. */
  encode(value: T): unknown;
  /** Null for anything but a whole value of this kind: it is loaded again. */
  decode(stored: unknown): T | null;
}
