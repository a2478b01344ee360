import { beginRootSpan, beginSpan, traceCarrier } from '@mlmcsc/platform/telemetry';
import { startTracing } from '@mlmcsc/platform/tracing';
import { afterEach, expect, it } from 'vitest';
import { type OtlpReceiver, startOtlpReceiver } from '../support/otlp-receiver.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function trace(receiver: OtlpReceiver) {
  const told: string[] = [];
  const tell = (_fields: object, message: string) => void told.push(message);
  const stop = await startTracing({
    config: { otlpEndpoint: receiver.endpoint, traceSamplePercent: 100, traceSlowMs: 1_000 },
    ...{ service: 'mlmcsc-test', version: '1.2.3', log: { info: tell, warn: tell, error: tell } },
  });
  return { stop, told };
}

/** A request with one query. */
function request(number: number): void {
  const span = beginRootSpan({ name: `request ${number}`, kind: 'server' }, null);
  if (span !== null) traceCarrier.run(span, () => beginSpan({ name: 'query', kind: 'client' })?.end());
  span?.end();
}

async function startReceiver(): Promise<OtlpReceiver> {
  const receiver = await startOtlpReceiver();
  closers.push(() => receiver.stop());
  return receiver;
}

it('a receiver that is away costs the spans and one line, until it is back', async () => {
  const receiver = await startReceiver();
  receiver.refuse(true);
  const { stop, told } = await trace(receiver);
  closers.push(stop);
  // Far more than are kept for it: the rest must go, not wait.
  for (let i = 0; i < 20_000; i += 1) request(i);
  await expect.poll(() => told).toEqual(['the receiver of traces does not take spans']);
  receiver.refuse(false);
  await expect.poll(() => told.at(-1)).toBe('the receiver of traces takes spans again');
  request(99_999);
  await expect.poll(() => receiver.spans.map(({ name }) => name)).toContain('request 99999');
  expect(receiver.spans.length).toBeLessThan(10_000);
  expect(told).toHaveLength(2);
});

it('the end sends what is left, and does not wait for a receiver that is away', async () => {
  const receiver = await startReceiver();
  const first = await trace(receiver);
  request(1);
  await first.stop();
  expect(receiver.spans.map(({ name }) => name).sort()).toEqual(['query', 'request 1']);
  expect(beginRootSpan({ name: 'after the end', kind: 'server' }, null)).toBeNull();

  receiver.refuse(true);
  const second = await trace(receiver);
  request(2);
  const startedAt = performance.now();
  await second.stop();
  // The time of one answer, on a machine five times slower.
  expect(performance.now() - startedAt).toBeLessThan(30_000);
});
