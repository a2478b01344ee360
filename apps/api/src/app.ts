import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Unavailable } from '@mlmcsc/core';
import fastify from 'fastify';
import type { ApiDependencies, ApiOptions } from './api-dependencies.ts';
import type { ApiContext, ApiInstance } from './api-instance.ts';
import { EventStreams } from './http/event-streams.ts';
import { answerTo, sendProblem } from './http/problem.ts';
import { SignInGuard } from './http/sign-in-guard.ts';
import { UploadMemory } from './http/upload-memory.ts';
import { validatorCompiler } from './http/validator-compiler.ts';
import { checkBodySize } from './plugins/body-size-check.ts';
import { drainConnections } from './plugins/connection-drain.ts';
import { answerConnectionError, answerOddities } from './plugins/connection-errors.ts';
import { tagEntities } from './plugins/entity-tags.ts';
import { handleErrors, KnownAddresses, notFoundAnswer } from './plugins/error-handling.ts';
import { limitLoad } from './plugins/load-limits.ts';
import { describeApi } from './plugins/openapi.ts';
import { checkPermissions } from './plugins/permission-check.ts';
import { echoRequestIds, requestIdOf } from './plugins/request-ids.ts';
import { RequestLog } from './plugins/request-log.ts';
import { countRequests } from './plugins/request-metrics.ts';
import { nameRequestOrigins } from './plugins/request-origins.ts';
import { checkSameSite } from './plugins/same-site-check.ts';
import { setSecurityHeaders } from './plugins/security-headers.ts';
import { carryTraces } from './plugins/traces.ts';
import { type PageFallback, serveWebFiles } from './plugins/web-files.ts';
import { accountRoutes } from './routes/account/index.ts';
import { analysisRoutes } from './routes/analyses/index.ts';
import { auditRoutes } from './routes/audit/index.ts';
import { datasetRoutes } from './routes/datasets/index.ts';
import { deploymentRoutes } from './routes/deployments/index.ts';
import { driftRoutes } from './routes/drift/index.ts';
import { earlierRoutes } from './routes/earlier/index.ts';
import { eventRoutes } from './routes/events/index.ts';
import { healthRoutes } from './routes/health/index.ts';
import { historyRoutes } from './routes/history/index.ts';
import { imageRoutes } from './routes/images/index.ts';
import { answerInferenceErrors, inferenceRoutes } from './routes/inference/index.ts';
import { jobRoutes } from './routes/jobs/index.ts';
import { labelRoutes } from './routes/labels/index.ts';
import { laboratoryRoutes } from './routes/laboratory/index.ts';
import { learningRoutes } from './routes/learning/index.ts';
import { letterheadRoutes } from './routes/letterhead/index.ts';
import { modelRoutes } from './routes/models/index.ts';
import { oneTimeLinkRoutes } from './routes/one-time-links/index.ts';
import { operationRoutes } from './routes/operations/index.ts';
import { peopleRoutes } from './routes/people/index.ts';
import { problemRoutes } from './routes/problems/index.ts';
import { promotionRoutes } from './routes/promotions/index.ts';
import { reportRoutes } from './routes/reports/index.ts';
import { retentionRoutes } from './routes/retention/index.ts';
import { scheduleRoutes } from './routes/schedules/index.ts';
import { sessionRoutes } from './routes/session/index.ts';
import { studyRoutes } from './routes/studies/index.ts';
import { transferRoutes } from './routes/transfers/index.ts';
import { trialRoutes } from './routes/trials/index.ts';
import { uploadRoutes } from './routes/uploads/index.ts';
import { userRoutes } from './routes/users/index.ts';
import { webhookRoutes } from './routes/webhooks/index.ts';
import { renewCertificate } from './tls/renew-certificate.ts';
import { readCertificate } from './tls/serving-certificate.ts';
import { API_VERSION } from './version.ts';

const JSON_BODY_LIMIT_BYTES = 1024 * 1024;

