import type { FastifyReply, FastifyRequest } from 'fastify';
import { isNoneMatch } from './entity-tag.ts';
import { sniffMediaType } from './sniff-media-type.ts';

/**
 * Answers with an object that is named by its SHA-256 and so never changes. Cached by the browser only (`private`):
 * a shared cache must not hand it to somebody who is not signed in.
 * @param key - object key, ending in the digest
 */
export async function sendImmutable(
  request: FastifyRequest,
  reply: FastifyReply,
  key: string,
  read: () => Promise<Uint8Array>,
): Promise<never> {
  const etag = `"${key.slice(key.lastIndexOf('/') + 1)}"`;
  reply
    .header('etag', etag)
    .header('cache-control', 'private, max-age=31536000, immutable')
    .header('vary', 'cookie');
  if (isNoneMatch(request.headers['if-none-match'], etag)) return reply.code(304).send(null) as never;
  const bytes = await read();
  reply
    .header('content-type', sniffMediaType(bytes))
    .header('content-disposition', 'inline')
    .header('content-security-policy', "default-src 'none'; sandbox");
  return reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) as never;
}
