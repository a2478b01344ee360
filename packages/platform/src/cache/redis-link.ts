import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@mlmcsc/core';
import { Unavailable } from '@mlmcsc/core';
import { Redis, type RedisOptions } from 'ioredis';
import { beginSpan } from '../telemetry/index.ts';
import { refusalOf } from './redis-script.ts';

export interface RedisLinkOptions {
  /** `redis://` or `rediss://`, with user and password when the server wants them. */
  readonly url: string;
  /** Certificate authorities that are trusted instead of the well-known ones, PEM; for `rediss://` only. */
  readonly ca?: string | undefined;
  /** Shown in the server's list of clients, e.g. `mlmcsc-api`. */
  readonly clientName: string;
  readonly log: Logger;
  /** Longest a question may take. @default 200 ms */
  readonly answerWithinMs?: number;
}

/** What was asked since the process started. */
export interface RedisLinkFigures {
  readonly asked: number;
  /** Questions that were not answered in time, or by a refusal. */
  readonly failed: number;
  /** Questions not even asked, because the server was known to be away. */
  readonly skipped: number;
}

const reconnectDelaysMs = [50, 100, 200, 500, 1_000, 2_000];
const CLOSED = 'the connection was closed';
const connectWithinMs = 2_000;
/** After a question without answer the server is left alone, and probed this often. */
const probeIntervalMs = 250;
/** A connection that is silent for so many probes may be dead without anybody noticing: a new one is made. */
const probesPerConnection = 12;

/** A connection to a server of the Redis protocol that may be away, slow or refuse us at any time: every question is answered
 * within a bounded time or not at all, and nothing is asked while it is known to be away.
 */
export class RedisLink {
  readonly #client: Redis;
  readonly #answerWithinMs: number;
  readonly #log: Logger;
  readonly #closing = new AbortController();
  #asked = 0;
  #failed = 0;
  #skipped = 0;
  /** Null until the first answer or failure. */
  #isUp: boolean | null = null;
  #reason = 'not connected yet';
  /** Each is told once until it answers again. */
  readonly #toldReasons = new Set<string>();
  #probing: Promise<void> | null = null;
  #lastRefusal = '';

  /** Opens nothing. */
  constructor({ url, ca, clientName, log, answerWithinMs = 200 }: RedisLinkOptions) {
    this.#log = log;
    this.#answerWithinMs = answerWithinMs;
    this.#client = new Redis(url, {
      ...tlsOf(url, ca),
      lazyConnect: true,
      connectionName: clientName,
      disableClientInfo: true,
      connectTimeout: connectWithinMs,
      commandTimeout: answerWithinMs,
      keepAlive: 10_000,
      // A question waits for nothing: not for a connection, not for the next one.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      autoResendUnfulfilledCommands: false,
      retryStrategy: (attempt) => reconnectDelaysMs[Math.min(attempt, reconnectDelaysMs.length) - 1],
      // After a failover the old primary refuses to write.
      reconnectOnError: ({ message }) => message.startsWith('READONLY'),
    });
    this.#client.on('error', (error: Error) => this.#down(reasonOf(error)));
    this.#client.on('close', () => this.#down(CLOSED));
    this.#client.on('ready', () => this.#up());
  }

  /** Connects. Resolves when connected, or when that failed; it is tried again in the background. */
  async start(): Promise<void> {
    const { promise: tried, resolve } = Promise.withResolvers<void>();
    this.#client.once('ready', resolve);
    this.#client.once('error', () => resolve());
    this.#client.once('close', () => resolve());
    this.#client.connect().catch((error: Error) => this.#down(error.message));
    await tried;
  }

  get isUp(): boolean {
    return this.#isUp === true && this.#client.status === 'ready';
  }

  get figures(): RedisLinkFigures {
    return { asked: this.#asked, failed: this.#failed, skipped: this.#skipped };
  }

  /** Asks the server.
   * @param what - the question, in words, for traces
   * @returns undefined without an answer: the caller goes on without it
   */
  async ask<T>(what: string, question: (client: Redis) => Promise<T>): Promise<T | undefined> {
    if (!this.isUp) {
      this.#skipped += 1;
      return undefined;
    }
    this.#asked += 1;
    const askedAt = performance.now();
    const span = beginSpan({
      name: `redis ${what}`,
      kind: 'client',
      attributes: { 'db.system.name': 'redis' },
    });
    try {
      return await question(this.#client);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      span?.fail(error);
      this.#failed += 1;
      const refusal = refusalOf(error);
      if (refusal !== null) this.#refused(refusal);
      // Much later than the time-out it was this process that was busy; the answer may be here, unread.
      else if (performance.now() - askedAt < 2 * this.#answerWithinMs) this.#silent(error.message);
      return undefined;
    } finally {
      span?.end();
    }
  }

  /** @throws Unavailable `cache-unavailable` */
  async check(): Promise<void> {
    if ((await this.ask('ping', (client) => client.ping())) === undefined) {
      throw new Unavailable('cache-unavailable', 'The shared cache does not answer.', {
        context: { reason: this.#reason },
      });
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#client.disconnect();
    await this.#probing;
  }

  #up(): void {
    if (this.#isUp !== true) this.#log.info({}, 'Redis answers');
    this.#isUp = true;
    this.#toldReasons.clear();
  }

  #down(reason: string): void {
    if (this.#closing.signal.aborted) return;
    this.#isUp = false;
    // "Closed" only follows what says more.
    if (reason === CLOSED && this.#toldReasons.size > 0) return;
    this.#reason = reason;
    if (this.#toldReasons.has(reason)) return;
    this.#toldReasons.add(reason);
    this.#log.warn({ reason }, 'Redis is away; going on without it');
  }

  /** It answers, but not to this question: out of memory, not allowed to this user, … */
  #refused(message: string): void {
    const kind = message.split(' ', 1)[0] ?? '';
    if (kind !== this.#lastRefusal) this.#log.warn({ reason: message }, 'Redis refused a command');
    this.#lastRefusal = kind;
  }

  /** Connected, but no answer: everybody else would wait in vain too. */
  #silent(message: string): void {
    this.#down(message);
    this.#probing ??= this.#probe().finally(() => {
      this.#probing = null;
    });
  }

  async #probe(): Promise<void> {
    const { signal } = this.#closing;
    for (let probe = 1; !signal.aborted && this.#client.status === 'ready'; probe += 1) {
      await delay(probeIntervalMs, undefined, { signal }).catch(() => {});
      if (signal.aborted || this.#client.status !== 'ready') return;
      const answer = await this.#client.ping().catch(() => null);
      if (answer !== null) {
        this.#up();
        return;
      }
      if (probe % probesPerConnection === 0) this.#client.disconnect(true);
    }
  }
}

/** What to tell: a certificate that does not fit is a matter of settings, not of waiting. */
function reasonOf(error: Error): string {
  const { code = '' } = error as NodeJS.ErrnoException;
  return /^(CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_TLS_CERT)/.test(code)
    ? `the certificate of Redis is not trusted: ${error.message} (MLMCSC_REDIS_CA_FILE names the authority that signed it)`
    : error.message;
}

/** The address is checked against the certificate, always. */
function tlsOf(url: string, ca: string | undefined): Pick<RedisOptions, 'tls'> {
  if (new URL(url).protocol !== 'rediss:') return {};
  return { tls: { rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) } };
}
