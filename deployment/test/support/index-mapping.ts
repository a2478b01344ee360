/** A mapping of Elasticsearch, as far as ours go. */
export interface Mapping {
  readonly type?: string;
  readonly dynamic?: boolean | string;
  readonly properties?: Readonly<Record<string, Mapping>>;
}

const FITS: Readonly<Record<string, (value: unknown) => boolean>> = {
  date: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  long: (value) => Number.isSafeInteger(value),
  double: (value) => typeof value === 'number',
  ip: (value) => typeof value === 'string' && /^[\d.]+$|^[\da-f:.]+$/i.test(value),
  keyword: (value) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean',
  constant_keyword: (value) => typeof value === 'string',
  wildcard: (value) => typeof value === 'string',
  match_only_text: (value) => typeof value === 'string',
  flattened: (value) => typeof value === 'object' && value !== null,
};

/** A line as Filebeat hands it on: names with dots are paths. */
export function expandKeys(line: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const expanded: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(line)) {
    const path = name.split('.');
    let place = expanded;
    for (const part of path.slice(0, -1)) {
      place[part] ??= {};
      place = place[part] as Record<string, unknown>;
    }
    const last = path.at(-1)!;
    const inner = isObject(value) ? expandKeys(value) : value;
    const known = place[last];
    place[last] = isObject(known) && isObject(inner) ? { ...known, ...inner } : inner;
  }
  return expanded;
}

/** What the index would not find again, or refuse: fields that nobody mapped, and values of another type. Empty: nothing. */
export function mappingProblems(
  document: Readonly<Record<string, unknown>>,
  mapping: Mapping,
  path = '',
): readonly string[] {
  return Object.entries(document).flatMap(([name, value]) => {
    const place = path === '' ? name : `${path}.${name}`;
    const field = mapping.properties?.[name];
    if (value === undefined || value === null) return [];
    if (field === undefined) return mapping.dynamic === true ? [] : [`${place} is not mapped`];
    if (field.type === undefined) {
      return isObject(value) ? mappingProblems(value, field, place) : [`${place} is no object`];
    }
    const fits = FITS[field.type];
    if (fits === undefined) return [`${place}: unknown type ${field.type}`];
    const values = field.type !== 'flattened' && Array.isArray(value) ? value : [value];
    return values.every(fits) ? [] : [`${place} is no ${field.type}: ${JSON.stringify(value)}`];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
