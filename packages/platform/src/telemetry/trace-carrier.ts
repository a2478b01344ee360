import { AsyncLocalStorage } from 'node:async_hooks';
import { continueTrace, type TraceAttributes, type TraceCarrier, type TraceContext } from '@mlmcsc/core';
import type { OpenSpan, SpanKind, SpanRecorder, SpanStart } from './span-recorder.ts';

const storage = new AsyncLocalStorage<TraceContext>();
/** Null while tracing is off: then identifiers travel and nothing is recorded. */
let recorder: SpanRecorder | null = null;

/** @returns takes it out again */
export function installSpanRecorder(one: SpanRecorder): () => void {
  recorder = one;
  return () => {
    if (recorder === one) recorder = null;
  };
}

/** The span that is going on, where spans are recorded. */
export function currentSpan(): OpenSpan | null {
  const current = storage.getStore();
  return current !== undefined && isOpenSpan(current) ? current : null;
}

/** The first span of this process in a trace; null while tracing is off. */
export function beginRootSpan(start: SpanStart, parent: TraceContext | null): OpenSpan | null {
  return recorder?.beginRoot(start, parent) ?? null;
}

/** A span within what is going on, or null where nothing is recorded. The caller ends it. */
export function beginSpan(start: SpanStart): OpenSpan | null {
  if (recorder === null) return null;
  const parent = currentSpan();
  return parent === null ? null : recorder.beginChild(start, parent);
}

/** Runs the work as a span within what is going on; where nothing is recorded the work alone.
 * @param attributes - asked only where it is recorded
 */
export async function inSpan<T>(
  name: string,
  kind: SpanKind,
  attributes: () => TraceAttributes,
  work: () => Promise<T>,
): Promise<T> {
  const parent = recorder === null ? null : currentSpan();
  const span =
    parent === null ? null : recorder?.beginChild({ name, kind, attributes: attributes() }, parent);
  return span == null ? work() : settling(span, work);
}

/** The trace of the work that is going on in this process; log lines name it by themselves. */
export const traceCarrier: TraceCarrier = {
  current: () => storage.getStore() ?? null,
  run: (trace, work) => storage.run(trace, work),
  continueFrom({ name, parent, attributes }, work) {
    const span = beginRootSpan({ name, kind: 'consumer', attributes }, parent);
    if (span !== null) return settling(span, () => work({ trace: span, fail: (error) => span.fail(error) }));
    const trace = continueTrace(parent);
    return storage.run(trace, () => work({ trace, fail: () => {} }));
  },
  step: (name, attributes, work) => inSpan(name, 'internal', () => attributes, work),
};

async function settling<T>(span: OpenSpan, work: () => Promise<T>): Promise<T> {
  try {
    return await storage.run(span, work);
  } catch (error) {
    span.fail(error);
    throw error;
  } finally {
    span.end();
  }
}

function isOpenSpan(trace: TraceContext): trace is OpenSpan {
  return 'rootSpanId' in trace;
}
