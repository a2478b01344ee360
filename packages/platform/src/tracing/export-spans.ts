import type { Logger } from '@mlmcsc/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace';
import type { RecordedSpan } from './span-tree.ts';
import { toReadableSpan } from './to-readable-span.ts';

export interface SpanExportOptions {
  /** Of the receiver, without `/v1/traces`. */
  readonly endpoint: string;
  readonly service: string;
  readonly version: string;
  /** Tells replicas apart. */
  readonly instance: string;
  readonly log: Logger;
}

/** Spans that wait for the receiver; while it is away the newest are dropped. */
const longestQueue = 4_096;
const delayMs = 1_000;
const answerWithinMs = 5_000;

/** Sends spans to an OTLP receiver (HTTP, JSON) in the background; one that is away, slow or full costs nothing but the spans. */
export function exportSpans({ endpoint, service, version, instance, log }: SpanExportOptions) {
  const resource = resourceFromAttributes({
    'service.name': service,
    'service.version': version,
    'service.instance.id': instance,
  });
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: answerWithinMs, concurrencyLimit: 2 });
  const processor = new BatchSpanProcessor({
    exporter: telling(exporter, log),
    maxQueueSize: longestQueue,
    scheduledDelayMillis: delayMs,
    exportTimeoutMillis: answerWithinMs + 1_000,
  });
  return {
    send: (spans: readonly RecordedSpan[]) => {
      for (const span of spans) processor.onEnd(toReadableSpan(span, resource));
    },
    /** Sends what waits, within the time that an answer may take. */
    stop: () => processor.shutdown().catch(() => {}),
  };
}

/** Says once that the receiver is away, and once that it is back. */
function telling(exporter: SpanExporter, log: Logger): SpanExporter {
  let isAway = false;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const failed = result.code !== 0;
        if (failed && !isAway) {
          log.warn(
            { reason: result.error?.message ?? 'unknown' },
            'the receiver of traces does not take spans',
          );
        } else if (!failed && isAway) log.info({}, 'the receiver of traces takes spans again');
        isAway = failed;
        done(result);
      });
    },
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
    shutdown: () => exporter.shutdown(),
  };
}
