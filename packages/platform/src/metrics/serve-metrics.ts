import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Conflict, Unavailable } from '@mlmcsc/core';
import type { ProcessMetrics } from './process-metrics.ts';

export interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Answers `GET /metrics` on a port of its own, which is not for users: nothing else is there.
 * @throws Conflict `metrics-port-in-use`; Unavailable `metrics-address-unusable`
 */
export async function serveMetrics(
  metrics: Pick<ProcessMetrics, 'read'>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<MetricsServer> {
  const server = createServer(async (request, response) => {
    const isScrape = request.url?.split('?', 1)[0] === '/metrics';
    if (!isScrape || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(isScrape ? 405 : 404, { 'content-type': 'text/plain' }).end('GET /metrics\n');
      return;
    }
    try {
      const { contentType, text } = await metrics.read(request.headers.accept);
      response.writeHead(200, { 'content-type': contentType }).end(text);
    } catch {
      response.writeHead(500, { 'content-type': 'text/plain' }).end('the metrics cannot be written\n');
    }
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
