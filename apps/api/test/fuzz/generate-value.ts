import fc from 'fast-check';
import type { KnownValues } from './known-values.ts';
import type { SeededRandom } from './seeded-random.ts';

/** The keywords of JSON Schema that the API's document uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly examples?: readonly unknown[];
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
}

export interface GeneratorContext {
  readonly random: SeededRandom;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  readonly known: KnownValues;
}

const STRINGS = [
  '',
  ' ',
  'ordinary',
  'x'.repeat(10_000),
  'nul\u0000inside',
  '\ud800',
  '🔬 ψ ‮ right to left',
  '../../../etc/passwd',
  "'; drop table labels; --",
  '%00%2e%2e%2f',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'line\r\nbreak: yes',
  'null',
  'true',
  'NaN',
  '1e309',
  '-0',
  '0x10',
  '9007199254740993',
  '2026-13-45T99:99:99Z',
  '0001-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '00000000-0000-0000-0000-000000000000',
] as const;
const NUMBERS = [0, -0, -1, 1, 0.1, 100, 100.000_001, 2 ** 31, 2 ** 53 + 2, 1e308, -1e308, 5e-324] as const;

/** A value that fits, often at a limit of what fits. */
export function fittingValue(schema: JsonSchema, context: GeneratorContext, kind = ''): unknown {
  const { random, schemas, known } = context;
  if (schema.$ref !== undefined) {
    const target = schemas[schema.$ref.slice('#/components/schemas/'.length)];
    if (target === undefined) throw new Error(`the document has no ${schema.$ref}`);
    const [example] = target.examples ?? [];
    if (example !== undefined && random.chance(0.4)) return naming(example, context);
    return fittingValue(target, context, kind);
  }
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return random.pick(schema.enum as [unknown, ...unknown[]]);
  if (schema.anyOf !== undefined) {
    return fittingValue(random.pick(schema.anyOf as [JsonSchema, ...JsonSchema[]]), context, kind);
  }
  switch (schema.type) {
    case 'null':
      return null;
    case 'boolean':
      return random.chance(0.5);
    case 'integer':
    case 'number': {
      const least = schema.minimum ?? schema.exclusiveMinimum ?? -1000;
      const most = schema.maximum ?? 1000;
      const value = random.pick([least, most, least + random.next() * (most - least)]);
      return schema.type === 'integer' ? Math.round(value) : value;
    }
    case 'array': {
      const least = schema.minItems ?? 0;
      const count = least + random.below(Math.min(schema.maxItems ?? 4, least + 4) - least + 1);
      return Array.from({ length: count }, () => fittingValue(schema.items ?? {}, context, kind));
    }
    case 'object':
      return fittingObject(schema, context);
    case 'string':
      return fittingString(schema, random, known.of(kind));
    default:
      return random.pick([null, 1, 'x', true]);
  }
}

/** What the values of a property name: `version` for `from_version`. */
const kindOfProperty = (name: string): string =>
  name.replace(/_ids?$/, '').replace(/^(?:from|to|current)_/, '');

/** The example, naming things that exist where it names some. */
function naming(example: unknown, { random, known }: GeneratorContext): unknown {
  const text = JSON.stringify(example, (name, value) => {
    const existing = known.of(kindOfProperty(name));
    return typeof value === 'string' && existing.length > 0 && random.chance(0.8)
      ? existing[random.below(existing.length)]
      : value;
  });
  return JSON.parse(text);
}

function fittingObject(schema: JsonSchema, context: GeneratorContext): object {
  const { random } = context;
  const value: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (schema.required?.includes(name) === true || random.chance(0.5)) {
      value[name] = fittingValue(property, context, kindOfProperty(name));
    }
  }
  return value;
}

function fittingString(schema: JsonSchema, random: SeededRandom, known: readonly string[]): string {
  if (schema.format === 'uuid') {
    if (known.length > 0 && random.chance(0.9)) return known[random.below(known.length)] ?? '';
    const hex = random.bytes(16).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
  if (schema.format === 'date-time') {
    return random.pick(['2026-11-24T00:00:00Z', '1970-01-01T00:00:00.000Z', '2026-02-28T23:59:59.999+02:00']);
  }
  if (known.length > 0 && random.chance(0.5)) return known[random.below(known.length)] ?? '';
  if (schema.pattern !== undefined) {
    const seed = random.below(2 ** 31);
    // The generator knows no look-ahead: it is left out, and what does not fit then is passed over.
    const simpler = new RegExp(schema.pattern.replace(/\(\?[=!][^()]*\)/g, ''));
    const samples = fc.sample(fc.stringMatching(simpler), { seed, numRuns: 20 });
    const exact = new RegExp(schema.pattern);
    return samples.find((sample) => exact.test(sample)) ?? '';
  }
  const least = schema.minLength ?? 0;
  const most = Math.min(schema.maxLength ?? 30, 20_000);
  const length = random.pick([least, most, least + random.below(most - least + 1)]);
  const letters = ['a', 'Z', '7', ' ', '-', '_', 'ä', '%', '"', '\\'] as const;
  return Array.from({ length }, () => random.pick(letters)).join('');
}

/** The value with one thing wrong somewhere in it, or something else altogether. */
export function brokenValue(schema: JsonSchema, context: GeneratorContext): unknown {
  const { random } = context;
  const value = fittingValue(schema, context);
  if (value !== null && typeof value === 'object' && !Array.isArray(value) && random.chance(0.75)) {
    const entries = Object.entries(value);
    const index = random.below(entries.length + 1);
    const entry = entries[index];
    if (entry === undefined) return { ...value, [random.pick(STRINGS)]: 1 };
    if (random.chance(0.2)) return Object.fromEntries(entries.filter((_, at) => at !== index));
    return { ...value, [entry[0]]: strangeValue(random) };
  }
  return strangeValue(random);
}

/** Anything that somebody might send. */
export function strangeValue(random: SeededRandom): unknown {
  const kind = random.below(6);
  if (kind === 0) return random.pick(NUMBERS);
  if (kind === 1) return random.pick([null, true, false]);
  if (kind === 2) return random.pick([[], [[]], [null], Array.from({ length: 300 }, () => 'x')]);
  if (kind === 3) return random.pick([{}, { a: { b: { c: {} } } }, JSON.parse('{"__proto__":{"x":1}}')]);
  return random.pick(STRINGS);
}

export const strangeString = (random: SeededRandom): string => random.pick(STRINGS);
