/** What the collections hold, where the name is not the plural without its s. */
const IRREGULAR: Readonly<Record<string, string>> = {
  analyses: 'analysis',
  series: 'series',
  studies: 'study',
  'test-machines': 'machine',
  'webhook-deliveries': 'delivery',
  deliveries: 'delivery',
  'api-keys': 'key',
  'promotion-requests': 'request',
  'model-trials': 'trial',
  people: 'username',
};
/** What names a thing of these collections instead of an `id`. */
const NAMED_BY: Readonly<Record<string, string>> = {
  dataset: 'digest',
  schedule: 'name',
  model: 'version',
  user: 'username',
};
const MOST = 50;

/** What a member of this part of an address is: `analysis` for `analyses`. */
export const kindOfCollection = (folder: string): string => IRREGULAR[folder] ?? folder.replace(/s$/, '');

/** Values that name something which exists, by what they name: `image`, `analysis`, `token`. */
export class KnownValues {
  readonly #values = new Map<string, string[]>();

  constructor(values: Readonly<Record<string, readonly string[]>> = {}) {
    for (const [kind, those] of Object.entries(values)) this.#values.set(kind, [...those]);
  }

  of(kind: string): readonly string[] {
    return this.#values.get(kind) ?? [];
  }

  /** Keeps what an answer names, so that later requests ask for things that exist. @param path - as documented, with `{id}` */
  remember(path: string, answer: unknown): void {
    const folder = path.split('/').findLast((part) => part !== '' && !part.startsWith('{')) ?? '';
    this.#visit(answer, kindOfCollection(folder));
  }

  /** Forgets what is there no longer. */
  forget(value: string): void {
    for (const [kind, values] of this.#values) {
      this.#values.set(
        kind,
        values.filter((one) => one !== value),
      );
    }
  }

  #visit(node: unknown, kind: string): void {
    if (Array.isArray(node)) for (const member of node) this.#visit(member, kind);
    else if (node !== null && typeof node === 'object') {
      for (const [name, value] of Object.entries(node)) {
        if (typeof value !== 'string') this.#visit(value, name === 'items' ? kind : kindOfCollection(name));
        else if (name === 'id') this.#keep(kind, value);
        else if (name === NAMED_BY[kind]) this.#keep(name === 'username' ? name : kind, value);
        else if (name.endsWith('_id')) this.#keep(name.slice(0, -'_id'.length), value);
        else if (name === 'token') this.#keep('token', value);
        else if (name === 'url') this.#keep('token', /[?&]token=([^&]+)/.exec(value)?.[1] ?? '');
      }
    }
  }

  #keep(kind: string, value: string): void {
    const values = this.#values.get(kind) ?? [];
    this.#values.set(kind, values);
    if (value === '' || values.includes(value)) return;
    values.push(value);
    if (values.length > MOST) values.shift();
  }
}
