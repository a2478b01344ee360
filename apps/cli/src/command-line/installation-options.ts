import type { Config } from '@mlmcsc/platform/config';
import { Option } from 'commander';
import type { ConfigOptions } from '../console/load-config.ts';

/** Which installation a command works on. */
export const dataDirOption = (): Option => new Option('--data-dir <folder>', 'instead of MLMCSC_DATA_DIR');

/** The configuration with a command's options on top. @throws CommandFailure (usage) */
export async function configOf(environment: NodeJS.ProcessEnv, options: ConfigOptions): Promise<Config> {
  const { loadConfig } = await import('../console/load-config.ts');
  return loadConfig(environment, options);
}
