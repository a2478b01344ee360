import { expect, test } from 'vitest';
import { type OpenSpan, traceCarrier } from '../telemetry/index.ts';
import { type RecordedSpan, SpanTrees, type SpanTreesOptions } from './span-tree.ts';

function watch(options: Partial<SpanTreesOptions> = {}) {
  const kept: RecordedSpan[] = [];
  const keep = (spans: readonly RecordedSpan[]) => void kept.push(...spans);
  const trees = new SpanTrees({ isChosen: () => false, slowMs: 1_000, keep, ...options });
  return { kept, trees, names: () => kept.map(({ name }) => name) };
}

const root = { name: 'root', kind: 'server' } as const;
const child = { name: 'child', kind: 'client' } as const;

test('a quick request without failure that was not chosen leaves nothing', () => {
  const { kept, trees } = watch();
  const span = trees.beginRoot(root, null);
  trees.beginChild(child, span)!.end();
  expect(trees.held).toBe(1);
  span.end();
  expect(kept).toEqual([]);
  expect(trees.held).toBe(0);
});

test('a failure anywhere keeps the whole of it', () => {
  const { names, kept, trees } = watch();
  const span = trees.beginRoot(root, null);
  const inner = trees.beginChild(child, span)!;
  const innermost = trees.beginChild({ ...child, name: 'innermost' }, inner)!;
  innermost.fail(new TypeError('no'));
  for (const one of [innermost, inner, span]) one.end();
  expect(names()).toEqual(['root', 'innermost', 'child']);
  const [first, deep, middle] = kept as [RecordedSpan, RecordedSpan, RecordedSpan];
  expect([deep.parentSpanId, middle.parentSpanId]).toEqual([middle.spanId, first.spanId]);
  expect(new Set(kept.map(({ traceId }) => traceId)).size).toBe(1);
  expect(deep.failure).toEqual({ type: 'TypeError', message: 'no' });
});

test('what is slow is kept, and jobs have another measure of it', () => {
  const { names, trees } = watch({ slowMs: 50 });
  const after = (kind: 'server' | 'consumer', ms: number) => {
    const startedAt = performance.timeOrigin + performance.now();
    trees.beginRoot({ name: `${kind} ${ms}`, kind, startedAt }, null).end(startedAt + ms);
  };
  after('server', 49);
  after('server', 50);
  after('consumer', 60_000);
  after('consumer', 700_000);
  expect(names()).toEqual(['server 50', 'consumer 700000']);
});

test("the caller's choice counts more than the share", () => {
  const { names, trees } = watch({ isChosen: () => true });
  const caller = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) };
  trees.beginRoot({ ...root, name: 'refused' }, { ...caller, isSampled: false }).end();
  const taken = trees.beginRoot({ ...root, name: 'taken' }, { ...caller, isSampled: true });
  expect(taken).toMatchObject({ traceId: caller.traceId, isSampled: true });
  taken.end();
  const own = trees.beginRoot({ ...root, name: 'own' }, null);
  expect(own.isSampled).toBe(true);
  own.end();
  expect(names()).toEqual(['taken', 'own']);
});

test('what ends after its root follows it', () => {
  const { names, trees } = watch();
  const [good, bad] = [trees.beginRoot(root, null), trees.beginRoot({ ...root, name: 'bad' }, null)];
  const [late, later] = [trees.beginChild(child, good)!, trees.beginChild(child, bad)!];
  bad.fail('broken');
  for (const one of [good, bad, late, later]) one.end();
  expect(names()).toEqual(['bad', 'child']);
  expect(trees.held).toBe(0);
});

test('a root holds only so many spans, and all roots together', () => {
  const { names, kept, trees } = watch({ mostOfRoot: 3, mostHeld: 4, isChosen: () => true });
  const fill = (span: OpenSpan) => {
    for (let i = 0; i < 10; i += 1) trees.beginChild(child, span)?.end();
  };
  const [first, second] = [trees.beginRoot(root, null), trees.beginRoot(root, null)];
  fill(first);
  fill(second);
  expect(trees.held).toBe(4);
  first.end();
  second.end();
  expect(names()).toEqual(['root', 'child', 'child', 'child', 'root', 'child']);
  expect(kept[0]!.attributes).toMatchObject({ 'mlmcsc.spans_left_out': 7 });
  expect(trees.held).toBe(0);
});

test('an end tells only once, and never before the start', () => {
  const { kept, trees } = watch({ isChosen: () => true });
  const span = trees.beginRoot(root, null);
  span.end(0);
  span.end();
  expect(kept).toHaveLength(1);
  expect(kept[0]!.endedAt).toBe(kept[0]!.startedAt);
});

test('without a recorder work runs, in the trace it continues', async () => {
  const parent = { traceId: 'c'.repeat(32), spanId: 'd'.repeat(16), isSampled: true };
  const seen = await traceCarrier.continueFrom({ name: 'x', parent }, async ({ trace }) =>
    traceCarrier.step('y', {}, async () => [trace.traceId, traceCarrier.current()?.traceId]),
  );
  expect(seen).toEqual([parent.traceId, parent.traceId]);
});
