import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { requireFreePort } from './require-free-port.ts';

it('names a port that is taken, and accepts it once it is free', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await expect(requireFreePort('127.0.0.1', port)).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is already in use`,
  );
  server.close();
  await once(server, 'close');
  await requireFreePort('127.0.0.1', port);
});

it('refuses an address of another machine', async () => {
  await expect(requireFreePort('192.0.2.1', 8080)).rejects.toThrow('is no address of this machine');
});
