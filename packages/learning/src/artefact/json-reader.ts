import type { JsonObject, JsonValue } from '../json.ts';

/** Reads untrusted JSON field by field; every complaint is a RangeError that names the path. */

function complain(path: string, wanted: string, value: unknown): never {
  const shown = value === undefined ? 'missing' : `${JSON.stringify(value)}`.slice(0, 60);
  throw new RangeError(`model header: ${path} must be ${wanted}, is ${shown}`);
}

/** The object at a path, with exactly the given keys when they are named. */
export function readObject(value: JsonValue | undefined, path: string, keys?: readonly string[]): JsonObject {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    complain(path, 'an object', value);
  }
  const object = value as JsonObject;
  if (keys !== undefined) {
    for (const key of Object.keys(object)) {
      if (!keys.includes(key)) throw new RangeError(`model header: ${path} has the unknown field "${key}"`);
    }
    for (const key of keys) {
      if (!Object.hasOwn(object, key)) complain(`${path}.${key}`, 'given', undefined);
    }
  }
  return object;
}

/** The array at a path. */
export function readArray(value: JsonValue | undefined, path: string): readonly JsonValue[] {
  return Array.isArray(value) ? value : complain(path, 'an array', value);
}

/** The text at a path, 1 to `maximumLength` characters. */
export function readText(value: JsonValue | undefined, path: string, maximumLength = 200): string {
  if (typeof value !== 'string' || value === '' || value.length > maximumLength) {
    return complain(path, `a text of 1 to ${maximumLength} characters`, value);
  }
  return value;
}

/** The number at a path, inside closed bounds. */
export function readNumber(
  value: JsonValue | undefined,
  path: string,
  low = -Number.MAX_VALUE,
  high = Number.MAX_VALUE,
): number {
  if (typeof value !== 'number' || !(value >= low && value <= high)) {
    return complain(path, `a number from ${low} to ${high}`, value);
  }
  return value;
}

/** The whole number at a path, inside closed bounds. */
export function readWhole(value: JsonValue | undefined, path: string, low: number, high: number): number {
  const number = readNumber(value, path, low, high);
  return Number.isInteger(number) ? number : complain(path, 'a whole number', value);
}
