import { resolve } from 'node:path';
import { type Config, ConfigError, parseConfig } from '@mlmcsc/platform/config';
import { CommandFailure, exitCodes } from './command-failure.ts';

/** Settings that options of a command may replace; undefined keeps the configured value. */
export interface ConfigOptions {
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  readonly dataDir?: string | undefined;
}

/** The configuration of the environment, with a command's options on top. The data folder becomes absolute.
 * @throws CommandFailure (usage) that names every bad setting
 */
export function loadConfig(environment: NodeJS.ProcessEnv, options: ConfigOptions = {}): Config {
  try {
    const config = parseConfig(environment);
    const { port = config.port, host = config.host, dataDir = config.dataDir } = options;
    return { ...config, port, host, dataDir: resolve(dataDir) };
  } catch (error) {
    if (error instanceof ConfigError)
      throw new CommandFailure(error.message, exitCodes.usage, { cause: error });
    throw error;
  }
}
