/// <reference lib="dom" />
import type { ImageContext } from '@mlmcsc/contracts';
import { type Client, unwrap } from './create-client.ts';
import { networkProblem, problemOf } from './problem-error.ts';
import type { UploadedImage } from './upload-image.ts';

export interface UploadDirectlyOptions {
  /** Address of the server, as the client was given. @default the page's own */
  readonly baseUrl?: string;
  readonly fileName?: string;
  readonly context?: ImageContext;
  readonly signal?: AbortSignal;
}

/**
 * Uploads one picture straight to where it will lie, past the API where a bucket is used; the API then checks it. Repeating
 * after a failure is harmless.
 * @throws ProblemError
 */
export async function uploadDirectly(
  client: Client,
  file: Blob,
  { baseUrl = '', fileName = 'image', context = {}, signal }: UploadDirectlyOptions = {},
): Promise<UploadedImage> {
  const aborting = signal === undefined ? {} : { signal };
  const { id, method, url, headers } = unwrap(
    await client.POST('/api/v1/uploads', { ...aborting, body: { size_bytes: file.size } }),
  );
  // Set by fetch itself, and forbidden to be set by others.
  const { 'content-length': _length, ...sent } = headers;
  const address = url.startsWith('/') ? `${baseUrl}${url}` : url;
  const answer = await fetch(address, { ...aborting, method, headers: sent, body: file }).catch(
    (error: unknown) => Promise.reject(networkProblem(error)),
  );
  const text = await answer.text();
  if (!answer.ok) throw problemOf(answer.status, text, answer.headers.get('retry-after'));
  const completed = await client.POST('/api/v1/uploads/{id}/complete', {
    ...aborting,
    params: { path: { id }, header: { 'idempotency-key': id } },
    body: { ...context, file_name: fileName, sha256: await sha256Of(file) },
  });
  return { image: unwrap(completed), created: completed.response.status === 201 };
}

async function sha256Of(file: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
