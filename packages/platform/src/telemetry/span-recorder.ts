import type { TraceAttributes, TraceContext } from '@mlmcsc/core';

export type SpanKind = 'server' | 'client' | 'producer' | 'consumer' | 'internal';

export interface SpanStart {
  readonly name: string;
  readonly kind: SpanKind;
  readonly attributes?: TraceAttributes | undefined;
  /** Milliseconds since 1970, for what is told afterwards. @default now */
  readonly startedAt?: number | undefined;
}

/** A span that is going on; as the current trace it is the parent of what is begun in it. */
export interface OpenSpan extends TraceContext {
  /** The span that this process's part of the trace begins with. */
  readonly rootSpanId: string;
  /** Whether the trace is kept for sure, as far as is known now. */
  isKept(): boolean;
  rename(name: string): void;
  set(attributes: TraceAttributes): void;
  fail(error: unknown): void;
  /** @param at - milliseconds since 1970. @default now */
  end(at?: number): void;
}

/** Records spans; installed where tracing is switched on. */
export interface SpanRecorder {
  /** The first span of this process in a trace: at its end it is decided whether the trace's part is kept. */
  beginRoot(start: SpanStart, parent: TraceContext | null): OpenSpan;
  /** Null when the process holds as many spans as it may. */
  beginChild(start: SpanStart, parent: OpenSpan): OpenSpan | null;
}
