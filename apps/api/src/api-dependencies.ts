import type {
  ApiKeys,
  AttemptLedger,
  Counters,
  CurveFitter,
  DatasetUseCases,
  DriftUseCases,
  EventListener,
  EventLog,
  ForceCurveUseCases,
  LaboratoryUseCases,
  LetterheadUseCases,
  ObjectStore,
  OperationsReport,
  PrintedReport,
  ReportUseCases,
  SecondFactors,
  SpecimenImports,
  Store,
  StudyUseCases,
  UseCases,
  Users,
  WebhookUseCases,
} from '@mlmcsc/core';
import type { ProcessMetrics } from '@mlmcsc/platform/metrics';
import type { ThreadTables } from '@mlmcsc/platform/tables';
import type { FastifyBaseLogger } from 'fastify';
import type { Authenticator, SingleSignOnDoor } from './http/authenticator.ts';
import type { IdempotencyStore } from './http/idempotency-store.ts';
import type { LocalTransfers } from './routes/transfers/local-transfers.ts';
import type { CertificateFiles } from './tls/serving-certificate.ts';

/** What the routes need; made once in `compose.ts`, or by a test. */
export interface ApiDependencies {
  readonly useCases: UseCases;
  readonly datasets: DatasetUseCases;
  readonly webhooks: WebhookUseCases;
  readonly laboratory: LaboratoryUseCases;
  readonly studies: StudyUseCases;
  readonly curves: CurveFitter;
  readonly specimenImports: SpecimenImports;
  readonly forceCurves: ForceCurveUseCases;
  readonly tables: ThreadTables;
  readonly reports: ReportUseCases;
  readonly letterhead: LetterheadUseCases;
  /** A report as PDF. */
  readonly printReport: (id: string) => Promise<PrintedReport>;
  readonly drift: DriftUseCases;
  readonly authenticator: Authenticator;
  readonly users: Users;
  readonly apiKeys: ApiKeys;
  readonly secondFactors: SecondFactors;
  /** Null when it is not configured. */
  readonly singleSignOn: SingleSignOnDoor | null;
  readonly idempotency: IdempotencyStore;
  readonly store: Pick<Store, 'rows' | 'check'>;
  readonly objects: Pick<ObjectStore, 'check' | 'get'>;
  /** Null where the object store has addresses of its own. */
  readonly localTransfers: LocalTransfers | null;
  readonly events: EventListener;
  /** Requests of an address. */
  readonly counters: Counters;
  /** Failed sign-ins. */
  readonly attempts: AttemptLedger;
  /** Null when the process shares nothing. @throws Unavailable `cache-unavailable` */
  readonly checkCache: (() => Promise<void>) | null;
  readonly eventLog: EventLog;
  readonly readOperations: () => Promise<OperationsReport>;
  /** Null counts nothing. */
  readonly metrics: ProcessMetrics | null;
}

/** Limits and addresses of one API process. */
export interface ApiOptions {
  /** Null logs nothing. */
  readonly logger: FastifyBaseLogger | null;
  /** Address users see, e.g. `https://lab.example`; null takes the Host header of each request. */
  readonly publicUrl: string | null;
  readonly maxUploadBytes: number;
  /** Bytes of pictures held in memory by uploads at one time. */
  readonly uploadMemoryBytes: number;
  /** Requests a minute of one address; generous, a guard against runaway scripts. */
  readonly requestsPerMinute: number;
  /** Folder of the web build, or null when it is served elsewhere. */
  readonly webRoot: string | null;
  /** Whether the routes of the earlier MLMCSC are there. */
  readonly earlierRoutes: boolean;
  /** Whose X-Forwarded-* are believed: everybody's, nobody's, or those of proxies with these addresses. */
  readonly trustProxy: boolean | string;
  /** Certificate to serve TLS with; null: plain HTTP. */
  readonly tls: CertificateFiles | null;
  /** Interval of SSE heartbeats, ms. */
  readonly heartbeatMs: number;
}
