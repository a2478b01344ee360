import type { JsonValue } from '../json.ts';

/** One text for one value: keys sorted by code unit, no white space, numbers as ECMAScript writes them.
 * @throws RangeError for a number that is not finite, or a value JSON cannot carry
 * @source RFC 8785 (JSON Canonicalization Scheme), sections 3.2.2–3.2.3
 */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`JSON cannot carry the number ${value}`);
    return JSON.stringify(value);
  }
  if (isJsonArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new RangeError(`JSON cannot carry a value of type ${typeof value}`);
  const entries = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${entries.join(',')}}`;
}

function isJsonArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
