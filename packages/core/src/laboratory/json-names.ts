/** Fields of a record by their names in the API: snake case, instants as RFC 3339. Values inside are contract types already. */
export function toJsonNames(record: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      snakeCase(name),
      value instanceof Date ? value.toISOString() : value,
    ]),
  );
}

/** The same to the bottom: for results that are made of plain objects, lists, instants, numbers and texts. */
export function toDeepJsonNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toDeepJsonNames);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [snakeCase(name), toDeepJsonNames(one)]),
  );
}

/** The reverse, for what a client sent; nothing is converted but the names. */
export function fromJsonNames(body: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

/** @example snakeCase('strikerMm') // striker_mm */
export const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
