type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Keyword under which a schema's name survives until {@link hoistSchemas}; the OpenAPI plugin drops `$id`. */
const NAME = 'x-schema-name';

/** A copy whose names (`$id`) are kept under a keyword of ours. */
export function keepSchemaNames(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(keepSchemaNames);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key === '$id' ? NAME : key, keepSchemaNames(value)]),
  );
}

/**
 * Moves every named schema to `components/schemas` and refers to it, so that generated clients have one type a name.
 * @param document - an OpenAPI document with schemas written out where they are used
 * @param further - named schemas that no route uses directly (events)
 * @param examples - an example for a name
 * @returns a new document
 */
export function hoistSchemas(
  document: unknown,
  further: readonly unknown[],
  examples: Readonly<Record<string, unknown>> = {},
): unknown {
  const named = new Map<string, Json>();
  const visit = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(visit);
    if (node === null || typeof node !== 'object') return node;
    const { [NAME]: name, ...rest } = asEnumeration(node);
    const visited = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, visit(value)]));
    if (typeof name !== 'string') return visited;
    const example = examples[name] as Json | undefined;
    named.set(name, example === undefined ? visited : { ...visited, examples: [example] });
    return { $ref: `#/components/schemas/${name}` };
  };
  const visited = visit(document as Json) as { components?: { [key: string]: Json } };
  for (const schema of further) visit(JSON.parse(JSON.stringify(keepSchemaNames(schema))) as Json);
  const schemas = Object.fromEntries([...named].sort(([left], [right]) => (left < right ? -1 : 1)));
  return { ...visited, components: { ...visited.components, schemas } };
}

/** A union of fixed strings as one enumeration, which readers and generators understand better. */
function asEnumeration(node: { [key: string]: Json }): { [key: string]: Json } {
  const { anyOf, ...rest } = node;
  if (!Array.isArray(anyOf)) return node;
  const values = anyOf.flatMap((branch) => {
    if (branch === null || typeof branch !== 'object' || Array.isArray(branch)) return [];
    if (typeof branch.const === 'string') return [branch.const];
    return Array.isArray(branch.enum) && branch.type === 'string' ? branch.enum : [];
  });
  return values.length < anyOf.length ? node : { type: 'string', enum: values, ...rest };
}
