/// <reference lib="dom" />
import type { Image, ImageContext } from '@mlmcsc/contracts';
import { ProblemError, problemOf } from './problem-error.ts';

export interface UploadImageOptions {
  /** @default the page's own */
  readonly baseUrl?: string;
  readonly fileName?: string;
  readonly context?: ImageContext;
  /** Called with the share sent so far, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** A stored picture, and whether it was new or these very bytes were stored before. */
export interface UploadedImage {
  readonly image: Image;
  readonly created: boolean;
}

/**
 * Uploads one picture and tells how far it got. For browsers: fetch cannot tell the progress of an upload.
 * @throws ProblemError
 */
export function uploadImage(file: Blob, options: UploadImageOptions = {}): Promise<UploadedImage> {
  const form = new FormData();
  for (const [field, value] of Object.entries(options.context ?? {})) {
    if (value !== undefined && value !== '') form.append(field, String(value));
  }
  form.append('file', file, options.fileName ?? ('name' in file ? String(file.name) : 'image'));

  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const { signal, onProgress } = options;
    const abort = () => request.abort();
    const fail = (error: ProblemError) => {
      signal?.removeEventListener('abort', abort);
      reject(error);
    };
    const aborted = () =>
      new ProblemError({ code: 'request-aborted', status: 0, title: 'The upload was cancelled.' });
    if (signal?.aborted) return reject(aborted());
    signal?.addEventListener('abort', abort);
    request.open('POST', `${options.baseUrl ?? ''}/api/v1/images`);
    request.setRequestHeader('accept', 'application/json, application/problem+json');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress?.(event.loaded / event.total);
    };
    request.onabort = () => fail(aborted());
    request.onerror = () =>
      fail(
        new ProblemError({ code: 'network-unreachable', status: 0, title: 'The server cannot be reached.' }),
      );
    request.onload = () => {
      const { status, responseText } = request;
      if (status !== 200 && status !== 201) {
        return fail(problemOf(status, responseText, request.getResponseHeader('retry-after')));
      }
      signal?.removeEventListener('abort', abort);
      onProgress?.(1);
      resolve({ image: JSON.parse(responseText) as Image, created: status === 201 });
    };
    request.send(form);
  });
}
