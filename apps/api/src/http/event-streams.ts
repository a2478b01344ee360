import { Readable } from 'node:stream';
import type { ServerEvent } from '@mlmcsc/contracts';
import {
  type DomainEvent,
  type EventListener,
  type EventLog,
  type JobRecord,
  NotAllowed,
  NotFound,
  Unavailable,
  type UseCases,
} from '@mlmcsc/core';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import { presentJob } from '../present/present-job.ts';
import type { Authenticator, CallerHeaders } from './authenticator.ts';

/** A reader that lags further behind is cut off; its EventSource reconnects and is sent what it missed. */
const LONGEST_BACKLOG_BYTES = 1024 * 1024;
const EVENTS_A_READ = 500;
/** A reader that missed more reads its lists again, which is less work for everybody. */
const MOST_REPLAYED = 10_000;
const MOST_STREAMS = 1000;
const MOST_STREAMS_PER_USER = 30;
const FINAL_STATES: ReadonlySet<string> = new Set(['completed', 'cancelled', 'dead']);

interface Stream {
  readonly readable: Readable;
  readonly username: string;
  readonly caller: CallerHeaders;
  readonly jobId: string | null;
  /** Position in the log of the last event sent or passed over. */
  at: number;
  /** Whether it still reads from the log and does not take part in what is heard. */
  replaying: boolean;
  hasEnded: boolean;
  /** Called when the reader has taken what was pushed. */
  onRoom: (() => void) | null;
}

/** An event of the log, ready to be sent; null when what it tells of is gone. */
interface Prepared {
  readonly position: number | null;
  readonly event: ServerEvent | null;
}

export interface EventStreamsOptions {
  readonly events: EventListener;
  readonly eventLog: EventLog;
  readonly useCases: Pick<UseCases, 'getJob'>;
  readonly authenticator: Pick<Authenticator, 'authenticate'>;
  readonly log: FastifyBaseLogger;
  readonly heartbeatMs: number;
}

/** The open server-sent event streams of this process, fed by what any process commits, in the order of commits. */
export class EventStreams {
  readonly #options: EventStreamsOptions;
  readonly #streams = new Set<Stream>();
  readonly #unsubscribe: () => void;
  readonly #heartbeat: NodeJS.Timeout;
  #heard: { event: DomainEvent; position: number | null }[] = [];
  #isPumping = false;
  /** Position of the last event sent to all streams that do not replay. */
  #sentTo = 0;
  #closed = false;

