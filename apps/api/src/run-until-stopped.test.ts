import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { closeOnSignals } from './run-until-stopped.ts';

const silent = { info: () => {}, error: () => {} };

class FakeProcess extends EventEmitter {
  connected = true;
  readonly exits: number[] = [];
  exit(code?: number): never {
    this.exits.push(code ?? 0);
    return undefined as never;
  }
}

function start(close: () => Promise<void>, deadlineMs = 1000) {
  const process = new FakeProcess();
  closeOnSignals({ close }, { process: process as never, log: silent, deadlineMs });
  return process;
}

describe('closeOnSignals', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'disconnect'])(
    'closes on %s, then exits with 0',
    async (reason) => {
      const close = vi.fn(async () => {});
      const process = start(close);
      process.emit(reason);
      await vi.waitFor(() => expect(process.exits).toEqual([0]));
      expect(close).toHaveBeenCalledTimes(1);
    },
  );

  it('exits at once on a second signal', () => {
    const process = start(() => new Promise(() => {}));
    process.emit('SIGINT');
    expect(process.exits).toEqual([]);
    process.emit('SIGINT');
    expect(process.exits).toEqual([1]);
  });

  it('takes a signal and the parent going away for one wish', async () => {
    const process = start(() => new Promise(() => {}));
    process.emit('SIGINT');
    process.emit('disconnect');
    expect(process.exits).toEqual([]);
  });

  it('gives up after the deadline, and when closing fails', async () => {
    const hanging = start(() => new Promise(() => {}), 20);
    hanging.emit('SIGTERM');
    await vi.waitFor(() => expect(hanging.exits).toEqual([1]));
    const failing = start(() => Promise.reject(new Error('no')));
    failing.emit('SIGTERM');
    await vi.waitFor(() => expect(failing.exits).toEqual([1]));
  });
});
