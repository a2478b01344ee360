import { type Page, pageOf, RecordHistory } from '@mlmcsc/contracts';
import type { RecordRevisionRecord, Slice } from '@mlmcsc/core';
import type { TSchema } from 'typebox';
import type { ApiContext, Endpoint } from '../../api-instance.ts';
import { assertMatch, entityTagOf, IfMatchHeaders } from '../../http/entity-tag.ts';
import { IdempotencyHeaders, idempotently } from '../../http/idempotently.ts';
import type { ProblemCode } from '../../http/problem-table.ts';
import { IdParams, json, noContent, problems } from '../../http/route-schema.ts';
import { signedIn, usernameOf } from '../../http/signed-in.ts';
import { isAllowed } from '../../permissions.ts';
import { presentPage } from '../../present/present-page.ts';
import { presentHistory, presentRecord } from '../../present/present-record.ts';

/** What the routes ask of a keeper of records; bodies were checked by the schemas of the routes. */
interface Keeper {
  get(id: string): Promise<{ readonly id: string; readonly revision: number }>;
  list(filter: never, page: { cursor?: string | undefined; limit: number }): Promise<Slice<object>>;
  history(id: string): Promise<readonly RecordRevisionRecord[]>;
  create(request: never): Promise<{ readonly id: string }>;
  change(request: never): Promise<object>;
  remove(request: never): Promise<void>;
}

/** How the routes of one kind of record differ from those of another. */
export interface RecordRoutes {
  /** `heats`. */
  readonly path: string;
  /** `Heat` and `Heats`, as operations are called. */
  readonly name: readonly [one: string, many: string];
  /** `heat` and `heats`, in sentences. */
  readonly words: readonly [one: string, many: string];
  readonly keeper: (context: ApiContext) => object;
  readonly schemas: {
    readonly record: TSchema;
    readonly create: TSchema;
    readonly change: TSchema;
    readonly query: TSchema;
  };
  /** From the query, by the names of the keeper. */
  readonly filterOf: (query: never) => object;
  readonly notFound: ProblemCode;
  /** What else creating and changing can end with. */
  readonly refusals: readonly ProblemCode[];
  readonly note?: string;
}

const BODY: readonly ProblemCode[] = [
  'invalid-request',
  'malformed-body',
  'body-too-large',
  'cross-site-request',
  'unsupported-media-type',
];

