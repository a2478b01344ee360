import {
  DeadJobsOutcome,
  DiscardDeadJobsRequest,
  type JobKind,
  JobKind as JobKindSchema,
  RerunDeadJobsRequest,
} from '@mlmcsc/contracts';
import type { FastifyRequest } from 'fastify';
import type { Endpoint } from '../../api-instance.ts';
import { assertRole } from '../../http/assert-role.ts';
import { json, problems } from '../../http/route-schema.ts';
import { signedIn, usernameOf } from '../../http/signed-in.ts';
import { isAllowed, JOB_KIND_PERMISSIONS } from '../../permissions.ts';

const PROBLEM_CODES = [
  'invalid-request',
  'malformed-body',
  'cross-site-request',
  'unsupported-media-type',
  'body-too-large',
] as const;

/** Run all dead jobs again, once the cause is mended. */
export const rerunDeadJobs: Endpoint = (app, { useCases }) => {
  app.post(
    '/dead-jobs/rerun',
    {
      schema: {
        operationId: 'rerunDeadJobs',
        tags: ['jobs'],
        summary: 'Run dead jobs again, oldest first',
        description:
          'At most 500 in one call, done as a whole or not at all. Without `kind` all kinds that your role may start.',
        body: RerunDeadJobsRequest,
        response: { 200: json('What was changed', DeadJobsOutcome), ...problems(PROBLEM_CODES) },
      },
    },
    async (request) =>
      presentOutcome(
        await useCases.rerunDeadJobs({
          kinds: kindsOf(request, request.body.kind),
          before: instantOf(request.body.before),
          username: usernameOf(request),
        }),
      ),
  );
};

/** Give dead jobs up. */
export const discardDeadJobs: Endpoint = (app, { useCases }) => {
  app.post(
    '/dead-jobs/discard',
    {
      schema: {
        operationId: 'discardDeadJobs',
        tags: ['jobs'],
        summary: 'Give dead jobs up, oldest first',
        description:
          'They become `cancelled` and keep the reason; who gave it stands in the audit trail. At most 500 in one call, done as a whole or not at all. Without `kind` all kinds that your role may start.',
        body: DiscardDeadJobsRequest,
        response: {
          200: json('What was changed', DeadJobsOutcome),
          ...problems([...PROBLEM_CODES, 'reason-missing']),
        },
      },
    },
    async (request) =>
      presentOutcome(
        await useCases.discardDeadJobs({
          kinds: kindsOf(request, request.body.kind),
          before: instantOf(request.body.before),
          username: usernameOf(request),
          reason: request.body.reason,
        }),
      ),
  );
};

/** @throws NotAllowed `role-insufficient` for a kind that is named but not the caller's */
function kindsOf(request: FastifyRequest, kind: JobKind | undefined): readonly JobKind[] {
  if (kind !== undefined) {
    assertRole(request, JOB_KIND_PERMISSIONS[kind]);
    return [kind];
  }
  const { role } = signedIn(request).user;
  return JobKindSchema.anyOf
    .map((literal) => literal.const)
    .filter((one) => isAllowed(role, JOB_KIND_PERMISSIONS[one]));
}

const instantOf = (text: string | undefined) => (text === undefined ? undefined : new Date(text));

const presentOutcome = ({ changed, hasMore }: { changed: number; hasMore: boolean }): DeadJobsOutcome => ({
  changed,
  has_more: hasMore,
});
