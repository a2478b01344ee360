/** Settings that a network's file carries itself, so that its SHA-256 names them too; see docs/reference/own-networks.md. */
const OWN_KEYS = [
  'mlmcsc.input_size',
  'mlmcsc.output',
  'mlmcsc.face_class',
  'mlmcsc.least_score',
  'mlmcsc.most_overlap',
  'mlmcsc.mean',
  'mlmcsc.std',
  'mlmcsc.prefix_tokens',
] as const;

export type OwnKey = (typeof OWN_KEYS)[number];

/** Reads the settings of a network. Every method @throws RangeError naming the key and what it must be. */
export class NetworkMetadata {
  readonly #entries: ReadonlyMap<string, string>;

  /** @throws RangeError for a key `mlmcsc.…` that does not exist: a mistyped setting would silently do nothing */
  constructor(entries: ReadonlyMap<string, string>) {
    this.#entries = entries;
    for (const key of entries.keys()) {
      if (key.startsWith('mlmcsc.') && !OWN_KEYS.includes(key as OwnKey)) {
        throw new RangeError(`its metadata holds "${key}"; known are ${OWN_KEYS.join(', ')}`);
      }
    }
  }

  text(key: OwnKey | 'task' | 'names' | 'imgsz'): string | null {
    return this.#entries.get(key)?.trim() ?? null;
  }

  /** One number, or null without the key. */
  number(key: OwnKey, from: number, to: number): number | null {
    const text = this.text(key);
    if (text === null) return null;
    const value = text === '' ? Number.NaN : Number(text);
    if (!(value >= from && value <= to)) {
      throw new RangeError(`its metadata ${key} must be a number from ${from} to ${to}, it is "${text}"`);
    }
    return value;
  }

  /** So many numbers, separated by commas or blanks, with or without brackets. */
  numbers(key: OwnKey | 'imgsz', count: number): number[] | null {
    const text = this.text(key);
    if (text === null) return null;
    const values = text
      .replace(/^[[(]|[\])]$/g, '')
      .split(/[\s,]+/)
      .filter((part) => part !== '')
      .map(Number);
    if (values.length !== count || !values.every(Number.isFinite)) {
      throw new RangeError(`its metadata ${key} must be ${count} numbers, it is "${text}"`);
    }
    return values;
  }

  /** Names of a detector's classes as Ultralytics writes them, `{0: 'face', 1: 'label'}`; null when it does not say. */
  classNames(): string[] | null {
    const text = this.text('names');
    if (text === null) return null;
    const names: string[] = [];
    for (const [, index, , name] of text.matchAll(/(\d+)["']?\s*:\s*(["'])(.*?)\2/g)) {
      names[Number(index)] = name as string;
    }
    if (names.length === 0 || names.includes(undefined as unknown as string)) {
      throw new RangeError(`its metadata names must be {0: 'first', 1: 'second', …}, it is "${text}"`);
    }
    return names;
  }
}
