import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ChildExit, type SupervisedChild, superviseChild } from './supervise-child.ts';

const sleeper = () => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
let supervised: SupervisedChild;
afterEach(() => supervised.stop(0));

describe('superviseChild', () => {
  it('starts a killed child again and tells why it ended', async () => {
    const exits: ChildExit[] = [];
    supervised = superviseChild({
      start: sleeper,
      onUnexpectedExit: (exit) => exits.push(exit),
      firstPauseMs: 10,
    });
    const first = supervised.pid() as number;
    process.kill(first, 'SIGKILL');
    await vi.waitFor(() => expect(supervised.pid() ?? first).not.toBe(first), { timeout: 25_000 });
    expect(exits).toEqual([
      expect.objectContaining({ code: null, signal: 'SIGKILL', quickExits: 1, restartInMs: 10 }),
    ]);
  });

  it('waits longer after each quick end', async () => {
    const pauses: number[] = [];
    supervised = superviseChild({
      start: () => spawn(process.execPath, ['-e', 'process.exit(7)']),
      onUnexpectedExit: (exit) => pauses.push(exit.restartInMs),
      firstPauseMs: 5,
      longestPauseMs: 20,
    });
    await vi.waitFor(() => expect(pauses.length).toBeGreaterThanOrEqual(4), { timeout: 25_000 });
    expect(pauses.slice(0, 4)).toEqual([5, 10, 20, 20]);
  });

  it('stops for good, killing a child that does not listen', async () => {
    const starts: ChildProcess[] = [];
    supervised = superviseChild({
      start: () => {
        const child = spawn(process.execPath, [
          '-e',
          "process.on('SIGTERM', () => {}); process.stdout.write('up'); setInterval(() => {}, 1000)",
        ]);
        starts.push(child);
        return child;
      },
      onUnexpectedExit: () => expect.unreachable('it was asked to end'),
    });
    await new Promise((resolve) => starts[0]?.stdout?.once('data', resolve));
    await supervised.stop(100);
    expect(starts).toHaveLength(1);
    expect(starts[0]?.signalCode).toBe('SIGKILL');
    expect(supervised.pid()).toBeNull();
  });
});
