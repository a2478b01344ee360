import { hostname } from 'node:os';
import type { Logger } from '@mlmcsc/core';
import type { Config } from '../config/index.ts';
import { installSpanRecorder } from '../telemetry/index.ts';

export interface TracingOptions {
  readonly config: Pick<Config, 'otlpEndpoint' | 'traceSamplePercent' | 'traceSlowMs'>;
  /** `service.name`, e.g. `mlmcsc-api`. */
  readonly service: string;
  readonly version: string;
  readonly log: Logger;
}

/** Records spans and sends them, where the configuration names a receiver; else nothing of it is even loaded.
 * @returns stops, and sends what is left
 */
export async function startTracing({
  config,
  service,
  version,
  log,
}: TracingOptions): Promise<() => Promise<void>> {
  const { otlpEndpoint: endpoint, traceSamplePercent, traceSlowMs } = config;
  if (endpoint === null) return async () => {};
  const [{ SpanTrees }, { exportSpans }] = await Promise.all([
    import('./span-tree.ts'),
    import('./export-spans.ts'),
  ]);
  const receiver = exportSpans({ endpoint, service, version, instance: `${hostname()}-${process.pid}`, log });
  const trees = new SpanTrees({
    isChosen: (traceId) => shareOf(traceId) < traceSamplePercent / 100,
    slowMs: traceSlowMs,
    keep: receiver.send,
  });
  const uninstall = installSpanRecorder(trees);
  return async () => {
    uninstall();
    await receiver.stop();
  };
}

/** Of 0 to 1, the same in every process: the last 32 bits, which are random even where older systems make the first ones of the time. */
function shareOf(traceId: string): number {
  return Number.parseInt(traceId.slice(-8), 16) / 0x1_0000_0000;
}
