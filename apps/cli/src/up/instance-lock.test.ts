import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireInstanceLock, findRunningInstance } from './instance-lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mlmcsc-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('acquireInstanceLock', () => {
  it('refuses a second instance, naming address and process, until the first lets go', async () => {
    const first = await acquireInstanceLock(folder);
    await first.update({ url: 'http://127.0.0.1:8123' });
    await expect(acquireInstanceLock(folder, { patienceMs: 0 })).rejects.toThrow(
      `already runs on ${folder} at http://127.0.0.1:8123 (process ${process.pid})`,
    );
    await first.release();
    await (await acquireInstanceLock(folder)).release();
  });

  it('takes over the lock of a killed process', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await writeFile(
      join(folder, 'instance.json'),
      JSON.stringify({ pid: child.pid, startMark: null, url: null }),
    );
    await expect(acquireInstanceLock(folder, { patienceMs: 0 })).rejects.toThrow(`process ${child.pid}`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await findRunningInstance(folder)).toBeNull();
    await (await acquireInstanceLock(folder)).release();
  });

  it('takes over when the process number now belongs to another process', async () => {
    const record = { pid: process.pid, startMark: 'another start', url: null, databaseUrl: null };
    await writeFile(join(folder, 'instance.json'), JSON.stringify(record));
    await (await acquireInstanceLock(folder)).release();
  });

  it('waits for an instance that is stopping', async () => {
    const first = await acquireInstanceLock(folder);
    await first.update({ isStopping: true });
    const second = acquireInstanceLock(folder, { patienceMs: 0 });
    setTimeout(() => void first.release(), 250);
    await (await second).release();
  });

  it('takes over a half-written lock', async () => {
    await writeFile(join(folder, 'instance.json'), '{"pid":');
    await (await acquireInstanceLock(folder)).release();
  });

  it('keeps the database address from other users', async () => {
    const lock = await acquireInstanceLock(folder);
    await lock.update({ databaseUrl: 'postgres://secret' });
    expect((await stat(join(folder, 'instance.json'))).mode & 0o077).toBe(0);
    expect(JSON.parse(await readFile(join(folder, 'instance.json'), 'utf8')).databaseUrl).toBe(
      'postgres://secret',
    );
    expect((await findRunningInstance(folder))?.databaseUrl).toBe('postgres://secret');
    await lock.release();
  });
});
