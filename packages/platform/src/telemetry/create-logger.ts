import { ecsFormat } from '@elastic/ecs-pino-format';
import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';
import { traceCarrier } from './trace-carrier.ts';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export interface LoggerOptions {
  /** `service.name` of every line, e.g. `mlmcsc-api`. */
  readonly service: string;
  readonly level: LogLevel;
  /** @default standard output */
  readonly destination?: DestinationStream | undefined;
}

/** One JSON object a line in the Elastic Common Schema. Fits core's `Logger` port and Fastify's `loggerInstance`.
 * Secrets that could slip into a line are blotted out. What is logged within a trace names it (`trace.id`).
 */
export function createLogger({ service, level, destination }: LoggerOptions): PinoLogger {
  const options = {
    ...ecsFormat({ apmIntegration: false, serviceName: service }),
    level,
    mixin: () => {
      const trace = traceCarrier.current();
      return trace === null ? {} : { 'trace.id': trace.traceId };
    },
    redact: {
      paths: [
        'password',
        '*.password',
        'cookie',
        '*.cookie',
        'authorization',
        '*.authorization',
        'database_url',
      ],
      censor: '[redacted]',
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
