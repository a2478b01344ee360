type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
interface Response {
  readonly description: string;
  readonly content?: { readonly [mediaType: string]: Json };
  readonly headers?: { readonly [name: string]: Json };
}
interface Operation {
  readonly parameters?: readonly Json[];
  readonly responses: Readonly<Record<string, Response>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly [key: string]: Json };
}

/** Headers that answers carry by rules of the whole server, by the name under which the document keeps them. */
const HEADERS: { readonly [name: string]: { description: string; required: boolean; schema: Json } } = {
  'X-Request-Id': {
    description:
      'Identifies the request in the log: the one sent as `X-Request-Id` when it has 8 to 64 letters, digits, dots, hyphens or underscores, else a new one',
    required: true,
    schema: { type: 'string', pattern: '^[A-Za-z0-9._-]{8,64}$' },
  },
  ETag: {
    description: 'Tag of exactly this answer, for `If-None-Match` and, where a route takes it, `If-Match`',
    required: true,
    schema: { type: 'string', pattern: '^"[\\x21\\x23-\\x7e]+"$' },
  },
  'Retry-After': {
    description: 'Seconds after which to try again',
    required: true,
    schema: { type: 'string', pattern: '^[0-9]+$' },
  },
  'WWW-Authenticate': {
    description: 'How to sign in',
    required: true,
    schema: { type: 'string' },
  },
  Location: {
    description: 'Address of what was made',
    required: false,
    schema: { type: 'string', format: 'uri-reference' },
  },
  'Idempotent-Replayed': {
    description: '`true` when this repeats the answer to an earlier request with the same `Idempotency-Key`',
    required: false,
    schema: { type: 'string', const: 'true' },
  },
};

const IF_NONE_MATCH: Json = {
  name: 'if-none-match',
  in: 'header',
  required: false,
  description: 'The `ETag` of the answer you have; 304 says that it is still right',
  schema: { type: 'string' },
};
const REQUEST_ID: Json = {
  name: 'x-request-id',
  in: 'header',
  required: false,
  description: 'An identifier of yours for this request, to find it in the log; ignored when it is unfit',
  schema: { type: 'string' },
};

/** Adds to an OpenAPI document the headers that no single route declares, and 304 where answers have tags. */
export function declareHeaders(document: unknown): unknown {
  const { paths, components, ...rest } = document as Document;
  return {
    ...rest,
    components: {
      ...components,
      headers: HEADERS as unknown as Json,
      parameters: { IfNoneMatch: IF_NONE_MATCH, RequestId: REQUEST_ID },
    },
    paths: Object.fromEntries(
      Object.entries(paths).map(([path, methods]) => [
        path,
        Object.fromEntries(
          Object.entries(methods).map(([method, operation]) => [
            method,
            withHeaders(path, method, operation),
          ]),
        ),
      ]),
    ),
  };
}

function withHeaders(path: string, method: string, operation: Operation): Operation {
  const success = operation.responses['200'];
  const hasTag = method === 'get' && path.startsWith('/api/') && isTagged(success);
  const takesKey = JSON.stringify(operation.parameters ?? []).includes('"idempotency-key"');
  const takesMatch = JSON.stringify(operation.parameters ?? []).includes('"if-match"');
  const responses = Object.entries(operation.responses).map(([status, response]) => {
    const code = Number(status);
    const names = [
      'X-Request-Id',
      ...((hasTag && code === 200) || ((method === 'put' || method === 'patch') && takesMatch && code === 200)
        ? ['ETag']
        : []),
      ...(code === 429 || code === 503 ? ['Retry-After'] : []),
      ...(code === 401 ? ['WWW-Authenticate'] : []),
      ...(method === 'post' && (code === 200 || code === 201 || code === 202) && takesKey
        ? ['Location', 'Idempotent-Replayed']
        : []),
    ];
    const headers = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
    return [status, { ...response, headers: { ...response.headers, ...headers } }] as const;
  });
  const notModified: Response = {
    description: 'What you have is still right',
    headers: {
      'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' },
      ETag: { $ref: '#/components/headers/ETag' },
    },
  };
  return {
    ...operation,
    parameters: [
      ...(operation.parameters ?? []),
      { $ref: '#/components/parameters/RequestId' },
      ...(hasTag ? [{ $ref: '#/components/parameters/IfNoneMatch' }] : []),
    ],
    responses: Object.fromEntries([
      ...responses,
      ...(hasTag && operation.responses['304'] === undefined ? [['304', notModified] as const] : []),
    ]),
  };
}

/** JSON answers and pictures have tags; streams have none. */
function isTagged(response: Response | undefined): boolean {
  const mediaTypes = Object.keys(response?.content ?? {});
  return mediaTypes.some((mediaType) => mediaType === 'application/json' || mediaType.startsWith('image/'));
}
