import type { ProcessMetrics } from '@mlmcsc/platform/metrics';
import type { ApiInstance } from '../api-instance.ts';

/** Tells the metrics of every request, also of one whose client has gone before the answer. */
export function countRequests(app: ApiInstance, metrics: ProcessMetrics): void {
  app.addHook('onRequest', async (request, reply) => {
    metrics.change('mlmcsc_http_requests_in_flight', 1);
    reply.raw.once('close', () => {
      metrics.change('mlmcsc_http_requests_in_flight', -1);
      const labels = {
        method: request.method,
        route: request.is404 ? 'none' : (request.routeOptions.url ?? 'none'),
        // Nginx's number for a client that went away; its answer was never sent.
        status: reply.raw.writableFinished ? String(reply.statusCode) : '499',
      };
      const seconds = reply.elapsedTime / 1000;
      metrics.observe('mlmcsc_http_request_duration_seconds', labels, seconds, request.span);
    });
  });
}
