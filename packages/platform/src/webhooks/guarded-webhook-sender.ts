import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { formatTraceparent, InvalidInput, type WebhookSender } from '@mlmcsc/core';
import { beginSpan, traceCarrier } from '../telemetry/index.ts';
import { AddressGuard, AddressRefused } from './address-guard.ts';

export interface GuardedWebhookSenderOptions {
  /** Plain HTTP is for receivers in the same, trusted network. */
  readonly allowHttp: boolean;
  /** Networks besides the public internet, as `address/length`. */
  readonly allowedNetworks: readonly string[];
  /** From the first look-up to the end of the answer. @default 15 s */
  readonly timeoutMs?: number | undefined;
  /** Certificate authorities besides the usual ones, PEM. */
  readonly ca?: string | undefined;
}

const standardTimeoutMs = 15_000;
/** Read of an answer before the connection is closed. */
const mostResponseBytes = 4_096;
const excerptLength = 1_000;

/** Sends webhooks over HTTPS, only where the installation allows: the name is looked up anew for each attempt, every address it has
 * must be allowed, and the connection goes to just those. Redirects are not followed.
 */
export class GuardedWebhookSender implements WebhookSender {
  readonly #options: GuardedWebhookSenderOptions;
  readonly #guard: AddressGuard;

  constructor(options: GuardedWebhookSenderOptions) {
    this.#options = options;
    this.#guard = new AddressGuard(options.allowedNetworks);
  }

  checkUrl(text: string): void {
    if (!URL.canParse(text)) throw refused('This is not an address.');
    const url = new URL(text);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && this.#options.allowHttp)) {
      throw refused('The address must start with https://.');
    }
    if (url.username !== '' || url.password !== '' || url.hash !== '') {
      throw refused('The address must not hold a user name, a password or a fragment.');
    }
    const literal = url.hostname.replace(/^\[(.*)\]$/, '$1');
    if (isIP(literal) !== 0 && !this.#guard.isAllowed(literal)) throw refused(new AddressRefused().message);
  }

  async send(request: Parameters<WebhookSender['send']>[0]) {
    const attributes = { 'http.request.method': 'POST' };
    const span = beginSpan({ name: 'POST webhook', kind: 'client', attributes });
    const trace = span ?? traceCarrier.current();
    const traced =
      trace === null
        ? request
        : { ...request, headers: { traceparent: formatTraceparent(trace), ...request.headers } };
    const outcome = await this.#send(traced);
    if (outcome.status !== null) span?.set({ 'http.response.status_code': outcome.status });
    if (outcome.error !== null) span?.fail(outcome.error);
    span?.end();
    return outcome;
  }

  async #send({ url: text, headers, body, signal }: Parameters<WebhookSender['send']>[0]) {
    const startedAt = performance.now();
    const timeoutMs = this.#options.timeoutMs ?? standardTimeoutMs;
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      this.checkUrl(text);
      const ending = AbortSignal.any([signal, timeout]);
      const answer = await this.#post(new URL(text), headers, body, ending);
      return { ...answer, error: errorOf(answer.status), latencyMs: since(startedAt) };
    } catch (error) {
      const reason = timeout.aborted ? `No answer within ${timeoutMs / 1000} s.` : reasonOf(error);
      return { status: null, response: null, error: reason, latencyMs: since(startedAt) };
    }
  }

  #post(
    url: URL,
    headers: Readonly<Record<string, string>>,
    body: string,
    signal: AbortSignal,
  ): Promise<{ status: number; response: string }> {
    const { ca } = this.#options;
    const content = Buffer.from(body, 'utf8');
    const options = {
      method: 'POST',
      signal,
      // A connection of its own: one that is kept could lead to where the name pointed earlier.
      agent: false as const,
      lookup: this.#lookup(),
      headers: {
        'content-type': 'application/json',
        'content-length': content.length,
        'user-agent': 'MLMCSC-Webhooks/1',
        ...headers,
      },
    };
    return new Promise((resolve, reject) => {
      const request =
        url.protocol === 'https:'
          ? requestHttps(url, { ...options, ...(ca === undefined ? {} : { ca }) })
          : requestHttp(url, options);
      request.on('error', reject);
      request.on('response', (response) => {
        const parts: Buffer[] = [];
        let length = 0;
        const end = () => {
          const excerpt = Buffer.concat(parts).subarray(0, mostResponseBytes).toString('utf8');
          resolve({ status: response.statusCode ?? 0, response: printable(excerpt) });
          request.destroy();
        };
        response.on('data', (part: Buffer) => {
          parts.push(part);
          length += part.length;
          if (length >= mostResponseBytes) end();
        });
        response.on('end', end);
        response.on('error', reject);
      });
      request.end(content);
    });
  }

  /** Gives the connection exactly the addresses that were checked. */
  #lookup(): LookupFunction {
    return (hostname, options, callback) => {
      this.#guard.resolve(hostname).then(
        (addresses) => {
          const wanted = addresses.filter(({ family }) => !options.family || options.family === family);
          const [first] = wanted;
          if (options.all === true) callback(null, [...wanted]);
          else if (first === undefined) callback(new AddressRefused(), '', 4);
          else callback(null, first.address, first.family);
        },
        (error: NodeJS.ErrnoException) => callback(error, '', 4),
      );
    };
  }
}

const refused = (detail: string) => new InvalidInput('webhook-url-refused', detail);

const since = (startedAt: number) => Math.round(performance.now() - startedAt);

/** Control characters out: the text is shown in terminals. */
const printable = (text: string) =>
  [...text]
    .filter((char) => char === '\n' || (char >= ' ' && char !== '\u007f'))
    .join('')
    .slice(0, excerptLength);

function errorOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400
    ? `The receiver answered ${status}; redirects are not followed.`
    : `The receiver answered ${status}.`;
}

/** For the log of deliveries; names no address inside. */
function reasonOf(error: unknown): string {
  if (error instanceof AddressRefused || error instanceof InvalidInput) {
    return error instanceof InvalidInput ? error.detail : error.message;
  }
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'The name of the receiver is not known.';
    case 'ECONNREFUSED':
      return 'The receiver refused the connection.';
    case 'ECONNRESET':
    case 'EPIPE':
      return 'The receiver broke the connection off.';
    default:
      return `The receiver could not be reached (${code ?? 'unknown'}).`;
  }
}
