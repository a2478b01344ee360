import type { ApiKeyScope, JobKind, JobPriority, Role } from '@mlmcsc/contracts';

/** Roles in order; each may do all that those before it may. */
export const ROLES: readonly Role[] = ['viewer', 'technician', 'reviewer', 'engineer', 'admin'];

/** What a scope lets an API key do, for people. */
export const SCOPES: Readonly<Record<ApiKeyScope, string>> = {
  read: 'look at pictures, analyses, labels, jobs, models and the history, and follow events',
  measure: 'upload pictures and measure them',
  label: 'accept and correct analyses',
  records:
    'enter and correct heats, machines, series, specimens and studies, hold pictures, and acknowledge drift',
  jobs: 'start, cancel and re-run jobs',
  models:
    'choose how the system learns and which model answers, freeze and import datasets, take references of drift',
  admin:
    'look at users, switch them off and on, look after webhooks, choose how long pictures are kept, and read the audit trail',
};

/**
 * Who may call a route:
 * - `public`: everybody;
 * - a role: people signed in with at least this role, and no API key;
 * - `role:scope`: the same people, and API keys with the scope whose owners have the role when the key is used.
 */
export type Access = 'public' | Role | `${Role}:${ApiKeyScope}`;

/**
 * Every route and who may call it. The server refuses to start when a route is missing here, or one is left over.
 * What hands out credentials or roles names no scope: only people who are signed in may do that.
 */
