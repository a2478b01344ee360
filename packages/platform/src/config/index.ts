export { configurationPage, environmentExample } from './describe-config.ts';
export { type Config, ConfigError, type Environment, parseConfig } from './parse-config.ts';
export { sessionSecretOf } from './session-secret.ts';
