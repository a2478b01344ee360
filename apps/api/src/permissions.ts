import type { JobKind, JobPriority, Role } from '@mlmcsc/contracts';

/** Roles in order; each may do all that those before it may. */
export const ROLES: readonly Role[] = ['viewer', 'technician', 'reviewer', 'engineer', 'admin'];

/** `public`, or the least role that may call the route. */
export type Access = 'public' | Role;

/** Every route and who may call it. The server refuses to start when a route is missing here, or one is left over. */
export const PERMISSIONS: Readonly<Record<string, Access>> = {
  'POST /api/v1/session': 'public',
  'GET /api/v1/session': 'viewer',
  'DELETE /api/v1/session': 'public',

  'POST /api/v1/images': 'technician',
  'GET /api/v1/images/:id': 'viewer',
  'GET /api/v1/images/:id/content': 'viewer',
  'GET /api/v1/images/:id/content-link': 'viewer',

  'POST /api/v1/uploads': 'technician',
  'POST /api/v1/uploads/:id/complete': 'technician',
  // The signed token in the address is what allows it.
  'GET /api/v1/transfers': 'public',
  'PUT /api/v1/transfers': 'public',

  'POST /api/v1/analyses': 'technician',
  'GET /api/v1/analyses/:id': 'viewer',
  'GET /api/v1/analyses/:id/map': 'viewer',
  'GET /api/v1/analyses/:id/overlay': 'viewer',
  'GET /api/v1/analyses/:id/labels': 'viewer',

  'POST /api/v1/labels': 'technician',

  'POST /api/v1/jobs': 'technician',
  'GET /api/v1/jobs': 'viewer',
  'GET /api/v1/jobs/statistics': 'viewer',
  'POST /api/v1/dead-jobs/rerun': 'technician',
  'POST /api/v1/dead-jobs/discard': 'technician',
  'GET /api/v1/jobs/:id': 'viewer',
  'GET /api/v1/jobs/:id/items': 'viewer',
  'GET /api/v1/jobs/:id/events': 'viewer',
  'POST /api/v1/jobs/:id/cancel': 'technician',
  'POST /api/v1/jobs/:id/rerun': 'technician',

  'GET /api/v1/schedules': 'viewer',
  'PUT /api/v1/schedules/:name': 'admin',
  'POST /api/v1/schedules/:name/run': 'admin',

  'GET /api/v1/events': 'viewer',

  'GET /api/v1/models': 'viewer',
  'GET /api/v1/models/current': 'viewer',
  'GET /api/v1/models/:id': 'viewer',

  'GET /api/v1/learning': 'viewer',
  'GET /api/v1/learning/strategy': 'viewer',
  'PUT /api/v1/learning/strategy': 'engineer',

  'GET /api/v1/history': 'viewer',
  'GET /api/v1/history/export': 'viewer',

  'GET /api/v1/audit': 'admin',
  'GET /api/v1/audit/head': 'admin',

  'GET /livez': 'public',
  'GET /readyz': 'public',
  'GET /openapi.json': 'public',
  'GET /docs*': 'public',
  'GET /problems': 'public',
  'GET /problems/:code': 'public',
  // The web application's files; it asks for everything else with the user's session.
  'GET /*': 'public',
};

/** Starting, cancelling or re-running a job needs, besides the route's role, the role of its kind. */
export const JOB_KIND_PERMISSIONS: Readonly<Record<JobKind, Role>> = {
  'analysis.batch.v1': 'technician',
  'label.learn.v1': 'engineer',
  'model.retrain.v1': 'engineer',
  'maintenance.prune.v1': 'admin',
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
