import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { repositoryPath } from '../../../../test/repository-path.ts';
import { type Manifest, nameOf } from './manifest.ts';
import { schemaFileName } from './schema-kinds.ts';

type Schema = { readonly [key: string]: unknown };

const FOLDER = repositoryPath('deployment/test/kubernetes-schemas');
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
const compiled = new Map<string, ValidateFunction>();

/** What a strict API server would say against an object: unknown fields at any depth, wrong types, missing fields. Empty: nothing. */
export function schemaProblems(manifest: Manifest): readonly string[] {
  const file = `${FOLDER}/${schemaFileName(manifest.apiVersion, manifest.kind)}`;
  if (!existsSync(file)) {
    return [`${nameOf(manifest)}: no schema of ${manifest.apiVersion} ${manifest.kind}`];
  }
  let validate = compiled.get(file);
  if (validate === undefined) {
    validate = ajv.compile(closed(JSON.parse(readFileSync(file, 'utf8'))) as Schema);
    compiled.set(file, validate);
  }
  if (validate(manifest)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const field = 'additionalProperty' in params ? ` "${params.additionalProperty}"` : '';
    return `${nameOf(manifest)}: ${instancePath} ${message}${field}`;
  });
}

const OPEN = 'x-kubernetes-preserve-unknown-fields';

/**
 * The schema with every object shut to fields that it does not list. Only where the structure is described: alternatives
 * (`anyOf`, `oneOf`, `not`) repeat some of its fields to say which go together.
 */
function closed(schema: unknown): unknown {
  if (!isSchema(schema)) return schema;
  if (schema['x-kubernetes-int-or-string'] === true || schema.format === 'int-or-string') {
    return { type: ['string', 'integer'] };
  }
  const result: Record<string, unknown> = { ...schema };
  // Quantities are written as numbers, too; patterns with flags of Go are not understood here.
  if (typeof schema.pattern === 'string' && schema.pattern.includes('(?i)')) delete result.pattern;
  for (const key of ['properties', 'definitions'] as const) {
    const map = schema[key];
    if (isSchema(map)) {
      result[key] = Object.fromEntries(
        Object.entries(map).map(([name, one]) => [name, isQuantity(name) ? QUANTITY : closed(one)]),
      );
    }
  }
  if (schema.items !== undefined) result.items = closed(schema.items);
  if (isSchema(schema.additionalProperties)) {
    result.additionalProperties = closed(schema.additionalProperties);
  } else if (
    schema.properties !== undefined &&
    schema.additionalProperties !== true &&
    schema[OPEN] !== true
  ) {
    result.additionalProperties = false;
  }
  return result;
}

const QUANTITY: Schema = { type: ['string', 'number'] };
const isQuantity = (name: string) => name === 'io.k8s.apimachinery.pkg.api.resource.Quantity';
const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