  constructor(options: EventStreamsOptions) {
    this.#options = options;
    this.#unsubscribe = options.events.subscribe(
      (event, position) => this.#hear(event, position),
      // The log forgot what this process missed: readers reconnect and are told.
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
   * @param topic.lastEventId - the last event the reader has seen; what came later is sent first
   * @throws Unavailable `shutting-down | overloaded | database-unavailable`
   */
  async open(
    request: FastifyRequest,
    reply: FastifyReply,
    topic: { readonly jobId?: string; readonly lastEventId?: string | undefined },
  ): Promise<never> {
    this.#assertRoom(request);
    const stream: Stream = {
      readable: new Readable({
        read: () => {
          const { onRoom } = stream;
          stream.onRoom = null;
          onRoom?.();
        },
        destroy: (error, done) => {
          stream.onRoom?.();
          done(error);
        },
      }),
      username: request.session?.user.username ?? '',
      caller: { cookie: request.headers.cookie, authorization: request.headers.authorization },
      jobId: topic.jobId ?? null,
      at: 0,
      replaying: true,
      hasEnded: false,
      onRoom: null,
    };
    // Counted from here on, so that many at once cannot pass the limit together.
    this.#streams.add(stream);
    stream.readable.once('close', () => this.#streams.delete(stream));
    try {
      const { prunedTo, last } = await this.#options.eventLog.bounds();
      const seen = topic.lastEventId === undefined ? null : Number(topic.lastEventId);
      const isLost = seen !== null && (seen < prunedTo || seen > last || last - seen > MOST_REPLAYED);
      stream.at = seen === null || isLost ? last : seen;
      // A job is sent as it is now, which tells all that was missed.
      if (stream.jobId !== null) stream.at = last;
      stream.readable.push(`retry: 2000\nid: ${stream.at}\n\n`);
      if (stream.jobId !== null) this.#sendJob(await this.#options.useCases.getJob(stream.jobId), stream);
      else if (isLost) this.#send({ type: 'stream.reset' }, stream);
    } catch (error) {
      stream.readable.destroy();
      throw error;
    }
    reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no');
    void this.#replay(stream);
    return reply.send(stream.readable) as never;
  }

  /** Ends every stream and hears no more. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#unsubscribe();
    clearInterval(this.#heartbeat);
    this.#endAll();
  }

  #assertRoom(request: FastifyRequest): void {
    if (this.#closed) throw new Unavailable('shutting-down', 'The server is shutting down.');
    const username = request.session?.user.username ?? '';
    const own = [...this.#streams].filter((stream) => stream.username === username).length;
    if (this.#streams.size >= MOST_STREAMS || own >= MOST_STREAMS_PER_USER) {
      throw new Unavailable('overloaded', 'Too many event streams are open.');
    }
  }

  #endAll(): void {
    for (const stream of this.#streams) end(stream);
  }

  /** Sends what a reader missed, as fast as it reads, until it has caught up with what this process has sent. */
  async #replay(stream: Stream): Promise<void> {
    try {
      for (;;) {
        const logged = await this.#options.eventLog.readAfter(stream.at, EVENTS_A_READ);
        for (const { position, event } of await this.#prepare(logged)) {
          while (stream.readable.readableLength > LONGEST_BACKLOG_BYTES / 4 && isOpen(stream)) {
            await new Promise<void>((resolve) => {
              stream.onRoom = resolve;
            });
          }
          this.#sendLogged(event, position, stream);
        }
        if (!isOpen(stream)) return;
        // No await between this and the end: nothing can be heard in between.
        if (logged.length < EVENTS_A_READ && stream.at >= this.#sentTo) break;
      }
      stream.replaying = false;
    } catch (error) {
      this.#options.log.warn({ err: error }, 'missed events could not be sent');
      // It reconnects with the last event it has seen.
      end(stream);
    }
  }

  #hear(event: DomainEvent, position: number | null): void {
    if (this.#streams.size === 0 && !this.#isPumping) {
      this.#sentTo = position ?? this.#sentTo;
      return;
    }
    this.#heard.push({ event, position });
    if (!this.#isPumping) void this.#pump();
  }

  /** Sends what was heard, in order. What is heard meanwhile waits, so a job that changes often is read once for many changes. */
  async #pump(): Promise<void> {
    this.#isPumping = true;
    while (this.#heard.length > 0) {
      const heard = this.#heard;
      this.#heard = [];
      try {
        for (const { event, position } of await this.#prepare(heard)) {
          for (const stream of this.#streams) {
            if (!stream.replaying) this.#sendLogged(event, position, stream);
          }
          this.#sentTo = position ?? this.#sentTo;
        }
      } catch (error) {
        this.#options.log.warn({ err: error }, 'events could not be sent');
        this.#sentTo = heard.findLast(({ position }) => position !== null)?.position ?? this.#sentTo;
        // Readers reconnect with the last event they have seen.
        this.#endAll();
      }
    }
    this.#isPumping = false;
  }

  /** Of several changes of a job only the last is told, as the job is now. */
  async #prepare(
    logged: readonly { readonly event: DomainEvent; readonly position: number | null }[],
  ): Promise<readonly Prepared[]> {
    const lastOf = new Map<string, number>();
    for (const [index, { event }] of logged.entries()) {
      if (event.type === 'job.changed') lastOf.set(event.jobId, index);
    }
    const prepared: Prepared[] = [];
    for (const [index, { event, position }] of logged.entries()) {
      const isOutdated = event.type === 'job.changed' && lastOf.get(event.jobId) !== index;
      prepared.push({ position, event: isOutdated ? null : await this.#toServerEvent(event) });
    }
    return prepared;
  }

  async #toServerEvent(event: DomainEvent): Promise<ServerEvent | null> {
    switch (event.type) {
      case 'job.changed':
        try {
          return { type: event.type, job: presentJob(await this.#options.useCases.getJob(event.jobId)) };
        } catch (error) {
          // Jobs are forgotten after a time.
          if (error instanceof NotFound) return null;
          throw error;
        }
      case 'analysis.created':
        return { type: event.type, analysis_id: event.analysisId, image_id: event.imageId };
      case 'label.created':
        return { type: event.type, label_id: event.labelId, analysis_id: event.analysisId };
      case 'model.promoted':
        return { type: event.type, version: event.version, digest: event.digest };
      case 'dataset.created':
        return { type: event.type, digest: event.digest };
      case 'specimen.changed':
        return { type: event.type, specimen_id: event.specimenId };
      case 'specimens.imported':
        return { type: event.type, import_id: event.importId };
      case 'drift.raised':
        return { type: event.type, finding_id: event.findingId };
      case 'trial.changed':
        return { type: event.type, trial_id: event.trialId };
      default:
        // Announced by a newer release that is being rolled out.
        return null;
    }
  }

  #sendJob(job: JobRecord, stream: Stream): void {
    this.#send({ type: 'job.changed', job: presentJob(job) }, stream);
    if (FINAL_STATES.has(job.state)) end(stream);
  }

  #sendLogged(event: ServerEvent | null, position: number | null, stream: Stream): void {
    if (position !== null) {
      if (position <= stream.at) return;
      stream.at = position;
    }
    if (event === null) return;
    if (stream.jobId === null) {
      this.#send(event, stream);
    } else if (event.type === 'job.changed' && event.job.id === stream.jobId) {
      this.#send(event, stream);
      if (FINAL_STATES.has(event.job.state)) end(stream);
    }
  }

  #send(event: ServerEvent, stream: Stream): void {
    this.#push(`event: ${event.type}\nid: ${stream.at}\ndata: ${JSON.stringify(event)}\n\n`, stream);
  }

  #push(text: string, stream: Stream): void {
    if (!isOpen(stream)) return;
    if (stream.readable.readableLength > LONGEST_BACKLOG_BYTES) stream.readable.destroy();
    else stream.readable.push(text);
  }

  /** Keeps proxies from closing quiet streams, and ends those whose session has ended or whose key is dead. */
  async #beat(): Promise<void> {
    for (const stream of [...this.#streams]) {
      this.#push(': still here\n\n', stream);
      try {
        const session = await this.#options.authenticator.authenticate(stream.caller);
        if (session === null) end(stream);
      } catch (error) {
        if (error instanceof NotAllowed) end(stream);
        else this.#options.log.debug({ err: error }, 'a session could not be checked');
      }
    }
  }
}

const isOpen = ({ readable, hasEnded }: Stream) => !hasEnded && !readable.destroyed;

function end(stream: Stream): void {
  if (!isOpen(stream)) return;
  stream.hasEnded = true;
  stream.readable.push(null);
}
