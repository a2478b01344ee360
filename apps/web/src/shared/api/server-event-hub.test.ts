import type { ServerEvent } from '@mlmcsc/contracts';
import { describe, expect, it } from 'vitest';
import { createServerEventHub, type EventStream } from './server-event-hub.ts';

class FakeStream implements EventStream {
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readyState = 0;
  readonly listeners = new Map<string, (event: { data: string }) => void>();

  addEventListener(type: string, listener: (event: { data: string }) => void): void {
    this.listeners.set(type, listener);
  }

  close(): void {
    this.readyState = 2;
  }

  send(type: string, data: unknown): void {
    this.listeners.get(type)?.({ data: typeof data === 'string' ? data : JSON.stringify(data) });
  }

  fail(): void {
    this.readyState = 2;
    this.onerror?.();
  }
}

function setUp() {
  const streams: FakeStream[] = [];
  const waiting: { callback: () => void; delayMs: number }[] = [];
  const hub = createServerEventHub({
    open: () => {
      const stream = new FakeStream();
      streams.push(stream);
      return stream;
    },
    schedule: (callback, delayMs) => {
      const entry = { callback, delayMs };
      waiting.push(entry);
      return () => {
        waiting.splice(waiting.indexOf(entry), 1);
      };
    },
  });
  return { hub, streams, waiting };
}

const promoted: ServerEvent = { type: 'model.promoted', version: 'v3', digest: 'd' };

describe('server event hub', () => {
  it('shares one stream and closes it after the last listener', () => {
    const { hub, streams } = setUp();
    const heard: string[] = [];
    const first = hub.subscribe((event) => heard.push(`a ${event.type}`));
    const second = hub.subscribe((event) => heard.push(`b ${event.type}`));
    streams[0]?.send('model.promoted', promoted);
    first();
    streams[0]?.send('model.promoted', promoted);
    second();
    expect(heard).toEqual(['a model.promoted', 'b model.promoted', 'b model.promoted']);
    expect(streams).toHaveLength(1);
    expect(streams[0]?.readyState).toBe(2);
  });

  it('ignores what is no event of ours', () => {
    const { hub, streams } = setUp();
    const heard: ServerEvent[] = [];
    hub.subscribe((event) => heard.push(event));
    streams[0]?.send('model.promoted', 'no json');
    streams[0]?.send('model.promoted', { type: 'job.changed' });
    expect(heard).toEqual([]);
  });

  it('opens a refused stream again, later each time, and tells that events may be missing', () => {
    const { hub, streams, waiting } = setUp();
    let recoveries = 0;
    hub.onRecovered(() => recoveries++);
    hub.subscribe(() => {});
    streams[0]?.onopen?.();
    streams[0]?.fail();
    expect(waiting.map((entry) => entry.delayMs)).toEqual([1000]);
    waiting.shift()?.callback();
    streams[1]?.fail();
    expect(waiting.map((entry) => entry.delayMs)).toEqual([2000]);
    waiting.shift()?.callback();
    streams[2]?.onopen?.();
    expect(recoveries).toBe(1);
  });

  it('gives up waiting when nobody listens any more', () => {
    const { hub, streams, waiting } = setUp();
    const stop = hub.subscribe(() => {});
    streams[0]?.fail();
    stop();
    expect(waiting).toEqual([]);
  });
});
