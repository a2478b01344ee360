import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listenForStop, type StopRequest } from './stop-request.ts';

let source: EventEmitter;
let request: StopRequest;
beforeEach(() => {
  vi.useFakeTimers();
  source = new EventEmitter();
});
afterEach(() => {
  request.dispose();
  vi.useRealTimers();
});

it('takes the signals of terminal and npm together as one request, and a later one as insisting', async () => {
  const insist = vi.fn();
  request = listenForStop(insist, null, source);
  source.emit('SIGINT');
  source.emit('SIGINT');
  expect(await request.requested).toBe('SIGINT');
  expect(request.signal.aborted).toBe(true);
  expect(insist).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  source.emit('SIGINT');
  expect(insist).toHaveBeenCalledOnce();
});

it('stops when the channel to the program that started it closes', async () => {
  request = listenForStop(() => {}, null, source);
  source.emit('disconnect');
  expect(await request.requested).toBe('parent-gone');
});

it('stops when the npm that started it has gone', async () => {
  let isThere = true;
  request = listenForStop(
    () => {},
    () => isThere,
    source,
  );
  vi.advanceTimersByTime(3_000);
  expect(request.signal.aborted).toBe(false);
  isThere = false;
  vi.advanceTimersByTime(1_500);
  expect(await request.requested).toBe('parent-gone');
});

it('takes its listeners away', () => {
  request = listenForStop(
    () => {},
    () => true,
    source,
  );
  expect(source.listenerCount('SIGTERM')).toBe(1);
  request.dispose();
  expect(source.eventNames()).toEqual([]);
});