/** Makes the HTTP server, ready but not listening. Closing it ends event streams and lets running requests finish. */
export async function buildApp(dependencies: ApiDependencies, options: ApiOptions): Promise<ApiInstance> {
  let closing = false;
  const certificate = options.tls === null ? null : await readCertificate(options.tls);
  const app = fastify({
    ...(options.logger === null ? { logger: false } : { loggerInstance: options.logger }),
    logController: new RequestLog(),
    genReqId: requestIdOf,
    trustProxy: options.trustProxy,
    ...(certificate === null ? {} : { https: { ...certificate, minVersion: 'TLSv1.2' as const } }),
    bodyLimit: JSON_BODY_LIMIT_BYTES,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    requestTimeout: 300_000,
    // Node would answer in its own words; `answerOddities` does.
    http: { requireHostHeader: false },
    clientErrorHandler: answerConnectionError,
    frameworkErrors: (error, request, reply) =>
      sendProblem(request as never, reply as never, answerTo(error)),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  }).withTypeProvider<TypeBoxTypeProvider>() as ApiInstance;

  app.setValidatorCompiler(validatorCompiler as never);
  // The presenters list every field and the contract tests hold each answer to its schema, so plain JSON is enough.
  app.setSerializerCompiler(() => (payload) => JSON.stringify(payload));
  app.removeContentTypeParser('text/plain');

  // First: what is counted when a request ends may ask whether its trace is kept.
  carryTraces(app);
  if (dependencies.metrics !== null) countRequests(app, dependencies.metrics);
  if (options.tls !== null && certificate !== null) renewCertificate(app, options.tls, certificate);
  drainConnections(app);
  answerOddities(app);
  handleErrors(app);
  echoRequestIds(app);
  nameRequestOrigins(app);
  app.addHook('onRequest', async (request) => {
    // Connections that were open before may still bring requests; supervisors are told by /readyz.
    if (closing && !/^\/(livez|readyz)/.test(request.url)) {
      throw new Unavailable('shutting-down', 'The server is shutting down.');
    }
  });
  const addresses = new KnownAddresses();
  app.addHook('onRoute', ({ url, method }) => addresses.add(url, [method].flat()));
  let showPage: PageFallback = () => null;
  app.setNotFoundHandler((request, reply) => {
    const page = showPage(request, reply);
    if (page !== null) return page;
    const path = request.url.split('?', 1)[0] ?? '/';
    const { answer, allowed } = notFoundAnswer(addresses, request.method, path);
    if (allowed !== null) reply.header('allow', allowed.join(', '));
    return sendProblem(request, reply, answer);
  });
  await setSecurityHeaders(app, options.publicUrl?.startsWith('https:') ?? false);
  await limitLoad(app, dependencies.counters, options.requestsPerMinute);
  checkSameSite(app, options.publicUrl);
  const assertTableUsed = checkPermissions(app, dependencies.authenticator);
  checkBodySize(app);
  await app.register(multipart, { throwFileSizeLimit: true });
  await app.register(compress, {
    // Bodies that arrive compressed could grow without bound.
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    threshold: 1024,
    // Higher levels gain little on answers made for one reader.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    customTypes:
      /^(text\/(html|css|csv|javascript)|application\/(json|problem\+json|javascript)|image\/svg\+xml)/,
  });
  await describeApi(app, API_VERSION, options.earlierRoutes);

  const eventStreams = new EventStreams({
    events: dependencies.events,
    eventLog: dependencies.eventLog,
    useCases: dependencies.useCases,
    authenticator: dependencies.authenticator,
    log: app.log,
    heartbeatMs: options.heartbeatMs,
  });
  app.addHook('preClose', async () => {
    closing = true;
    eventStreams.close();
  });

  const uploadMemory = new UploadMemory(options.uploadMemoryBytes);
  const context: ApiContext = {
    ...dependencies,
    options,
    eventStreams,
    uploadMemory,
    signInGuard: new SignInGuard(dependencies.attempts),
    isClosing: () => closing,
  };
  for (const endpoint of [...healthRoutes, ...problemRoutes]) endpoint(app, context);
  await app.register(
    async (scope) => {
      // What the API tells is for the one who asked; pictures that never change say otherwise.
      scope.addHook('onRequest', async (_request, reply) => {
        reply.header('cache-control', 'no-store');
      });
      tagEntities(scope as ApiInstance);
      const routes = [
        ...sessionRoutes,
        ...accountRoutes,
        ...userRoutes,
        ...oneTimeLinkRoutes,
        ...imageRoutes,
        ...uploadRoutes,
        ...transferRoutes,
        ...analysisRoutes,
        ...labelRoutes,
        ...laboratoryRoutes,
        ...reportRoutes,
        ...driftRoutes,
        ...studyRoutes,
        ...jobRoutes,
        ...scheduleRoutes,
        ...webhookRoutes,
        ...eventRoutes,
        ...modelRoutes,
        ...deploymentRoutes,
        ...promotionRoutes,
        ...trialRoutes,
        ...datasetRoutes,
        ...learningRoutes,
        ...historyRoutes,
        ...auditRoutes,
        ...peopleRoutes,
        ...retentionRoutes,
        ...letterheadRoutes,
        ...operationRoutes,
      ];
      for (const endpoint of routes) endpoint(scope as ApiInstance, context);
    },
    { prefix: '/api/v1' },
  );
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', async (_request, reply) => {
        reply.header('cache-control', 'no-store');
      });
      answerInferenceErrors(scope as ApiInstance);
      for (const endpoint of inferenceRoutes) endpoint(scope as ApiInstance, context);
    },
    { prefix: '/v2' },
  );
  if (options.earlierRoutes) {
    await app.register(async (scope) => {
      scope.addHook('onRequest', async (_request, reply) => {
        reply.header('cache-control', 'no-store');
      });
      for (const endpoint of earlierRoutes) endpoint(scope as ApiInstance, context);
    });
  }
  showPage = await serveWebFiles(app, options.webRoot);
  await app.ready();
  assertTableUsed();
  return app;
}
