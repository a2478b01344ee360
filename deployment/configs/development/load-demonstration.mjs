import { readFileSync } from 'node:fs';
import { runDemonstration } from '../../../apps/cli/src/up/demonstration/run-demonstration.ts';
import { createStartConsole } from '../../../apps/cli/src/up/start-console.ts';

/** Loads the demonstration series through the running API, as `mlmcsc up` does. Runs in the image of the API, at the same place as here. */
const log = { info() {}, warn: console.warn, error: console.error, debug() {} };
await runDemonstration({
  apiUrl: 'https://api-1:8443',
  databaseUrl: readFileSync(process.env.MLMCSC_DATABASE_DIRECT_URL_FILE, 'utf8').trim(),
  dataDir: '/var/lib/demonstration',
  console: createStartConsole(false),
  log,
  signal: AbortSignal.timeout(1_800_000),
});
