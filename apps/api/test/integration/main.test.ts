import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
let database: TestDatabaseServer;
let databaseUrl: string;
let folder: string;
const started = new Set<ChildProcess>();

beforeAll(async () => {
  database = await startTestDatabaseServer();
  databaseUrl = await database.createDatabase();
  folder = await mkdtemp(join(tmpdir(), 'mlmcsc-main-'));
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await database.stop();
  await rm(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

function start(environment: Record<string, string>) {
  const child = fork(MAIN, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      MLMCSC_DATA_DIR: folder,
      MLMCSC_DATABASE_URL: databaseUrl,
      ...environment,
    },
  });
  started.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data) => {
      output += data;
    });
  }
  const exit = once(child, 'exit').then(([code]) => {
    started.delete(child);
    return code as number | null;
  });
  return { child, exit, output: () => output };
}

const isReady = (port: number) =>
  vi.waitFor(async () => expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200), {
    timeout: 60_000,
    interval: 100,
  });

describe('the API process', () => {
  it.each<[string, (child: ChildProcess) => void]>([
    ['SIGTERM', (child) => child.kill('SIGTERM')],
    ['its parent going away', (child) => child.disconnect()],
  ])('stops in good order on %s', async (_what, stop) => {
    const port = await freePort();
    const { child, exit, output } = start({ MLMCSC_PORT: String(port) });
    await isReady(port);
    stop(child);
    expect(await exit).toBe(0);
    expect(output()).toContain('"message":"API stopped"');
    for (const line of output().trim().split('\n'))
      expect(JSON.parse(line)['service.name']).toBe('mlmcsc-api');
  });

  it('says in one line that its port is in use', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const { port } = blocker.address() as { port: number };
    const { exit, output } = start({ MLMCSC_PORT: String(port), MLMCSC_LOG_LEVEL: 'silent' });
    expect(await exit).toBe(1);
    expect(output().trim()).toBe(
      `port-in-use: Port ${port} on 127.0.0.1 is in use; stop the other program or choose another port with MLMCSC_PORT.`,
    );
    blocker.close();
  });

  it('names bad settings without their values and exits with 2', async () => {
    const { exit, output } = start({ MLMCSC_PORT: '99999', MLMCSC_DATABASE_URL: 'mysql://secret@host/x' });
    expect(await exit).toBe(2);
    expect(output()).toContain('MLMCSC_PORT must be');
    expect(output()).toContain('MLMCSC_DATABASE_URL must be');
    expect(output()).not.toMatch(/secret|99999/);
  });

  it('needs a database and says so', async () => {
    const missing = start({ MLMCSC_DATABASE_URL: '' });
    expect(await missing.exit).toBe(1);
    expect(missing.output()).toContain('database-url-missing');
    const away = start({ MLMCSC_DATABASE_URL: 'postgres://u:hidden@127.0.0.1:9/x' });
    expect(await away.exit).toBe(1);
    expect(away.output()).toContain('database-unavailable');
    expect(away.output()).not.toContain('hidden');
  });
});
