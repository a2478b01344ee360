import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiInstance } from '../api-instance.ts';
import { entityTagOf, isNoneMatch } from '../http/entity-tag.ts';

/** Gives every JSON answer to a GET a strong tag made from its bytes, and answers 304 to who has them already. */
export function tagEntities(scope: ApiInstance): void {
  scope.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return payload;
    if (reply.statusCode !== 200 || typeof payload !== 'string' || reply.hasHeader('etag')) return payload;
    const etag = entityTagOf(payload);
    reply.header('etag', etag);
    if (!isNoneMatch(request.headers['if-none-match'], etag)) return payload;
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return '';
  });
}
