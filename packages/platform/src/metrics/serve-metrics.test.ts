import { afterEach, describe, expect, it } from 'vitest';
import { type MetricsServer, serveMetrics } from './serve-metrics.ts';

let server: MetricsServer | null = null;
afterEach(() => server?.close());

const metrics = {
  read: async () => ({ contentType: 'text/plain; version=0.0.4', text: 'mlmcsc_jobs 7\n' }),
};

async function ask(
  path: string,
  { method = 'GET', checkReady }: { method?: string; checkReady?: () => Promise<unknown> } = {},
): Promise<[status: number, text: string]> {
  await server?.close();
  server = await serveMetrics(metrics, { host: '127.0.0.1', port: 0, ...(checkReady && { checkReady }) });
  const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, { method });
  return [answer.status, await answer.text()];
}

describe('the port of the metrics', () => {
  it('serves the metrics to those who read, and nothing else', async () => {
    expect(await ask('/metrics?a=b')).toEqual([200, 'mlmcsc_jobs 7\n']);
    expect(await ask('/metrics', { method: 'POST' })).toEqual([405, 'GET\n']);
    expect(await ask('/')).toEqual([404, 'GET /metrics\n']);
    expect(await ask('/livez')).toEqual([404, 'GET /metrics\n']);
    expect(await ask('/toString')).toEqual([404, 'GET /metrics\n']);
  });

  it('says that a process is alive without asking anybody, and whether it is ready', async () => {
    let asked = 0;
    const isThere = async () => {
      asked += 1;
    };
    expect(await ask('/livez', { checkReady: isThere })).toEqual([200, 'alive\n']);
    expect(asked).toBe(0);
    expect(await ask('/readyz', { checkReady: isThere })).toEqual([200, 'ready\n']);
    expect(asked).toBe(1);
  });

  it('is not ready while the check fails', async () => {
    const isAway = async () => {
      throw new Error('postgres://user:password@host');
    };
    expect(await ask('/readyz', { checkReady: isAway })).toEqual([503, 'not ready\n']);
    expect(await ask('/livez', { checkReady: isAway })).toEqual([200, 'alive\n']);
  });
});
