/** A logo as it is printed: PNG without transparency. */
export interface Logo {
  readonly sha256: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What stands at the top of reports. */
export interface Letterhead {
  readonly name: string | null;
  /** Several lines. */
  readonly address: string | null;
  readonly accreditationNumber: string | null;
  readonly logo: Logo | null;
}

/** One state of it; never changed. */
export interface LetterheadRecord extends Letterhead {
  /** From 1; 0: there never was one. */
  readonly revision: number;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
}

export const noLetterhead: LetterheadRecord = {
  ...{ revision: 0, name: null, address: null, accreditationNumber: null, logo: null },
  ...{ changedBy: null, changedAt: null },
};

export interface LetterheadRows {
  /** The newest; {@link noLetterhead} before the first. */
  current(): Promise<LetterheadRecord>;
  /** @returns false when somebody else has given this revision meanwhile */
  append(
    record: LetterheadRecord & { readonly changedBy: string; readonly changedAt: Date },
  ): Promise<boolean>;
}
