import { ProblemError, unwrap } from '@mlmcsc/client';

/** The tag that an edit needs, provided that what was just read still says what the page showed when somebody chose.
 * @param read - the answer to a GET of the resource
 * @param shown - what the page showed
 * @param parts - what the edit is about; the rest may have changed by itself
 * @throws ProblemError `precondition-failed`
 */
export function tagOfShown<T extends object>(
  read: { readonly data?: T; readonly error?: unknown; readonly response: Response },
  shown: T,
  parts: readonly (keyof T)[],
): string {
  const now = unwrap(read as Parameters<typeof unwrap<T>>[0]);
  if (parts.some((part) => JSON.stringify(now[part]) !== JSON.stringify(shown[part]))) {
    throw new ProblemError({
      code: 'precondition-failed',
      status: 412,
      title: 'Somebody else has changed it meanwhile',
      detail: 'The page shows what they chose. Choose again if yours is still wanted.',
    });
  }
  return read.response.headers.get('etag') ?? '*';
}
