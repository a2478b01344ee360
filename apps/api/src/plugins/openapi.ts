import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { ServerEvent } from '@mlmcsc/contracts';
import type { TSchema } from 'typebox';
import type { ApiInstance } from '../api-instance.ts';
import { problems } from '../http/route-schema.ts';
import { declareHeaders } from '../openapi/declare-headers.ts';
import { EXAMPLES } from '../openapi/examples.ts';
import { hoistSchemas, keepSchemaNames } from '../openapi/hoist-schemas.ts';
import { type Access, readAccess } from '../permissions.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Documents a multipart form, which is read as a stream and not by the validator. */
    multipartForm?: TSchema;
  }
}

const TAGS = [
  { name: 'session', description: 'Signing in and out' },
  { name: 'account', description: "One's own account" },
  { name: 'users', description: 'Users, for administrators' },
  { name: 'images', description: 'Pictures of fracture faces' },
  { name: 'analyses', description: 'Measurements of percent shear' },
  { name: 'labels', description: "Technicians' judgements, from which the system learns" },
  { name: 'laboratory', description: 'Heats, testing machines, series and specimens' },
  { name: 'reports', description: 'Reports of series: written down, signed, superseded, verified' },
  { name: 'studies', description: 'Blind readings by several people, and how well they agree' },
  { name: 'drift', description: 'Whether pictures, answers and labels are as they were' },
  { name: 'jobs', description: 'Work done in the background' },
  { name: 'events', description: 'What happens, as it happens' },
  { name: 'webhooks', description: 'Other systems that are told of events' },
  { name: 'models', description: 'Versions of the model' },
  { name: 'datasets', description: 'Versions of the labelled data' },
  { name: 'learning', description: 'How the system learns' },
  { name: 'history', description: 'Everything measured so far' },
  { name: 'retention', description: 'How long pictures are kept, and which stay whatever the policies say' },
  { name: 'audit', description: 'Who did what' },
  {
    name: 'inference',
    description: 'The Open Inference Protocol, version 2, for standard model-serving clients',
  },
  { name: 'people', description: 'What is stored about a person' },
  { name: 'operations', description: 'How the installation stands, for whoever runs it' },
  { name: 'health', description: 'For load balancers and supervisors' },
];

const EARLIER_TAG = { name: 'earlier', description: 'The routes of the earlier MLMCSC, for its clients' };

/** What can be wrong with any request that changes something, also one that needs no body. */
const ANY_BODY = [
  'invalid-request',
  'malformed-body',
  'unsupported-media-type',
  'cross-site-request',
] as const;

/** The pages write styles into elements; everything comes from here. */
const DOCS_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

const DESCRIPTION = `Measures percent shear of Charpy fracture faces from photographs and learns from corrections.

Sign in with \`POST /api/v1/session\`; the session travels in an HttpOnly cookie. Programs send an API key instead: \`Authorization: Bearer mlmcsc_…\`. Errors are problem+json (RFC 9457): branch on \`code\`, not on texts. Lists are paged with opaque cursors. Times are RFC 3339 in UTC. Unknown fields are refused.`;

/** Builds the OpenAPI document from the routes' own schemas, serves it at /openapi.json and explains it at /docs. */
export async function describeApi(
  app: ApiInstance,
  version: string,
  hasEarlierRoutes: boolean,
): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'MLMCSC',
        version,
        description: DESCRIPTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      tags: hasEarlierRoutes ? [...TAGS, EARLIER_TAG] : TAGS,
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'mlmcsc.session_token',
            description: 'Set by signing in',
          },
          apiKey: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'mlmcsc_…',
            description: 'An API key with the scope of the route, of a user with its role',
          },
        },
      },
    },
    transform: ({ schema, url, route }) => {
      const { multipartForm, access } = route.config as { multipartForm?: TSchema; access?: Access };
      const described = { ...schema } as Record<string, unknown>;
      if (multipartForm !== undefined) {
        described.consumes = ['multipart/form-data'];
        described.body = multipartForm;
      }
      if (schema?.response !== undefined) {
        const { role, scope } = readAccess(access ?? 'public');
        described['x-required-role'] = role ?? 'public';
        if (role !== null) described['x-required-scope'] = scope;
        described.response = {
          ...problems(route.method === 'GET' ? ['invalid-request'] : ANY_BODY, 'public'),
          ...(schema.response as object),
        };
        described.security =
          role === null ? [] : scope === null ? [{ session: [] }] : [{ session: [] }, { apiKey: [] }];
      }
      return { schema: keepSchemaNames(described) as never, url };
    },
    transformObject: (document) =>
      declareHeaders(
        hoistSchemas(
          'openapiObject' in document ? document.openapiObject : document.swaggerObject,
          [ServerEvent],
          EXAMPLES,
        ),
      ) as never,
  });
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    return app.swagger();
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: DOCS_POLICY,
    uiConfig: { url: '/openapi.json', validatorUrl: null, deepLinking: true, persistAuthorization: false },
  });
}
