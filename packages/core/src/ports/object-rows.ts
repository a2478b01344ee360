/** A row's reference to an object. */
export interface ObjectReference {
  readonly key: string;
  /** `picture`, `rendition`, `thumbnail`, `map`, `overlay`, `features`, `model` … */
  readonly kind: string;
  /** Of the row. */
  readonly id: string;
  /** Taken away on purpose: the row stays, the object does not. */
  readonly isRemoved: boolean;
}

export interface ObjectRows {
  /** References to keys after `after` (null: from the first) and up to `to` (null: to the last), in order of keys. */
  references(after: string | null, to: string | null): Promise<readonly ObjectReference[]>;
  /** Spares an object that is there already for the hour in which a row will refer to it. Returns once no removal of it is
   * under way; whether it is still there has to be looked at afterwards.
   */
  claim(key: string): Promise<void>;
  /** Of these, the keys that no row refers to and nobody has claimed. Until the transaction ends nobody can claim them. */
  lockUnreferenced(keys: readonly string[]): Promise<readonly string[]>;
  /** When the object was taken away on purpose, and by which policy; null when it was not. */
  removal(key: string): Promise<{ readonly at: Date; readonly policy: string } | null>;
}
