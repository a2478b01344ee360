import type { AddressInfo } from 'node:net';
import type { Role } from '@mlmcsc/contracts';
import {
  createDriftUseCases,
  createForceCurveUseCases,
  createLaboratoryUseCases,
  createLetterheadUseCases,
  createReportUseCases,
  createSpecimenImports,
  createStudyUseCases,
  createWebhookUseCases,
  type ObjectStore,
  printReport,
  readOperations,
  type UnknownSpecimens,
} from '@mlmcsc/core';
import {
  createAuth,
  type OidcSettings,
  PostgresApiKeys,
  SessionAuthenticator,
  SingleSignOn,
  TimeBasedSecondFactors,
  UserAccounts,
} from '@mlmcsc/platform/auth';
import { MemoryAttempts, MemoryCounters } from '@mlmcsc/platform/cache';
import { ThreadCurveFitter } from '@mlmcsc/platform/curves';
import { SharpImageCodec } from '@mlmcsc/platform/images';
import { FilesystemObjectStore } from '@mlmcsc/platform/objects';
import {
  appendAudit,
  createPool,
  PostgresEventListener,
  PostgresEventLog,
  PostgresIdempotencyStore,
  PostgresStore,
  releasedMigrations,
} from '@mlmcsc/platform/postgres';
import { ThreadReportPrinter } from '@mlmcsc/platform/report-pdf';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { ThreadTables } from '@mlmcsc/platform/tables';
import { silentLog, startTestDatabaseServer } from '@mlmcsc/platform/testing';
import { createSecretBox, GuardedWebhookSender } from '@mlmcsc/platform/webhooks';
import { poolUrlOf } from '../../../../../test/services/database-route.ts';
import type { ApiOptions } from '../../../src/api-dependencies.ts';
import { buildApp } from '../../../src/app.ts';
import { RequestAuthenticator } from '../../../src/http/request-authenticator.ts';
import { type OpenApiDocument, ResponseChecker } from './response-checker.ts';
import { createTestUseCases, type TestUseCases } from './test-use-cases.ts';

const SECRET = 's3cr3t'.repeat(8);
export const PASSWORD = 'correct horse battery staple';
export const ALL_ROLES: readonly Role[] = ['viewer', 'technician', 'reviewer', 'engineer', 'admin'];

/** An answer read to its end, already held to the OpenAPI document. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
}

export interface Call {
  readonly as?: Role | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly body?: string | FormData | Uint8Array<ArrayBuffer>;
}

export interface TestApi extends TestUseCases {
  readonly url: string;
  readonly pool: ReturnType<typeof createPool>;
  readonly store: PostgresStore;
  databasePid(): number;
  /** Ends the database server for good. */
  stopDatabase(): Promise<void>;
  readonly accounts: UserAccounts;
  readonly apiKeys: PostgresApiKeys;
  readonly checker: ResponseChecker;
  /** Cookie header of a user of that role. */
  cookie(role: Role): string;
  /** Cookie header of a user with the password of the tests; counts for no limit of sign-ins. */
  signIn(username: string): Promise<string>;
  call(method: string, path: string, call?: Call): Promise<Answer>;
  close(): Promise<void>;
}

