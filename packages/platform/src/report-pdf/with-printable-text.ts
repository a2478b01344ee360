import { printableText } from '@mlmcsc/contracts';

/** The same with every text as paper can show it. Names that are looked up by others stay equal, because equal texts are written
 * equally; bytes and instants are left alone. */
export function withPrintableText<Value>(value: Value): Value {
  return written(value) as Value;
}

function written(value: unknown): unknown {
  if (typeof value === 'string') return printableText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array || value instanceof Date) return value;
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [written(key), written(one)]));
  if (Array.isArray(value)) return value.map(written);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, written(one)]));
}
