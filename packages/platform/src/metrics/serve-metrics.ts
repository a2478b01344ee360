import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Conflict, Unavailable } from '@mlmcsc/core';
import type { ProcessMetrics } from './process-metrics.ts';

export interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface MetricsServerOptions {
  readonly host: string;
  readonly port: number;
  /** Of a process that has no other port: whether it can do its work now. Adds `/livez` and `/readyz`. */
  readonly checkReady?: () => Promise<unknown>;
}

/** A check that takes longer has failed. */
const CHECK_TIMEOUT_MS = 3000;

/** Answers `GET /metrics` on a port of its own, which is not for users; where `checkReady` is given also the questions of a supervisor:
 * `/livez` asks nothing outside of the process, `/readyz` does.
 * @throws Conflict `metrics-port-in-use`; Unavailable `metrics-address-unusable`
 */
export async function serveMetrics(
  metrics: Pick<ProcessMetrics, 'read'>,
  { host, port, checkReady }: MetricsServerOptions,
): Promise<MetricsServer> {
  const answers = new Map<string, (accept: string | undefined) => Promise<Answer>>([
    ['/metrics', (accept) => answerMetrics(metrics, accept)],
  ]);
  if (checkReady !== undefined) {
    answers.set('/livez', async () => plain(200, 'alive'));
    answers.set('/readyz', () => answerReadiness(checkReady));
  }
  const server = createServer(async (request, response) => {
    const answer = answers.get(request.url?.split('?', 1)[0] ?? '');
    const { status, type, text } =
      answer === undefined
        ? plain(404, `GET ${[...answers.keys()].join(', ')}`)
        : request.method === 'GET' || request.method === 'HEAD'
          ? await answer(request.headers.accept)
          : plain(405, 'GET');
    response.writeHead(status, { 'content-type': type }).end(text);
  });
  server.listen({ host, port });
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new Conflict(
        'metrics-port-in-use',
        `Port ${port} on ${host} is in use; choose another one for the metrics with MLMCSC_METRICS_PORT.`,
        { cause: error },
      );
    }
    throw new Unavailable(
      'metrics-address-unusable',
      `The metrics cannot be served on ${host}:${port} (${code}); set MLMCSC_METRICS_HOST and MLMCSC_METRICS_PORT to an address of this machine.`,
      { cause: error },
    );
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const plain = (status: number, text: string): Answer => ({ status, type: 'text/plain', text: `${text}\n` });

async function answerMetrics(
  metrics: Pick<ProcessMetrics, 'read'>,
  accept: string | undefined,
): Promise<Answer> {
  try {
    const { contentType, text } = await metrics.read(accept);
    return { status: 200, type: contentType, text };
  } catch {
    return plain(500, 'the metrics cannot be written');
  }
}

async function answerReadiness(checkReady: () => Promise<unknown>): Promise<Answer> {
  const { promise: timeout, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('timed out')), CHECK_TIMEOUT_MS);
  try {
    await Promise.race([checkReady(), timeout]);
    return plain(200, 'ready');
  } catch {
    return plain(503, 'not ready');
  } finally {
    clearTimeout(timer);
  }
}
