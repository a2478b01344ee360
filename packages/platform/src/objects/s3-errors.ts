import { DomainError, Unavailable } from '@mlmcsc/core';

/** What an error of the client tells; never its message, which may name addresses or keys. */
interface S3Failure {
  readonly name?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly attempts?: number };
}

/** Whether the server answered that there is no such object. */
export function isMissing(error: unknown): boolean {
  if (error instanceof DomainError) return false;
  const { name, $metadata } = error as S3Failure;
  if (name === 'NoSuchBucket') return false;
  return name === 'NoSuchKey' || name === 'NotFound' || $metadata?.httpStatusCode === 404;
}

/** Whether a range began beyond the object's end. */
export function isBeyondEnd(error: unknown): boolean {
  return (error as S3Failure).$metadata?.httpStatusCode === 416;
}

/** Gives a failure of the S3 client a meaning; domain errors pass unchanged. Addresses, keys and signatures stay behind. */
export function translateS3Error(error: unknown, operation: string): DomainError {
  if (error instanceof DomainError) return error;
  const { name, code, $metadata } = error as S3Failure;
  const status = $metadata?.httpStatusCode;
  const context = {
    ...{ operation, s3_error: code ?? name ?? 'unknown', status, attempts: $metadata?.attempts },
  };
  const certificate = certificateFailure(code);
  if (certificate) {
    return new Unavailable(
      'objects-refused',
      `The certificate of the object store is not trusted (${code}); MLMCSC_S3_CA_FILE names the authority that signed it.`,
      { context },
    );
  }
  if (name === 'NoSuchBucket' || (status === 404 && operation === 'check')) {
    return new Unavailable(
      'objects-refused',
      'The object store has no such bucket; create it, or correct MLMCSC_S3_BUCKET.',
      { context },
    );
  }
  if (status === 401 || status === 403) {
    return new Unavailable(
      'objects-refused',
      'The object store refuses the access key; check MLMCSC_S3_ACCESS_KEY_ID, MLMCSC_S3_SECRET_ACCESS_KEY, and what they allow.',
      { context },
    );
  }
  if (status === 301 || status === 400 || status === 411 || status === 501) {
    return new Unavailable(
      'objects-refused',
      `The object store does not accept our requests (${name ?? status}); check MLMCSC_S3_REGION, MLMCSC_S3_ENDPOINT and MLMCSC_S3_FORCE_PATH_STYLE.`,
      { context },
    );
  }
  return new Unavailable('objects-unavailable', 'The object store does not answer; try again in a moment.', {
    context,
  });
}

/** TLS failures of Node.js and OpenSSL that mean "somebody else, or vouched for by somebody unknown". */
function certificateFailure(code: string | undefined): boolean {
  return (
    code !== undefined &&
    /^(CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_TLS_CERT|HOSTNAME_MISMATCH|ERR_SSL_)/.test(code)
  );
}
