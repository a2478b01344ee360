import { createHash } from 'node:crypto';
import { Conflict } from '@mlmcsc/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { IdempotencyStore, IdempotentOutcome } from './idempotency-store.ts';
import { usernameOf } from './signed-in.ts';

/** The optional header that makes repeating a request harmless. */
export const IdempotencyHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      pattern: '^[\\x21-\\x7e]+$',
      description:
        'A fresh unique value for each new request, e.g. a UUID. Repeating the request with the same key returns the first answer and does nothing again.',
    }),
  ),
});

/**
 * Carries a request out once for each idempotency key of a user and answers; without a key it simply runs. A failure
 * gives the key back, so that the same request may be tried again.
 * @param work - given the id (UUID) for what it makes, the same in every repetition; null without a key
 * @throws Conflict `idempotency-key-reused | idempotency-key-in-use`, or what `work` throws
 */
export async function idempotently(
  store: IdempotencyStore,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (effectId: string | null) => Promise<IdempotentOutcome>,
): Promise<never> {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return answer(reply, await work(null));
  const username = usernameOf(request);
  const claim = await store.claim({ key, username, fingerprint: fingerprintOf(request) });
  switch (claim.state) {
    case 'done':
      reply.header('idempotent-replayed', 'true');
      return answer(reply, claim.outcome);
    case 'running':
      reply.header('retry-after', '1');
      throw new Conflict('idempotency-key-in-use', 'The first request with this key has not finished.');
    case 'mismatch':
      throw new Conflict('idempotency-key-reused', 'This key was used for a different request.');
    case 'claimed':
  }
  let outcome: IdempotentOutcome;
  try {
    outcome = await work(claim.effectId);
  } catch (error) {
    await store.release(key, username);
    throw error;
  }
  await store.complete(key, username, outcome);
  return answer(reply, outcome);
}

function answer(reply: FastifyReply, { status, location, body }: IdempotentOutcome): never {
  if (location !== null) reply.header('location', location);
  return reply.code(status).send(body) as never;
}

/** Method, address and body decide whether it is the same request; the body was parsed, so key order is as sent. */
const fingerprintOf = (request: FastifyRequest): string =>
  createHash('sha256')
    .update(`${request.method} ${request.url} ${JSON.stringify(request.body ?? null)}`)
    .digest('hex');
