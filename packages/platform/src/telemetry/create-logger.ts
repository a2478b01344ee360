import { ecsFormat } from '@elastic/ecs-pino-format';
import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';
import { ecsFields } from './ecs-fields.ts';
import { currentSpan, traceCarrier } from './trace-carrier.ts';
import { withoutSecretFields, withoutSecrets } from './without-secrets.ts';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export interface LoggerOptions {
  /** `service.name` of every line, e.g. `mlmcsc-api`. */
  readonly service: string;
  /** `service.version`. */
  readonly version?: string | undefined;
  readonly level: LogLevel;
  /** @default standard output */
  readonly destination?: DestinationStream | undefined;
}

/** One JSON object a line in the Elastic Common Schema; fields of our own are under `mlmcsc`. Fits core's `Logger` port and
 * Fastify's `loggerInstance`. Secrets and personal data are blotted out. What is logged within a trace names it.
 */
export function createLogger({ service, version, level, destination }: LoggerOptions): PinoLogger {
  const ecs = ecsFormat({
    apmIntegration: false,
    serviceName: service,
    ...(version === undefined ? {} : { serviceVersion: version }),
  });
  const format = (fields: object): Record<string, unknown> =>
    ecs.formatters?.log?.(fields as Record<string, unknown>) ?? {};
  const options = {
    ...ecs,
    level,
    mixin: traceFields,
    formatters: {
      ...ecs.formatters,
      // The error is made fields of before: what is left of it is plain.
      log: (fields: object) => ecsFields(withoutSecretFields(format(fields))),
    },
    // Whatever way a text came into the line: message, stack, reason.
    hooks: { streamWrite: withoutSecrets },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function traceFields(): Record<string, string> {
  const trace = traceCarrier.current();
  if (trace === null) return {};
  const span = currentSpan();
  const fields = { 'trace.id': trace.traceId, 'span.id': trace.spanId };
  return span === null ? fields : { ...fields, 'transaction.id': span.rootSpanId };
}
