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
      'DatasetKind',
      'DatasetFilter',
      'DatasetSummary',
      'SeriesStatus',
      'RetentionKind',
      'Removal',
    ]);
    for (const reference of used) {
      const name = reference.slice('schemas/'.length);
      if (!parts.has(name)) expect(names).toContain(name);
    }
  });
});

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly Record<string, unknown>[];
  readonly parameters?: readonly { readonly $ref?: string; readonly name?: string; readonly in?: string }[];
  readonly responses: Record<
    string,
    {
      readonly description?: string;
      readonly headers?: Record<string, unknown>;
      readonly content?: Record<
        string,
        { readonly schema?: { readonly properties?: Record<string, unknown> } }
      >;
    }
  >;
}

describe('every operation', () => {
  const { tags, components, paths } = document as unknown as {
    tags: { name: string; description: string }[];
    components: { securitySchemes: Record<string, unknown> };
    paths: Record<string, Record<string, Operation>>;
  };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const failing = (isWrong: (one: (typeof operations)[number]) => boolean) =>
    operations.filter(isWrong).map(({ method, path }) => `${method} ${path}`);

  it('has a summary and a tag that is described', () => {
    const described = new Set(tags.filter(({ description }) => description !== '').map(({ name }) => name));
    expect(
      failing(
        ({ operation }) =>
          !operation.summary ||
          operation.tags?.length !== 1 ||
          !operation.tags.every((tag) => described.has(tag)),
      ),
    ).toEqual([]);
  });

  it('says how to sign in, by schemes that exist', () => {
    expect(
      failing(
        ({ operation }) =>
          operation.security === undefined ||
          operation.security.some((one) =>
            Object.keys(one).some((name) => !(name in components.securitySchemes)),
          ),
      ),
    ).toEqual([]);
  });

  it('describes every response and its headers, successes and failures', () => {
    expect(
      failing(({ operation }) => {
        const statuses = Object.keys(operation.responses);
        return (
          // A success leads on in two routes of single sign-on.
          !statuses.some((status) => /^(2|302)/.test(status)) ||
          !statuses.some((status) => status.startsWith('5')) ||
          Object.values(operation.responses).some(
            ({ description, headers }) => !description || headers?.['X-Request-Id'] === undefined,
          )
        );
      }),
    ).toEqual([]);
  });

  // Bounded by rule (a user has at most 50 keys), so they are always one page.
  const onePage = /\/(sessions|api-keys)$/;
  it('that gives a page takes cursor and limit', () => {
    expect(
      failing(({ path, operation }) => {
        if (onePage.test(path)) return false;
        const content = operation.responses['200']?.content?.['application/json']?.schema?.properties ?? {};
        const names = (operation.parameters ?? [])
          .filter((one) => one.in === 'query')
          .map(({ name }) => name);
        return 'next_cursor' in content && !(names.includes('cursor') && names.includes('limit'));
      }),
    ).toEqual([]);
  });

  it('that replaces a part of the installation wants to know what it replaces', () => {
    const replacesNothing: Readonly<Record<string, string>> = {
      '/api/v1/account/password': 'names the password that it replaces',
      '/api/v1/images/{id}/hold': 'the audit trail keeps the reason that it replaces',
      '/api/v1/images/{id}/regions': 'every state is kept; the newest counts',
      '/api/v1/specimens/{id}/force-curve':
        'only a reviewer replaces one; the history of the specimen and the audit trail name both files',
      '/api/v1/specimens/{id}/pictures/{imageId}': 'says that a link is there; twice is the same',
      '/api/v1/transfers': 'the address works once',
    };
    const takesMatch = ({ operation }: (typeof operations)[number]) =>
      (operation.parameters ?? []).some(({ name }) => name === 'if-match');
    expect(
      failing(
        (one) => /^(put|patch)$/.test(one.method) && !takesMatch(one) && !(one.path in replacesNothing),
      ),
    ).toEqual([]);
    expect(Object.keys(replacesNothing).filter((path) => !(path in paths))).toEqual([]);
  });
});
