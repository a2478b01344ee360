import { startEmbeddedPostgres } from '../../src/embedded-postgres/index.ts';
import { silentLog } from '../../src/testing/index.ts';

/** A program that runs an embedded server, to be killed by a test. */
const options = JSON.parse(process.argv[2] ?? '{}') as { folder: string };
try {
  const server = await startEmbeddedPostgres({ ...options, log: silentLog, isDurable: false });
  process.send?.({ url: server.url, pid: server.pid() });
  process.on('SIGTERM', () => {
    void server.stop().then(() => process.exit(0));
  });
} catch (error) {
  console.error(String(error));
  process.exit(1);
}
