import type { ApiDependencies } from '../api-dependencies.ts';
import { buildApp } from '../app.ts';

/** A dependency that the document does not need; using it is a mistake and says so. */
const unused = (name: string) =>
  new Proxy(
    {},
    {
      get: (_target, property) => {
        throw new Error(`describing the API must not use ${name}.${String(property)}`);
      },
    },
  );

/** The OpenAPI document of all routes, made without database or any other service. */
export async function openApiDocument(): Promise<object> {
  const dependencies = {
    useCases: unused('useCases'),
    datasets: unused('datasets'),
    authenticator: unused('authenticator'),
    users: unused('users'),
    apiKeys: unused('apiKeys'),
    secondFactors: unused('secondFactors'),
    singleSignOn: null,
    idempotency: unused('idempotency'),
    store: unused('store'),
    objects: unused('objects'),
    localTransfers: null,
    eventLog: unused('eventLog'),
    events: { subscribe: () => () => {} },
    metrics: null,
  } as unknown as ApiDependencies;
  const app = await buildApp(dependencies, {
    logger: null,
    publicUrl: null,
    maxUploadBytes: 64 * 1024 * 1024,
    uploadMemoryBytes: 512 * 1024 * 1024,
    requestsPerMinute: 6000,
    webRoot: null,
    earlierRoutes: false,
    trustProxy: false,
    tls: null,
    heartbeatMs: 15_000,
  });
  try {
    return app.swagger();
  } finally {
    await app.close();
  }
}
