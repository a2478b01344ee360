import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { objectKeyOf } from '@mlmcsc/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installSpanRecorder, type OpenSpan, type SpanStart, traceCarrier } from '../telemetry/index.ts';
import { TracedFolder } from './traced-folder.ts';

const parent = {
  traceId: 'a'.repeat(32),
  spanId: 'b'.repeat(16),
  isSampled: true,
  rootSpanId: 'b'.repeat(16),
};
/** Each span that has ended, failed ones with a mark. */
let ended: string[];
let uninstall: () => void;
let folder: string;
let store: TracedFolder;
beforeEach(async () => {
  ended = [];
  uninstall = installSpanRecorder({ beginRoot: spanOf, beginChild: spanOf });
  folder = await mkdtemp(join(tmpdir(), 'mlmcsc-traced-folder-'));
  store = new TracedFolder(folder);
});
afterEach(async () => {
  uninstall();
  await rm(folder, { recursive: true });
});

function spanOf({ name }: SpanStart): OpenSpan {
  let mark = '';
  return {
    ...parent,
    isKept: () => true,
    rename: () => {},
    set: () => {},
    fail: () => {
      mark = '!';
    },
    end: () => void ended.push(name + mark),
  };
}

/** As within a request. */
const traced = <T>(work: () => Promise<T>): Promise<T> =>
  traceCarrier.run(spanOf({ name: 'request', kind: 'server' }), work);
const hello = Buffer.from('hello');

it('makes each call one span, a list of many objects as well', async () => {
  await traced(async () => {
    const { key } = await store.put(hello);
    await store.get(key);
    await store.getRange(key, { offset: 1, length: 2 });
    await store.head(key);
    expect((await store.list({ limit: 10 })).items).toHaveLength(1);
    await store.delete(key);
  });
  expect(ended).toEqual(
    ['put', 'get', 'get-range', 'head', 'list', 'delete'].map((name) => `folder ${name}`),
  );
});

it('tells a failure from what is not there', async () => {
  const absent = objectKeyOf('0'.repeat(64));
  await traced(async () => {
    await expect(store.get(absent)).rejects.toMatchObject({ code: 'object-not-found' });
    await expect(store.getRange(absent, { offset: -1, length: 2 })).rejects.toThrow(RangeError);
  });
  expect(ended).toEqual(['folder get', 'folder get-range!']);
});

it('ends the span of a stream once, also of one that nobody reads to its end', async () => {
  await traced(async () => {
    const { key } = await store.put(hello);
    for await (const piece of store.stream(key)) expect(Buffer.from(piece)).toEqual(hello);
    for await (const _piece of store.stream(key)) break;
  });
  expect(ended).toEqual(['folder put', 'folder stream', 'folder stream']);
});

it('records nothing outside of a trace', async () => {
  await store.put(hello);
  expect(ended).toEqual([]);
});
