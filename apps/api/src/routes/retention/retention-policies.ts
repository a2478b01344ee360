import {
  ChangeRetentionPolicyRequest,
  RetentionPolicy,
  RetentionPolicyList,
  RetentionPolicyParams,
} from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { assertMatch, entityTagOf, IfMatchHeaders } from '../../http/entity-tag.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentRetentionPolicy } from '../../present/present-retention.ts';

/** How long what is kept. */
export const listRetentionPolicies: Endpoint = (app, { useCases }) => {
  app.get(
    '/retention-policies',
    {
      schema: {
        operationId: 'listRetentionPolicies',
        tags: ['retention'],
        summary: 'How long pictures and maps are kept',
        description: 'In the order in which a run works through them.',
        response: { 200: json('All policies', RetentionPolicyList), ...problems([]) },
      },
    },
    async () => ({ items: (await useCases.listRetentionPolicies()).map(presentRetentionPolicy) }),
  );
};

/** One of them, with the tag that a change asks for. */
export const getRetentionPolicy: Endpoint = (app, { useCases }) => {
  app.get(
    '/retention-policies/:kind',
    {
      schema: {
        operationId: 'getRetentionPolicy',
        tags: ['retention'],
        summary: 'How long one kind is kept',
        params: RetentionPolicyParams,
        response: {
          200: json('The policy', RetentionPolicy),
          ...problems(['invalid-request']),
        },
      },
    },
    async (request) => presentRetentionPolicy(await useCases.getRetentionPolicy(request.params.kind)),
  );
};

/** Choose how long something is kept. */
export const changeRetentionPolicy: Endpoint = (app, { useCases }) => {
  app.put(
    '/retention-policies/:kind',
    {
      schema: {
        operationId: 'changeRetentionPolicy',
        tags: ['retention'],
        summary: 'Choose how long one kind is kept',
        description:
          'Needs `If-Match` with the `ETag` of the policy that it replaces. Nothing is removed before the next run, at night or by `POST /retention-runs`; look at the preview first.',
        params: RetentionPolicyParams,
        headers: IfMatchHeaders,
        body: ChangeRetentionPolicyRequest,
        response: {
          200: json('The policy as it is now', RetentionPolicy),
          ...problems([
            'invalid-request',
            'malformed-body',
            'retention-days-invalid',
            'precondition-failed',
            'precondition-required',
            'cross-site-request',
            'unsupported-media-type',
            'body-too-large',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { kind } = request.params;
      const current = await useCases.getRetentionPolicy(kind);
      const mustReplace = assertMatch(request, presentRetentionPolicy(current), true);
      const changed = await useCases.changeRetentionPolicy({
        kind,
        keepDays: request.body.keep_days,
        replaces: mustReplace ? current.revision : undefined,
        username: usernameOf(request),
      });
      const shown = presentRetentionPolicy(changed);
      reply.header('etag', entityTagOf(JSON.stringify(shown)));
      return shown;
    },
  );
};
