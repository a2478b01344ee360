import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One alert as Alertmanager tells it. */
export interface ReceivedAlert {
  readonly receiver: string;
  readonly status: 'firing' | 'resolved';
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface TestAlertReceiver {
  /** Receivers are its paths. */
  readonly url: string;
  /** In order of arrival. */
  readonly alerts: readonly ReceivedAlert[];
  close(): Promise<void>;
}

/** A web server that Alertmanager tells alerts. */
export async function startAlertReceiver(): Promise<TestAlertReceiver> {
  const alerts: ReceivedAlert[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const told = JSON.parse(Buffer.concat(pieces).toString()) as {
      alerts: Omit<ReceivedAlert, 'receiver'>[];
    };
    const receiver = (request.url ?? '').slice(1);
    alerts.push(...told.alerts.map((alert) => ({ ...alert, receiver })));
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    alerts,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
