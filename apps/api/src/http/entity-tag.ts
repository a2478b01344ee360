import { createHash } from 'node:crypto';
import { Conflict, InvalidInput } from '@mlmcsc/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';

const HEADER_PATTERN = '^(\\*|(W/)?"[\\x21\\x23-\\x7e]*"(\\s*,\\s*(W/)?"[\\x21\\x23-\\x7e]*")*)$';

/** Header of an edit that must not undo what somebody else did meanwhile. */
export const IfMatchHeaders = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      maxLength: 1000,
      pattern: HEADER_PATTERN,
      description: 'The `ETag` of what was read before; `*` takes whatever is there',
    }),
  ),
});

/** Strong tag of a representation: the same bytes have the same tag, in every process. */
export const entityTagOf = (representation: string | Uint8Array): string =>
  `"${createHash('sha256').update(representation).digest('base64url').slice(0, 27)}"`;

/** Whether a reader has this already. If-None-Match uses the weak comparison (RFC 9110, 13.1.2). */
export function isNoneMatch(header: string | undefined, etag: string): boolean {
  return (
    header !== undefined && tagsOf(header).some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)
  );
}

/** Holds an edit to what it was made from. If-Match uses the strong comparison (RFC 9110, 13.1.1).
 * @param representation - the body that a GET of the resource would have now
 * @param isRequired - false where an edit without a condition cannot undo anybody's
 * @returns whether the edit may only replace `representation`
 * @throws InvalidInput `precondition-required`; Conflict `precondition-failed`
 */
export function assertMatch(
  request: Pick<FastifyRequest, 'headers'>,
  representation: object,
  isRequired: boolean,
): boolean {
  const header = request.headers['if-match'];
  if (header === undefined) {
    if (!isRequired) return false;
    throw new InvalidInput(
      'precondition-required',
      'Send If-Match with the ETag of what you read, so that nobody undoes what somebody else did meanwhile.',
    );
  }
  const tags = tagsOf(header);
  if (tags.includes('*')) return false;
  if (tags.includes(entityTagOf(JSON.stringify(representation)))) return true;
  throw new Conflict('precondition-failed', 'It was changed since it was read. Read it again.');
}

/** {@link assertMatch} for an edit that holds the row while it looks at it, so that nothing comes in between.
 * @param present - makes the body that a GET of the resource would have
 */
export const replacing =
  <T>(request: Pick<FastifyRequest, 'headers'>, present: (now: T) => object) =>
  (now: T): void => {
    assertMatch(request, present(now), true);
  };

/** What an edit answers, with the tag that the next edit needs. */
export function tagged<T extends object>(reply: FastifyReply, shown: T): T {
  reply.header('etag', entityTagOf(JSON.stringify(shown)));
  return shown;
}

const tagsOf = (header: string): string[] => header.split(',').map((tag) => tag.trim());
