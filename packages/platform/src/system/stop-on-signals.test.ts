import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stopOnSignals } from './stop-on-signals.ts';

class FakeProcess extends EventEmitter {
  connected = true;
  readonly exits: number[] = [];
  exit(code?: number): never {
    this.exits.push(code ?? 0);
    return undefined as never;
  }
}

function start(close: () => Promise<void>, deadlineMs = 20_000) {
  const process = new FakeProcess();
  stopOnSignals({ close }, process as never, deadlineMs);
  return process;
}
const never = () => new Promise<void>(() => {});

describe('stopOnSignals', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'disconnect'])(
    'closes on %s, then exits with 0',
    async (reason) => {
      const close = vi.fn(async () => {});
      const process = start(close);
      process.emit(reason);
      await vi.waitFor(() => expect(process.exits).toEqual([0]), { timeout: 25_000 });
      expect(close).toHaveBeenCalledTimes(1);
    },
  );

  it('exits at once on a second signal, but takes an echo of the first for the same wish', () => {
    const process = start(never);
    process.emit('SIGINT');
    process.emit('SIGTERM');
    process.emit('disconnect');
    expect(process.exits).toEqual([]);
    vi.advanceTimersByTime(2000);
    process.emit('SIGINT');
    expect(process.exits).toEqual([1]);
  });

  it('gives up after the deadline', () => {
    const process = start(never, 5000);
    process.emit('SIGTERM');
    vi.advanceTimersByTime(5001);
    expect(process.exits).toEqual([1]);
  });

  it('exits with 1 when closing fails', async () => {
    const process = start(() => Promise.reject(new Error('no')));
    process.emit('SIGTERM');
    await vi.waitFor(() => expect(process.exits).toEqual([1]), { timeout: 25_000 });
  });
});
