import { join } from 'node:path';
import { Conflict, type Logger } from '@mlmcsc/core';
import { randomPassword } from '@mlmcsc/platform/auth';
import { SharpImageCodec } from '@mlmcsc/platform/images';
import { createProgressBar } from '../../console/progress-bar.ts';
import type { StartConsole } from '../start-console.ts';
import { withUserAccounts } from '../user-accounts.ts';
import { connectDemonstrationClient } from './demonstration-client.ts';
import { finishedPictures, loadDemonstration, seriesLength } from './load-demonstration.ts';

export interface RunDemonstrationOptions {
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly console: StartConsole;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** Who uploads and labels the series; nobody knows the password. */
const TECHNICIAN = 'demonstration';

/** Loads the demonstration series through the running API, unless an earlier start has; shows how far it is.
 * A failure is told and leaves the rest for the next start: the product works without the series.
 */
export async function runDemonstration(options: RunDemonstrationOptions): Promise<void> {
  const { apiUrl, databaseUrl, dataDir, console, log, signal } = options;
  const statePath = join(dataDir, 'demonstration.json');
  const total = seriesLength();
  if ((await finishedPictures(statePath)) >= total) return;
  const bar = createProgressBar('  demonstration series', total, process.stdout);
  try {
    await console.step(`Demonstration series of ${total} rendered pictures loaded`, async () => {
      const password = randomPassword();
      await withUserAccounts(databaseUrl, log, async ({ accounts }) => {
        const user = {
          username: TECHNICIAN,
          displayName: 'Demonstration',
          password,
          role: 'technician' as const,
        };
        await accounts.createUser(user).catch((error: unknown) => {
          if (!(error instanceof Conflict)) throw error;
          return accounts.setPassword(TECHNICIAN, password);
        });
      });
      const client = await connectDemonstrationClient(apiUrl, TECHNICIAN, password, signal);
      let shown = 0;
      await loadDemonstration({
        ...{ client, statePath, signal },
        codec: new SharpImageCodec(),
        onProgress: (done) => {
          for (; shown < done; shown++) bar.advance();
          if (!process.stdout.isTTY && done > 0 && done % 9 === 0)
            console.line(`  … ${done} of ${total} demonstration pictures`);
        },
      });
      bar.stop();
    });
  } catch (error) {
    bar.stop();
    if (signal.aborted) return;
    log.error({ err: error }, 'the demonstration series was not loaded');
    console.remark(
      'demonstration series',
      `not complete, the next start goes on with it (${(error as Error).message})`,
    );
  }
}
