export { createLogger, type LoggerOptions, type LogLevel } from './create-logger.ts';
export type { OpenSpan, SpanKind, SpanRecorder, SpanStart } from './span-recorder.ts';
export {
  beginRootSpan,
  beginSpan,
  currentSpan,
  inSpan,
  installSpanRecorder,
  traceCarrier,
} from './trace-carrier.ts';
export { withoutSecrets } from './without-secrets.ts';
