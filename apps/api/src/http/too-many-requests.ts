import { DomainError } from '@mlmcsc/core';

/** The caller must slow down; answered with 429 and Retry-After. */
export class TooManyRequests extends DomainError {
  readonly retryAfterSeconds: number;

  constructor(code: 'too-many-requests' | 'sign-in-locked', detail: string, retryAfterSeconds: number) {
    super(code, detail, { retryable: true });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
