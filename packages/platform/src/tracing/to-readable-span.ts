import {
  type HrTime,
  SpanKind as OtelKind,
  type SpanContext,
  SpanStatusCode,
  TraceFlags,
} from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { withoutSecrets } from '../telemetry/index.ts';
import type { RecordedSpan } from './span-tree.ts';

const KINDS = {
  internal: OtelKind.INTERNAL,
  server: OtelKind.SERVER,
  client: OtelKind.CLIENT,
  producer: OtelKind.PRODUCER,
  consumer: OtelKind.CONSUMER,
} as const;

/** A span that is kept, as OpenTelemetry's exporters read it. */
export function toReadableSpan(span: RecordedSpan, resource: Resource): ReadableSpan {
  const { traceId, spanId, parentSpanId, failure, startedAt } = span;
  const endedAt = span.endedAt ?? startedAt;
  const contextOf = (id: string): SpanContext => ({ traceId, spanId: id, traceFlags: TraceFlags.SAMPLED });
  const context = contextOf(spanId);
  const attributes = failure === null ? span.attributes : { ...span.attributes, 'error.type': failure.type };
  return {
    name: span.name,
    kind: KINDS[span.kind],
    spanContext: () => context,
    ...(parentSpanId === null ? {} : { parentSpanContext: contextOf(parentSpanId) }),
    startTime: hrTimeOf(startedAt),
    endTime: hrTimeOf(endedAt),
    duration: hrTimeOf(endedAt - startedAt),
    status:
      failure === null
        ? { code: SpanStatusCode.UNSET }
        : { code: SpanStatusCode.ERROR, message: withoutSecrets(failure.message) },
    attributes,
    links: [],
    events: [],
    ended: true,
    resource,
    instrumentationScope: { name: 'mlmcsc' },
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}

function hrTimeOf(ms: number): HrTime {
  const seconds = Math.floor(ms / 1_000);
  return [seconds, Math.round((ms - seconds * 1_000) * 1e6)];
}
