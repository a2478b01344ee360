import { ProblemError } from '@mlmcsc/client';
import { fill } from '../language/fill.ts';
import { serverWords } from '../server-words/server-words.ts';
import { text } from '../texts/text.ts';

/** Whether the session has ended or there never was one. A failed sign-in is not meant. */
export function isSessionMissing(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'not-signed-in';
}

/** Whether a request got no answer for a reason that passes: no network, a gateway without a server, an earlier attempt that still
 * runs, or a session that has ended. */
export function isServerAway(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  const codes = ['network-unreachable', 'idempotency-key-in-use', 'not-signed-in'];
  return codes.includes(error.code) || error.status === 502 || error.status === 504;
}

/** Whether the signed-in role is not enough. */
export function isDenied(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'role-insufficient';
}

export interface ErrorText {
  readonly title: string;
  readonly detail: string | null;
  readonly requestId: string | null;
}

/** Any thrown value as one or two sentences for a person. */
export function describeError(error: unknown): ErrorText {
  if (!(error instanceof ProblemError)) {
    return {
      title: text.somethingWentWrong,
      detail: error instanceof Error ? error.message : null,
      requestId: null,
    };
  }
  const title = serverWords[error.code] ?? error.title;
  if (error.code === 'network-unreachable') {
    return {
      title,
      detail: text.checkTheNetworkConnection,
      requestId: null,
    };
  }
  const detail = serverWords[`${error.code}.detail`] ?? error.detail;
  return { title, detail, requestId: error.requestId };
}

/** The same in one line, for lists. */
export function describeErrorBriefly(error: unknown): string {
  const { title, detail } = describeError(error);
  return detail ?? title;
}

/** Seconds as a wait, e.g. `40 seconds` or `5 minutes`. */
export function describeWait(seconds: number): string {
  if (seconds < 90) return fill(text.seconds, { value: Math.max(1, Math.ceil(seconds)) });
  return fill(text.minutes, { seconds: Math.ceil(seconds / 60) });
}