/** The whole API on a real database, listening on a free port, with one signed-in user a role. */
export async function startTestApi(
  changes: Partial<ApiOptions> = {},
  objects?: ObjectStore,
  {
    rolesWithSecondFactor = [],
    settings = null,
    unknownSpecimens,
  }: {
    readonly rolesWithSecondFactor?: readonly Role[];
    readonly settings?: OidcSettings | null;
    readonly unknownSpecimens?: UnknownSpecimens;
  } = {},
): Promise<TestApi> {
  const server = await startTestDatabaseServer();
  const databaseUrl = await server.createDatabase();
  const pool = createPool({ url: await poolUrlOf(databaseUrl), applicationName: 'test-api', log: silentLog });
  const events = new PostgresEventListener(databaseUrl, silentLog);
  await events.start();
  const store = new PostgresStore(pool);
  const test = await createTestUseCases(store, objects, unknownSpecimens);
  const accounts = new UserAccounts(pool, appendAudit);
  const secondFactors = new TimeBasedSecondFactors({ pool, secret: SECRET, record: appendAudit });
  const apiKeys = new PostgresApiKeys(pool, appendAudit);
  const sessions = new SessionAuthenticator({
    auth: createAuth({ pool, secret: SECRET, publicUrl: null, log: silentLog }),
    pool,
    secondFactors,
    rolesWithSecondFactor,
  });
  const curves = new ThreadCurveFitter();
  const tables = new ThreadTables();
  const printer = new ThreadReportPrinter();
  const reports = createReportUseCases({ store, curves, clock: systemClock, ids: uuidV7 });
  const codec = new SharpImageCodec();
  const laboratory = createLaboratoryUseCases({ store, clock: systemClock, ids: uuidV7 });
  const app = await buildApp(
    {
      useCases: test.useCases,
      datasets: test.datasets,
      authenticator: new RequestAuthenticator(sessions, apiKeys),
      users: accounts,
      apiKeys,
      secondFactors,
      singleSignOn:
        settings === null
          ? null
          : new SingleSignOn({ settings, pool, sessions, secret: SECRET, record: appendAudit }),
      laboratory,
      forceCurves: createForceCurveUseCases({ store, objects: test.objects, clock: systemClock, laboratory }),
      studies: createStudyUseCases({ store, clock: systemClock, ids: uuidV7 }),
      curves,
      specimenImports: createSpecimenImports({ store, clock: systemClock, ids: uuidV7 }),
      tables,
      reports,
      letterhead: createLetterheadUseCases({ store, objects: test.objects, codec, clock: systemClock }),
      printReport: (id) =>
        printReport({ store, objects: test.objects, codec, reports, printer, publicUrl: null }, id),
      drift: createDriftUseCases({ store, clock: systemClock, ids: uuidV7 }),
      webhooks: createWebhookUseCases({
        ...{ store, clock: systemClock, ids: uuidV7 },
        secrets: createSecretBox('s3cr3t'.repeat(8)),
        sender: new GuardedWebhookSender({ allowHttp: false, allowedNetworks: [] }),
      }),
      idempotency: new PostgresIdempotencyStore(pool),
      store,
      objects: test.objects,
      localTransfers: test.objects instanceof FilesystemObjectStore ? test.objects.transfers : null,
      events,
      counters: new MemoryCounters(),
      attempts: new MemoryAttempts(),
      checkCache: null,
      eventLog: new PostgresEventLog(pool),
      readOperations: () =>
        readOperations({
          ...{ store, objects: test.objects, checkCache: null, clock: systemClock, release: '1.2.3' },
          ...{ releasedMigrations, readDisk: async () => ({ freeBytes: 40e9, totalBytes: 100e9 }) },
        }),
      metrics: null,
    },
    {
      logger: null,
      publicUrl: null,
      maxUploadBytes: 8 * 1024 * 1024,
      uploadMemoryBytes: 64 * 1024 * 1024,
      requestsPerMinute: 100_000,
      webRoot: null,
      earlierRoutes: false,
      trustProxy: false,
      tls: null,
      heartbeatMs: 200,
      ...changes,
    },
  );
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

  const signIn = async (username: string) => {
    const { setCookies } = await sessions.signIn({
      ...{ username, password: PASSWORD, userAgent: undefined, ipAddress: '127.0.0.1' },
    });
    return setCookies.map((line) => line.split(';', 1)[0]).join('; ');
  };
  const cookies = new Map<Role, string>();
  for (const role of ALL_ROLES) {
    await accounts.createUser({ username: role, password: PASSWORD, role });
    cookies.set(role, await signIn(role));
  }
  const checker = new ResponseChecker(app.swagger() as unknown as OpenApiDocument);

  return {
    ...test,
    url,
    pool,
    store,
    databasePid: server.pid,
    stopDatabase: () => server.stop(),
    accounts,
    apiKeys,
    checker,
    cookie: (role) => cookies.get(role) ?? '',
    signIn,
    async call(method, path, { as = null, headers = {}, json, body } = {}) {
      const response = await fetch(`${url}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(as === null ? {} : { cookie: cookies.get(as) ?? '' }),
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(json === undefined ? (body === undefined ? {} : { body }) : { body: JSON.stringify(json) }),
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      const contentType = response.headers.get('content-type');
      checker.check(method, path, { status: response.status, headers: response.headers, body: bytes });
      const isJson = /[/+]json/.test(contentType ?? '') && bytes.length > 0;
      return {
        status: response.status,
        headers: response.headers,
        body: bytes,
        json: isJson ? JSON.parse(bytes.toString('utf8')) : null,
      };
    },
    async close() {
      await app.close();
      await curves.close();
      await tables.close();
      await printer.close();
      await events.close();
      await test.close();
      await pool.end();
      await server.stop();
    },
  };
}