export const PERMISSIONS: Readonly<Record<string, Access>> = {
  'POST /api/v1/session': 'public',
  'GET /api/v1/session': 'viewer:read',
  'DELETE /api/v1/session': 'public',

  'GET /api/v1/session/options': 'public',
  'GET /api/v1/session/sso': 'public',
  'GET /api/v1/session/sso/callback': 'public',

  'POST /api/v1/one-time-links/inspect': 'public',
  'POST /api/v1/one-time-links/redeem': 'public',

  'GET /api/v1/account': 'viewer',
  'PUT /api/v1/account/password': 'viewer',
  'POST /api/v1/account/second-factor': 'viewer',
  'POST /api/v1/account/second-factor/confirm': 'viewer',
  'POST /api/v1/account/second-factor/remove': 'viewer',
  'POST /api/v1/account/recovery-codes': 'viewer',
  'GET /api/v1/account/sessions': 'viewer',
  'DELETE /api/v1/account/sessions': 'viewer',
  'DELETE /api/v1/account/sessions/:sessionId': 'viewer',
  'GET /api/v1/account/api-keys': 'viewer',
  'POST /api/v1/account/api-keys': 'viewer',
  'DELETE /api/v1/account/api-keys/:keyId': 'viewer',

  'GET /api/v1/users': 'admin:admin',
  'POST /api/v1/users': 'admin',
  'GET /api/v1/users/:id': 'admin:admin',
  'PATCH /api/v1/users/:id': 'admin',
  'POST /api/v1/users/:id/deactivate': 'admin:admin',
  'POST /api/v1/users/:id/reactivate': 'admin:admin',
  'POST /api/v1/users/:id/one-time-link': 'admin',
  'DELETE /api/v1/users/:id/second-factor': 'admin',
  'GET /api/v1/users/:id/sessions': 'admin:admin',
  'DELETE /api/v1/users/:id/sessions': 'admin:admin',
  'DELETE /api/v1/users/:id/sessions/:sessionId': 'admin:admin',
  'GET /api/v1/users/:id/api-keys': 'admin:admin',
  'DELETE /api/v1/users/:id/api-keys/:keyId': 'admin:admin',

  'POST /api/v1/images': 'technician:measure',
  'GET /api/v1/images/:id': 'viewer:read',
  'GET /api/v1/images/:id/content': 'viewer:read',
  'GET /api/v1/images/:id/content-link': 'viewer:read',

  'GET /api/v1/images/:id/regions': 'viewer:read',
  'PUT /api/v1/images/:id/regions': 'technician:label',

  'POST /api/v1/uploads': 'technician:measure',
  'POST /api/v1/uploads/:id/complete': 'technician:measure',
  // The signed token in the address is what allows it.
  'GET /api/v1/transfers': 'public',
  'PUT /api/v1/transfers': 'public',

  'POST /api/v1/analyses': 'technician:measure',
  'GET /api/v1/analyses/:id': 'viewer:read',
  'POST /api/v1/analyses/:id/recompute': 'reviewer:measure',
  'GET /api/v1/analyses/:id/map': 'viewer:read',
  'GET /api/v1/analyses/:id/overlay': 'viewer:read',
  'GET /api/v1/analyses/:id/labels': 'viewer:read',

  'POST /api/v1/labels': 'technician:label',
  'GET /api/v1/review-queue': 'technician:read',

  'POST /api/v1/heats': 'technician:records',
  'GET /api/v1/heats': 'viewer:read',
  'GET /api/v1/heats/:id': 'viewer:read',
  'PATCH /api/v1/heats/:id': 'reviewer:records',
  'DELETE /api/v1/heats/:id': 'reviewer:records',
  'GET /api/v1/heats/:id/history': 'viewer:read',
  'POST /api/v1/test-machines': 'reviewer:records',
  'GET /api/v1/test-machines': 'viewer:read',
  'GET /api/v1/test-machines/:id': 'viewer:read',
  'PATCH /api/v1/test-machines/:id': 'reviewer:records',
  'DELETE /api/v1/test-machines/:id': 'reviewer:records',
  'GET /api/v1/test-machines/:id/history': 'viewer:read',
  'POST /api/v1/series': 'technician:records',
  'GET /api/v1/series': 'viewer:read',
  'GET /api/v1/series/:id': 'viewer:read',
  'PATCH /api/v1/series/:id': 'reviewer:records',
  'DELETE /api/v1/series/:id': 'reviewer:records',
  'GET /api/v1/series/:id/history': 'viewer:read',
  'GET /api/v1/series/:id/acceptance': 'viewer:read',
  'GET /api/v1/series/:id/curve': 'viewer:read',
  'GET /api/v1/series/:id/export': 'viewer:read',
  'POST /api/v1/specimens': 'technician:records',
  'POST /api/v1/specimen-imports/preview': 'technician:records',
  'POST /api/v1/specimen-imports': 'technician:records',
  'GET /api/v1/specimens': 'viewer:read',
  'GET /api/v1/specimens/:id': 'viewer:read',
  // Blanks are filled by technicians; values that are there are corrected by reviewers.
  'PATCH /api/v1/specimens/:id': 'technician:records',
  'DELETE /api/v1/specimens/:id': 'reviewer:records',
  'GET /api/v1/specimens/:id/history': 'viewer:read',
  'GET /api/v1/specimens/:id/details': 'viewer:read',
  'PUT /api/v1/specimens/:id/pictures/:imageId': 'technician:records',
  'DELETE /api/v1/specimens/:id/pictures/:imageId': 'reviewer:records',
  'PUT /api/v1/specimens/:id/force-curve': 'technician:records',
  'GET /api/v1/specimens/:id/force-curve': 'viewer:read',
  'GET /api/v1/specimens/:id/force-curve/files': 'viewer:read',
  'GET /api/v1/specimens/:id/force-curve/files/:sha256': 'viewer:read',
  'DELETE /api/v1/specimens/:id/force-curve': 'reviewer:records',
  'GET /api/v1/series/:id/force-curves': 'viewer:read',

  'GET /api/v1/series/:id/reports': 'viewer:read',
  'POST /api/v1/series/:id/reports': 'technician:records',
  'GET /api/v1/reports': 'viewer:read',
  'GET /api/v1/reports/:id': 'viewer:read',
  'GET /api/v1/reports/:id/document': 'viewer:read',
  'GET /api/v1/reports/:id/pdf': 'viewer:read',
  'POST /api/v1/reports/:id/discard': 'technician:records',
  // A person signs, never a program: the password is asked for.
  'POST /api/v1/reports/:id/sign': 'reviewer',
  'GET /api/v1/report-verification': 'viewer:read',

  'GET /api/v1/drift': 'viewer:read',
  'GET /api/v1/drift/signals/:signal': 'viewer:read',
  'GET /api/v1/drift/findings': 'viewer:read',
  'GET /api/v1/drift/findings/:id': 'viewer:read',
  'POST /api/v1/drift/findings/:id/acknowledge': 'reviewer:records',
  'POST /api/v1/drift/references': 'engineer:models',

  'GET /api/v1/studies': 'viewer:read',
  'POST /api/v1/studies': 'reviewer:records',
  'GET /api/v1/studies/:id': 'viewer:read',
  // A key reads as its owner, who must be one of the study's readers.
  'GET /api/v1/studies/:id/next-reading': 'technician:label',
  'POST /api/v1/studies/:id/readings': 'technician:label',
  'GET /api/v1/studies/:id/specimens': 'viewer:read',
  'POST /api/v1/studies/:id/specimens/:specimenId/adjudications': 'reviewer:records',
  'POST /api/v1/studies/:id/close': 'reviewer:records',
  'GET /api/v1/studies/:id/results': 'viewer:read',

  'POST /api/v1/jobs': 'technician:jobs',
  'GET /api/v1/jobs': 'viewer:read',
  'GET /api/v1/jobs/statistics': 'viewer:read',
  'POST /api/v1/dead-jobs/rerun': 'technician:jobs',
  'POST /api/v1/dead-jobs/discard': 'technician:jobs',
  'GET /api/v1/jobs/:id': 'viewer:read',
  'GET /api/v1/jobs/:id/items': 'viewer:read',
  'GET /api/v1/jobs/:id/events': 'viewer:read',
  'POST /api/v1/jobs/:id/cancel': 'technician:jobs',
  'POST /api/v1/jobs/:id/rerun': 'technician:jobs',

  'GET /api/v1/schedules': 'viewer:read',
  'GET /api/v1/schedules/:name': 'viewer:read',
  'PUT /api/v1/schedules/:name': 'admin:jobs',
  'POST /api/v1/schedules/:name/run': 'admin:jobs',

  'POST /api/v1/webhooks': 'admin',
  'GET /api/v1/webhooks': 'admin:admin',
  'GET /api/v1/webhooks/:id': 'admin:admin',
  'PATCH /api/v1/webhooks/:id': 'admin:admin',
  'DELETE /api/v1/webhooks/:id': 'admin:admin',
  'POST /api/v1/webhooks/:id/rotate-secret': 'admin',
  'POST /api/v1/webhooks/:id/test': 'admin:admin',
  'GET /api/v1/webhooks/:id/deliveries': 'admin:admin',
  'GET /api/v1/webhook-deliveries/:id': 'admin:admin',
  'POST /api/v1/webhook-deliveries/:id/redeliver': 'admin:admin',

  'GET /api/v1/events': 'viewer:read',

  'GET /api/v1/models': 'viewer:read',
  'GET /api/v1/models/current': 'viewer:read',
  'GET /api/v1/models/:id': 'viewer:read',

  'POST /api/v1/models/:id/promote': 'engineer:models',

  'GET /api/v1/deployments': 'viewer:read',
  'GET /api/v1/deployments/live': 'viewer:read',
  'POST /api/v1/deployments/rollback': 'engineer:models',

  'GET /api/v1/promotion-requests': 'viewer:read',
  'GET /api/v1/promotion-requests/:id': 'viewer:read',
  'POST /api/v1/promotion-requests/:id/decide': 'engineer:models',

  'GET /api/v1/model-trials': 'viewer:read',
  'GET /api/v1/model-trials/:id': 'viewer:read',
  // What the other model would have said stays with those who do not read pictures for a living.
  'GET /api/v1/model-trials/:id/comparison': 'engineer:read',
  'POST /api/v1/model-trials': 'engineer:models',
  'POST /api/v1/model-trials/:id/end': 'engineer:models',

  // Who may promote must not be able to take the second person away.
  'GET /api/v1/model-policy': 'viewer:read',
  'PUT /api/v1/model-policy': 'admin:models',

  'GET /api/v1/datasets': 'engineer:read',
  'POST /api/v1/datasets': 'engineer:models',
  'GET /api/v1/datasets/:digest': 'engineer:read',
  'GET /api/v1/datasets/:digest/entries': 'engineer:read',
  'GET /api/v1/datasets/:digest/manifest': 'engineer:read',
  'GET /api/v1/datasets/:digest/export': 'engineer:read',
  'POST /api/v1/datasets/:digest/verify': 'engineer:models',
  'POST /api/v1/dataset-imports/uploads': 'engineer:models',
  'POST /api/v1/dataset-imports': 'engineer:models',

  'GET /api/v1/learning': 'viewer:read',
  'GET /api/v1/learning/strategy': 'viewer:read',
  'PUT /api/v1/learning/strategy': 'engineer:models',

  'GET /api/v1/history': 'viewer:read',
  'GET /api/v1/history/export': 'viewer:read',

  // Names no person and no picture, but tells where the installation is weak.
  'GET /api/v1/operations': 'engineer:read',

  'GET /api/v1/letterhead': 'viewer:read',
  'GET /api/v1/letterhead/logo': 'viewer:read',
  'PUT /api/v1/letterhead': 'admin:admin',

  'GET /api/v1/retention-policies': 'viewer:read',
  'GET /api/v1/retention-policies/:kind': 'viewer:read',
  'PUT /api/v1/retention-policies/:kind': 'admin:admin',
  'GET /api/v1/retention-preview': 'admin:admin',
  'POST /api/v1/retention-runs': 'admin:admin',
  // Reasons may name a dispute.
  'GET /api/v1/holds': 'reviewer:read',
  'GET /api/v1/images/:id/hold': 'reviewer:read',
  'PUT /api/v1/images/:id/hold': 'reviewer:records',
  'DELETE /api/v1/images/:id/hold': 'reviewer:records',

  'GET /api/v1/audit': 'admin:admin',
  'GET /api/v1/audit/head': 'admin:admin',
  'GET /api/v1/audit/verification': 'admin:admin',
  'GET /api/v1/audit/export': 'admin:admin',

  // The Open Inference Protocol.
  'GET /v2': 'public',
  'GET /v2/health/live': 'public',
  'GET /v2/health/ready': 'public',
  'GET /v2/models/:name': 'viewer:read',
  'GET /v2/models/:name/ready': 'viewer:read',
  'GET /v2/models/:name/versions/:version': 'viewer:read',
  'GET /v2/models/:name/versions/:version/ready': 'viewer:read',
  'POST /v2/models/:name/infer': 'technician:measure',
  'POST /v2/models/:name/versions/:version/infer': 'technician:measure',
  'GET /api/v1/people/:username/export': 'admin',
  'POST /api/v1/people/:username/erase': 'admin',

  'GET /livez': 'public',
  'GET /readyz': 'public',
  'GET /openapi.json': 'public',
  'GET /docs*': 'public',
  'GET /problems': 'public',
  'GET /problems/:code': 'public',
  // The web application's files; it asks for everything else with the user's session.
  'GET /*': 'public',
};