/** Lists, reads, enters, corrects and deletes one kind of record, and shows its history. */
export function recordEndpoints(routes: RecordRoutes): readonly Endpoint[] {
  const { path, name, words, schemas, notFound, refusals, filterOf } = routes;
  const [one, many] = words;
  const tags = ['laboratory'];
  const keeperOf = (context: ApiContext) => routes.keeper(context) as Keeper;
  const changeOf = (request: Parameters<typeof signedIn>[0], revision: number | undefined) => ({
    revision,
    username: usernameOf(request as never),
    mayCorrect: isAllowed(signedIn(request).user.role, 'reviewer'),
  });
  const list: Endpoint = (app, context) => {
    app.get(
      `/${path}`,
      {
        schema: {
          operationId: `list${name[1]}`,
          tags,
          summary: `${sentence(many)}, newest first`,
          querystring: schemas.query,
          response: {
            200: json('A page', pageOf(schemas.record)),
            ...problems(['invalid-request', 'cursor-invalid']),
          },
        },
      },
      async (request): Promise<Page<object>> => {
        const { cursor, limit = 50, ...query } = request.query as { cursor?: string; limit?: number };
        const page = { cursor, limit };
        return presentPage(
          await keeperOf(context).list(filterOf(query as never) as never, page),
          presentRecord,
        );
      },
    );
  };
  const get: Endpoint = (app, context) => {
    app.get(
      `/${path}/:id`,
      {
        schema: {
          operationId: `get${name[0]}`,
          tags,
          summary: `One ${one}`,
          params: IdParams,
          response: {
            200: json(`The ${one}`, schemas.record),
            ...problems(['invalid-request', notFound]),
          },
        },
      },
      async (request) => presentRecord(await keeperOf(context).get(request.params.id)),
    );
  };
  const create: Endpoint = (app, context) => {
    app.post(
      `/${path}`,
      {
        schema: {
          operationId: `create${name[0]}`,
          tags,
          summary: `Enter a ${one}`,
          ...(routes.note === undefined ? {} : { description: routes.note }),
          headers: IdempotencyHeaders,
          body: schemas.create,
          response: {
            201: json('Entered; `Location` names it', schemas.record),
            ...problems([
              ...BODY,
              'record-exists',
              'already-exists',
              ...refusals,
              'idempotency-key-reused',
              'idempotency-key-in-use',
            ]),
          },
        },
      },
      async (request, reply) =>
        idempotently(context.idempotency, request, reply, async (effectId) => {
          const asked = { fields: request.body, username: usernameOf(request), id: effectId };
          const record = await keeperOf(context).create(asked as never);
          return { status: 201, location: `/api/v1/${path}/${record.id}`, body: presentRecord(record) };
        }),
    );
  };
  const change: Endpoint = (app, context) => {
    app.patch(
      `/${path}/:id`,
      {
        schema: {
          operationId: `change${name[0]}`,
          tags,
          summary: `Change a ${one}`,
          description:
            'Only the fields that are sent change. `If-Match` is required; the state before stays in the history.',
          params: IdParams,
          headers: IfMatchHeaders,
          body: schemas.change,
          response: {
            200: json(`The ${one} as it is now`, schemas.record),
            ...problems([
              ...BODY,
              notFound,
              'record-exists',
              'already-exists',
              'precondition-failed',
              'precondition-required',
              ...refusals,
            ]),
          },
        },
      },
      async (request, reply) => {
        const keeper = keeperOf(context);
        const { id } = request.params;
        const before = await keeper.get(id);
        const isBound = assertMatch(request, presentRecord(before), true);
        const { reason, ...fields } = request.body as { reason?: string };
        const asked = { id, ...changeOf(request, isBound ? before.revision : undefined), reason };
        const shown = presentRecord(await keeper.change({ ...asked, change: fields } as never));
        reply.header('etag', entityTagOf(JSON.stringify(shown)));
        return shown;
      },
    );
  };
  const remove: Endpoint = (app, context) => {
    app.delete(
      `/${path}/:id`,
      {
        schema: {
          operationId: `delete${name[0]}`,
          tags,
          summary: `Delete a ${one} that nothing refers to`,
          description: '`If-Match` is required. The history stays.',
          params: IdParams,
          headers: IfMatchHeaders,
          response: {
            204: noContent('Deleted'),
            ...problems([
              'invalid-request',
              notFound,
              'record-in-use',
              'precondition-failed',
              'precondition-required',
              'series-closed',
              'cross-site-request',
            ]),
          },
        },
      },
      async (request, reply) => {
        const keeper = keeperOf(context);
        const { id } = request.params;
        const before = await keeper.get(id);
        const isBound = assertMatch(request, presentRecord(before), true);
        await keeper.remove({ id, ...changeOf(request, isBound ? before.revision : undefined) } as never);
        return reply.code(204).send(null);
      },
    );
  };
  const history: Endpoint = (app, context) => {
    app.get(
      `/${path}/:id/history`,
      {
        schema: {
          operationId: `get${name[0]}History`,
          tags,
          summary: `Every state a ${one} ever had, newest first`,
          description: 'Also of one that was deleted; at most the last 1000.',
          params: IdParams,
          response: {
            200: json('Its revisions', RecordHistory),
            ...problems(['invalid-request', notFound]),
          },
        },
      },
      async (request) => presentHistory(await keeperOf(context).history(request.params.id)),
    );
  };
  return [list, get, create, change, remove, history];
}

const sentence = (words: string) => words[0]!.toUpperCase() + words.slice(1);
