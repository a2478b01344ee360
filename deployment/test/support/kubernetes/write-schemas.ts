import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repositoryPath } from '../../../../test/repository-path.ts';
import { BUILT_IN_KINDS, OPERATOR_KINDS, schemaFileName } from './schema-kinds.ts';

/**
 * Writes `deployment/test/kubernetes-schemas` anew, after a kind was added to `schema-kinds.ts` or a version changed:
 * `node deployment/test/support/kubernetes/write-schemas.ts FOLDER`, where FOLDER holds the files that SOURCES.md there names.
 * Descriptions are left out, and each file is complete in itself.
 */
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Schema = { readonly [key: string]: Json };

const TARGET = repositoryPath('deployment/test/kubernetes-schemas');
const OBJECT_META = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of the sources.');

const openApi = JSON.parse(await readFile(join(folder, 'kubernetes-1.32-openapi.json'), 'utf8'));
const definitions: Readonly<Record<string, Schema>> = openApi.definitions;

for (const [apiVersion, kind] of BUILT_IN_KINDS) {
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  const name = Object.keys(definitions).find((one) =>
    asArray(definitions[one]?.['x-kubernetes-group-version-kind']).some(
      (gvk) => gvk.group === group && gvk.version === version && gvk.kind === kind,
    ),
  );
  if (name === undefined) throw new Error(`The OpenAPI document has no ${apiVersion} ${kind}.`);
  await write(apiVersion, kind, { $ref: `#/definitions/${name}`, definitions: closureOf([name]) });
}
for (const [apiVersion, kind, file] of OPERATOR_KINDS) {
  const documents = parseAll(await readFile(join(folder, 'crds', file), 'utf8'));
  const definition = documents.find(
    ({ spec }) => spec?.names?.kind === kind && apiVersion.startsWith(`${spec.group}/`),
  );
  const version = definition?.spec.versions.find(
    (one: { name: string }) => apiVersion === `${definition.spec.group}/${one.name}`,
  );
  if (version === undefined) throw new Error(`${file} has no ${apiVersion} ${kind}.`);
  const schema = version.schema.openAPIV3Schema;
  await write(apiVersion, kind, {
    ...schema,
    properties: { ...schema.properties, metadata: { $ref: `#/definitions/${OBJECT_META}` } },
    definitions: closureOf([OBJECT_META]),
  });
}

async function write(apiVersion: string, kind: string, schema: Json): Promise<void> {
  await writeFile(
    join(TARGET, schemaFileName(apiVersion, kind)),
    `${JSON.stringify(withoutDescriptions(schema))}\n`,
  );
}

/** The named definitions and all that they refer to. */
function closureOf(names: readonly string[]): Readonly<Record<string, Schema>> {
  const found = new Map<string, Schema>();
  const visit = (name: string) => {
    const definition = definitions[name];
    if (definition === undefined || found.has(name)) return;
    found.set(name, definition);
    for (const [, next = ''] of JSON.stringify(definition).matchAll(/"#\/definitions\/([^"]+)"/g))
      visit(next);
  };
  for (const name of names) visit(name);
  return Object.fromEntries(found);
}

/** A property may be called "description", so only texts go. */
function withoutDescriptions(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutDescriptions);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, one]) =>
          !(key === 'description' && typeof one === 'string') && key !== 'x-kubernetes-validations',
      )
      .map(([key, one]) => [key, withoutDescriptions(one)]),
  );
}

function asArray(value: unknown): readonly { group: string; version: string; kind: string }[] {
  return Array.isArray(value) ? value : [];
}

// biome-ignore lint/suspicious/noExplicitAny: documents of others, looked into field by field
function parseAll(text: string): any[] {
  return text.split(/^---$/m).flatMap((part) => (part.trim() === '' ? [] : [parse(part)]));
}
