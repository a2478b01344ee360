export { createLogger, type LoggerOptions, type LogLevel } from './create-logger.ts';
export { traceCarrier } from './trace-carrier.ts';