/** What somebody may call who has yet to set up the second factor that the role demands. */
export const WITHOUT_SECOND_FACTOR: ReadonlySet<string> = new Set([
  'GET /api/v1/session',
  'GET /api/v1/account',
  'PUT /api/v1/account/password',
  'POST /api/v1/account/second-factor',
  'POST /api/v1/account/second-factor/confirm',
]);

/** Routes of the earlier MLMCSC; they exist only where MLMCSC_COMPATIBILITY_API is set. */
export const EARLIER_PERMISSIONS: Readonly<Record<string, Access>> = {
  'POST /predict': 'technician:measure',
  'POST /submit_label': 'technician:label',
  'GET /get_metrics': 'viewer:read',
  'GET /get_history': 'viewer:read',
  'GET /export_history': 'viewer:read',
  'GET /health': 'public',
  'GET /online_learning/status': 'viewer:read',
  'POST /online_learning/configure': 'engineer:models',
  'POST /online_learning/force_update': 'engineer:models',
  'GET /online_learning/performance': 'viewer:read',
};

/** Starting, cancelling or re-running a job needs, besides the route's role, the role of its kind. */
export const JOB_KIND_PERMISSIONS: Readonly<Record<JobKind, Role>> = {
  'analysis.batch.v1': 'technician',
  'label.learn.v1': 'engineer',
  'model.retrain.v1': 'engineer',
  'maintenance.prune.v1': 'admin',
  'maintenance.retention.v1': 'admin',
  'drift.evaluate.v1': 'engineer',
  'dataset.import.v1': 'engineer',
  'dataset.verify.v1': 'engineer',
};

/** Going before others needs a role that knows what waits. */
export const JOB_PRIORITY_PERMISSIONS: Readonly<Record<JobPriority, Role>> = {
  low: 'technician',
  normal: 'technician',
  high: 'reviewer',
};

/** Whether `role` is at least `needed`. */
export function isAllowed(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** A role and those above it; none for `none`. */
export const rolesFrom = (least: Role | 'none'): readonly Role[] =>
  least === 'none' ? [] : ROLES.filter((role) => isAllowed(role, least));

/** The least role and the scope of an entry; a null role is everybody, a null scope no API key. */
export function readAccess(access: Access): {
  readonly role: Role | null;
  readonly scope: ApiKeyScope | null;
} {
  if (access === 'public') return { role: null, scope: null };
  const [role, scope = null] = access.split(':') as [Role, ApiKeyScope?];
  return { role, scope };
}
