import { createClient } from '@mlmcsc/client';

/** The page's connection to its own server. Calls throw ProblemError unless they succeed. */
export const api = createClient();

/** The address of a resource, for pictures and downloads.
 * @param path - with a leading slash, below `/api/v1`
 */
export function apiUrl(
  path: string,
  query: Readonly<Record<string, string | number | boolean | undefined>> = {},
): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`;
}
