import { setTimeout as delay } from 'node:timers/promises';
import { countRequest, type Ledger } from './ledger.ts';

export interface ChaosRequest {
  /** Shown in the tally, e.g. `label`. */
  readonly kind: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: () => BodyInit;
}

const LONGEST_ANSWER_MS = 60_000;
const PAUSE_MS = 300;

/** Statuses that tell a client to come again: everything else in the 4xx is the client's own fault, and a 500 is ours. */
const COME_AGAIN = new Set([408, 409, 425, 429, 502, 503, 504]);

/** Sends a request until it is accepted, as a well-behaved client does: the same again after a broken connection or a refusal that asks to
 * come again. @returns the JSON answer @throws Error for any other answer, or when `giveUp` aborts
 */
export async function sendUntilAccepted<T>(
  { url, cookie, ledger, giveUp }: { url: string; cookie: string; ledger: Ledger; giveUp: AbortSignal },
  request: ChaosRequest,
): Promise<T> {
  const { kind, method, path, headers = {}, body } = request;
  for (;;) {
    giveUp.throwIfAborted();
    try {
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: { cookie, origin: url, ...headers },
        ...(body === undefined ? {} : { body: body() }),
        signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
      });
      const text = await answer.text();
      countRequest(ledger, kind, answer.status);
      if (answer.ok) return JSON.parse(text) as T;
      if (!COME_AGAIN.has(answer.status)) throw new UnexpectedAnswer(`${kind}: ${answer.status} ${text}`);
    } catch (error) {
      if (error instanceof UnexpectedAnswer) throw error;
      countRequest(ledger, kind, 'broken');
    }
    await delay(PAUSE_MS, undefined, { signal: giveUp });
  }
}

/** An answer that no fault excuses. */
export class UnexpectedAnswer extends Error {}
