import { readFile } from 'node:fs/promises';
import Schema from 'typebox/schema';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from './openapi-document.ts';

interface Document {
  readonly paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
  readonly components: { readonly schemas: Record<string, { readonly examples?: readonly unknown[] }> };
}

const document = (await openApiDocument()) as Document;

describe('the OpenAPI document', () => {
  it('is the committed one', async () => {
    const committed = await readFile(
      new URL('../../../../docs/reference/openapi.json', import.meta.url),
      'utf8',
    );
    expect(JSON.parse(committed), 'run npm run docs').toEqual(document);
  });

  it('names every operation once', () => {
    const names = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.every(Boolean)).toBe(true);
  });

  const withExamples = Object.entries(document.components.schemas).filter(([, { examples }]) => examples);
  it.each(withExamples)('has an example of %s that fits it', (_name, schema) => {
    const validator = Schema.Compile({ ...schema, components: document.components } as never);
    for (const example of schema.examples ?? []) {
      expect(validator.Errors(example)[1]).toEqual([]);
    }
  });

  it('has an example of everything that is asked and answered', () => {
    const names = new Set(withExamples.map(([name]) => name));
    const used = JSON.stringify(document.paths).match(/schemas\/(\w+)/g) ?? [];
    const parts = new Set([
      'Problem',
      'InferenceInput',
      'InferenceOutput',
      'TensorMetadata',
      'AnalysisStatus',
      'JobKind',
      'JobState',
      'JobPriority',
      'WebhookEventType',
      'WebhookDeliveryState',
      'ImageRendition',
      'UpdateStrategy',
    ]);
    for (const reference of used) {
      const name = reference.slice('schemas/'.length);
      if (!parts.has(name)) expect(names).toContain(name);
    }
  });
});
