import type { Problem } from '@mlmcsc/contracts';

interface ValidationError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string | undefined;
}

/** More would bury the first. */
const MOST_ERRORS = 20;
const PLACES: Readonly<Record<string, string>> = {
  querystring: 'query parameter ',
  params: 'path parameter ',
  headers: 'header ',
};

/**
 * What is wrong and where, one entry for each place, as JSON Pointers into the part of the request that was checked.
 * @param context - `body`, `querystring`, `params` or `headers`; named in the detail, except for the body
 */
export function pointersOf(
  validation: readonly ValidationError[],
  context: string,
): NonNullable<Problem['errors']> {
  const found = new Map<string, string>();
  const add = (pointer: string, detail: string) => {
    if (!found.has(pointer)) found.set(pointer, detail);
  };
  // The branches of a union repeat themselves; the innermost complaint tells most, so deeper paths come first.
  const specific = validation.filter((error) => error.keyword !== 'anyOf' && error.keyword !== 'boolean');
  for (const error of specific.length > 0 ? specific : validation) {
    const missing = asNames(error.params.requiredProperties);
    const unknown = asNames(error.params.additionalProperties);
    const at = `#${error.instancePath}`;
    if (error.keyword === 'required' && missing.length > 0) {
      for (const name of missing) add(`${at}/${escapePointer(name)}`, 'is missing');
    } else if (error.keyword === 'additionalProperties' && unknown.length > 0) {
      for (const name of unknown) add(`${at}/${escapePointer(name)}`, 'is not known here');
    } else {
      add(at, error.message ?? 'is not valid');
    }
  }
  return [...found].slice(0, MOST_ERRORS).map(([pointer, message]) => ({
    detail: `${PLACES[context] ?? ''}${pointer === '#' ? 'the body' : pointer.slice(2)} ${message}`,
    pointer,
  }));
}

const asNames = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];

/** @source RFC 6901, section 3 */
const escapePointer = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
