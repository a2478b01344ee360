import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { ApiInstance } from '../api-instance.ts';

const EVERY_MS = 100;

/**
 * Lets the server end as soon as its last request is answered. Left alone it would wait for connections that have no
 * request: those that were opened ahead (browsers do) and those whose last request ends only during the shutdown.
 */
export function drainConnections(app: ApiInstance): void {
  const server: Server = app.server;
  const unused = new Set<Socket>();
  server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));

  let timer: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    const closeUnused = () => {
      server.closeIdleConnections();
      for (const socket of unused) socket.destroy();
    };
    closeUnused();
    timer = setInterval(closeUnused, EVERY_MS);
  });
  app.addHook('onClose', async () => clearInterval(timer));
}
