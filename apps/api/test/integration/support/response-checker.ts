import Schema from 'typebox/schema';

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
        readonly headers?: Readonly<Record<string, { readonly $ref: string }>>;
      }
    >
  >;
  readonly 'x-required-role': string;
  readonly 'x-required-scope'?: string | null;
}

/** An OpenAPI document, as far as the tests read it. */
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly headers?: Readonly<
      Record<string, { readonly required: boolean; readonly schema: { readonly pattern?: string } }>
    >;
  };
}

export interface DocumentedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** Holds every answer to what the OpenAPI document promises. */
export class ResponseChecker {
  readonly #document: OpenApiDocument;
  readonly #validators = new Map<object, ReturnType<typeof Schema.Compile>>();
  /** `<operationId> <status>` of every answer seen. */
  readonly seen = new Set<string>();

  constructor(document: OpenApiDocument) {
    this.#document = document;
  }

  get operations(): readonly DocumentedOperation[] {
    return Object.entries(this.#document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        operation,
      })),
    );
  }

  /** @throws Error saying what the document does not promise */
  check(method: string, url: string, answer: { status: number; headers: Headers; body: Buffer }): void {
    const path = url.split('?', 1)[0] ?? url;
    const found = this.#find(method, path);
    if (found === null) return;
    const where = `${method} ${found.path} → ${answer.status}`;
    const promised = found.operation.responses[String(answer.status)];
    if (promised === undefined) throw new Error(`${where} is not in the OpenAPI document: ${answer.body}`);
    this.seen.add(`${found.operation.operationId} ${answer.status}`);
    this.#checkHeaders(where, Object.keys(promised.headers ?? {}), answer.headers);
    if (promised.content === undefined) {
      if (answer.body.length > 0) throw new Error(`${where} has a body, but none is promised`);
      return;
    }
    const mediaType = answer.headers.get('content-type')?.split(';', 1)[0]?.trim() ?? '';
    const content = promised.content[mediaType];
    if (content === undefined) throw new Error(`${where} has the content type ${mediaType}`);
    if (!/[/+]json$/.test(mediaType) || content.schema === undefined || method === 'HEAD') return;
    const value: unknown = JSON.parse(answer.body.toString('utf8'));
    const validator = this.#validator(content.schema);
    if (!validator.Check(value)) {
      const [, errors] = validator.Errors(value);
      throw new Error(`${where} does not fit its schema: ${JSON.stringify(errors)} in ${answer.body}`);
    }
  }

  #checkHeaders(where: string, names: readonly string[], headers: Headers): void {
    for (const name of names) {
      const declared = this.#document.components.headers?.[name];
      if (declared === undefined)
        throw new Error(`${where} refers to the header ${name}, which is not declared`);
      const value = headers.get(name);
      if (value === null) {
        if (declared.required) throw new Error(`${where} lacks the header ${name}`);
      } else if (declared.schema.pattern !== undefined && !new RegExp(declared.schema.pattern).test(value)) {
        throw new Error(`${where} has ${name}: ${value}`);
      }
    }
  }

  #find(method: string, path: string): DocumentedOperation | null {
    const candidates = this.operations.filter(
      (candidate) =>
        candidate.method === (method === 'HEAD' ? 'GET' : method) &&
        new RegExp(`^${candidate.path.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
    );
    // A fixed address (`/models/current`) wins over a pattern.
    return (
      candidates.sort((left, right) => left.path.split('{').length - right.path.split('{').length)[0] ?? null
    );
  }

  #validator(schema: object) {
    let validator = this.#validators.get(schema);
    if (validator === undefined) {
      validator = Schema.Compile({ ...schema, components: this.#document.components } as never);
      this.#validators.set(schema, validator);
    }
    return validator;
  }
}
