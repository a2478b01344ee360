import { Readable } from 'node:stream';
import type { ServerEvent } from '@mlmcsc/contracts';
import {
  type DomainEvent,
  type EventListener,
  type JobRecord,
  Unavailable,
  type UseCases,
} from '@mlmcsc/core';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import { presentJob } from '../present/present-job.ts';
import type { Authenticator } from './authenticator.ts';

/** A job may change a thousand times a second; its streams hear of it at most this often. */
const JOB_INTERVAL_MS = 100;
/** A reader that lags further behind is cut off; its EventSource reconnects. */
const LONGEST_BACKLOG_BYTES = 1024 * 1024;
const MOST_STREAMS = 1000;
const MOST_STREAMS_PER_USER = 30;
const FINAL_STATES: ReadonlySet<string> = new Set(['completed', 'cancelled', 'dead']);

interface Stream {
  readonly readable: Readable;
  readonly username: string;
  readonly cookie: string | undefined;
  readonly jobId: string | null;
}

export interface EventStreamsOptions {
  readonly events: EventListener;
  readonly useCases: Pick<UseCases, 'getJob'>;
  readonly authenticator: Pick<Authenticator, 'authenticate'>;
  readonly log: FastifyBaseLogger;
  readonly heartbeatMs: number;
}

/** The open server-sent event streams of this process, fed by what any process commits. */
export class EventStreams {
  readonly #options: EventStreamsOptions;
  readonly #streams = new Set<Stream>();
  readonly #waitingJobs = new Map<string, NodeJS.Timeout>();
  readonly #unsubscribe: () => void;
  readonly #heartbeat: NodeJS.Timeout;
  #nextId = 1;
  #closed = false;

  constructor(options: EventStreamsOptions) {
    this.#options = options;
    this.#unsubscribe = options.events.subscribe(
      (event) => this.#hear(event),
      // Events may have been missed: readers reconnect and read again what they show.
      () => this.#endAll(),
    );
    this.#heartbeat = setInterval(() => void this.#beat(), options.heartbeatMs);
    this.#heartbeat.unref();
  }

  /** How many streams are open. */
  get size(): number {
    return this.#streams.size;
  }

  /**
   * Answers with a stream that stays open.
   * @param topic.job - only this job; it is sent at once, and the stream ends when the job does
   * @throws Unavailable `shutting-down | overloaded`
   */
  open(request: FastifyRequest, reply: FastifyReply, topic: { readonly job?: JobRecord }): never {
    if (this.#closed) throw new Unavailable('shutting-down', 'The server is shutting down.');
    const username = request.session?.user.username ?? '';
    const own = [...this.#streams].filter((stream) => stream.username === username).length;
    if (this.#streams.size >= MOST_STREAMS || own >= MOST_STREAMS_PER_USER) {
      throw new Unavailable('overloaded', 'Too many event streams are open.');
    }
    const stream: Stream = {
      readable: new Readable({ read() {} }),
      username,
      cookie: request.headers.cookie,
      jobId: topic.job?.id ?? null,
    };
    this.#streams.add(stream);
    stream.readable.once('close', () => this.#streams.delete(stream));
    stream.readable.push('retry: 2000\n\n');
    reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no');
    if (topic.job !== undefined) this.#sendJob(topic.job, stream);
    return reply.send(stream.readable) as never;
  }

  /** Ends every stream and hears no more. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#unsubscribe();
    clearInterval(this.#heartbeat);
    for (const timer of this.#waitingJobs.values()) clearTimeout(timer);
    this.#waitingJobs.clear();
    this.#endAll();
  }

  #endAll(): void {
    for (const stream of this.#streams) if (!stream.readable.destroyed) stream.readable.push(null);
  }

  #hear(event: DomainEvent): void {
    if (this.#streams.size === 0) return;
    switch (event.type) {
      case 'job.changed':
        this.#announceJobSoon(event.jobId);
        break;
      case 'analysis.created':
        this.#broadcast({ type: event.type, analysis_id: event.analysisId, image_id: event.imageId });
        break;
      case 'label.created':
        this.#broadcast({ type: event.type, label_id: event.labelId, analysis_id: event.analysisId });
        break;
      case 'model.promoted':
        this.#broadcast({ type: event.type, version: event.version, digest: event.digest });
    }
  }

  #announceJobSoon(jobId: string): void {
    if (this.#waitingJobs.has(jobId)) return;
    const timer = setTimeout(() => {
      this.#waitingJobs.delete(jobId);
      void this.#announceJob(jobId);
    }, JOB_INTERVAL_MS);
    this.#waitingJobs.set(jobId, timer);
  }

  async #announceJob(jobId: string): Promise<void> {
    try {
      const job = await this.#options.useCases.getJob(jobId);
      for (const stream of this.#streams) {
        if (stream.jobId === null || stream.jobId === jobId) this.#sendJob(job, stream);
      }
    } catch (error) {
      this.#options.log.warn({ err: error, job_id: jobId }, 'a job event could not be sent');
    }
  }

  #sendJob(job: JobRecord, stream: Stream): void {
    this.#send({ type: 'job.changed', job: presentJob(job) }, stream);
    if (stream.jobId === job.id && FINAL_STATES.has(job.state)) stream.readable.push(null);
  }

  #broadcast(event: ServerEvent): void {
    for (const stream of this.#streams) if (stream.jobId === null) this.#send(event, stream);
  }

  #send(event: ServerEvent, stream: Stream): void {
    this.#push(`event: ${event.type}\nid: ${this.#nextId++}\ndata: ${JSON.stringify(event)}\n\n`, stream);
  }

  #push(text: string, { readable }: Stream): void {
    if (readable.destroyed || readable.readableEnded) return;
    if (readable.readableLength > LONGEST_BACKLOG_BYTES) readable.destroy();
    else readable.push(text);
  }

  /** Keeps proxies from closing quiet streams, and ends those whose session has ended. */
  async #beat(): Promise<void> {
    for (const stream of [...this.#streams]) {
      this.#push(': still here\n\n', stream);
      try {
        const session = await this.#options.authenticator.authenticate(stream.cookie);
        if (session === null && !stream.readable.destroyed) stream.readable.push(null);
      } catch (error) {
        this.#options.log.debug({ err: error }, 'a session could not be checked');
      }
    }
  }
}
