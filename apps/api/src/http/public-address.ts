import type { FastifyRequest } from 'fastify';

/** The address users see of a path of this server.
 * @param publicUrl - as configured; null takes the Host header
 */
export function publicAddress(
  publicUrl: string | null,
  request: Pick<FastifyRequest, 'protocol' | 'host'>,
  path: string,
): string {
  return new URL(path, publicUrl ?? `${request.protocol}://${request.host}`).href;
}
