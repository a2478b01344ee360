import { join } from 'node:path';
import type { Config } from '@mlmcsc/platform/config';
import { createLogger } from '@mlmcsc/platform/telemetry';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { openChildLog } from '../up/child-log.ts';
import { prepareDataFolder } from '../up/data-folder.ts';
import { acquireInstanceLock } from '../up/instance-lock.ts';
import { requireFreePort } from '../up/require-free-port.ts';
import { runProduct } from '../up/run-product.ts';
import { watchNpm } from '../up/starter-process.ts';
import { listenForStop } from '../up/stop-request.ts';
import { refuseUnfinishedRestore } from '../up/unfinished-restore.ts';

export interface UpOptions {
  /** Whether the demonstration series is loaded. */
  readonly withDemonstration: boolean;
}

/** `mlmcsc up`: the whole product on this machine, until it is stopped. @returns the exit code */
export async function up(
  config: Config,
  environment: NodeJS.ProcessEnv,
  options: UpOptions,
): Promise<number> {
  if (config.mode === 'production' || config.tlsCertificateFile !== null) {
    throw new CommandFailure(
      'mlmcsc up serves plain HTTP from one machine: for production or TLS (MLMCSC_MODE, MLMCSC_TLS_CERT_FILE) start mlmcsc api and mlmcsc worker.',
    );
  }
  await prepareDataFolder(config.dataDir);
  refuseUnfinishedRestore(config.dataDir);
  const lock = await acquireInstanceLock(config.dataDir);
  const file = openChildLog({ path: join(config.dataDir, 'logs', 'up.log'), onRemark: () => {} });
  const destination = { write: (line: string) => file.write(Buffer.from(line)) };
  const log = createLogger({ service: 'mlmcsc-up', level: config.logLevel, destination });
  // Started by npm, this process would outlive a killed npm, and nobody could stop it from the terminal.
  const isNpmThere = environment.npm_lifecycle_event === undefined ? null : watchNpm();
  const stop = listenForStop(() => process.exit(exitCodes.failed), isNpmThere);
  stop.signal.addEventListener('abort', () => void lock.update({ isStopping: true }).catch(() => {}));
  // A terminal that was closed takes the output away; the product goes on until it is told to stop.
  process.stdout.removeAllListeners('error').on('error', () => {});
  try {
    await requireFreePort(config.host, config.port);
    await runProduct({ config, environment, lock, stop, log, ...options });
    return exitCodes.ok;
  } finally {
    await lock.release();
    stop.dispose();
    file.close();
    // The channel to the program that started this one would keep it alive.
    if (process.connected) process.disconnect();
  }
}
