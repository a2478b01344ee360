import { createConnection } from 'node:net';
import { expect, test } from 'vitest';
import { startRedis } from './redis.ts';
import { isListening, servicesMissing, startService } from './service-process.ts';

test.skipIf(servicesMissing !== null)(
  `starts, restarts and ends a real Redis server${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`,
  async () => {
    const redis = await startRedis();
    await redis.restart();
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = createConnection({ host: '127.0.0.1', port: redis.port });
      socket.once('error', reject);
      socket.once('data', (data) => {
        socket.destroy();
        resolve(data.toString());
      });
      socket.write('PING\r\n');
    });
    expect(answer).toBe('+PONG\r\n');
    await redis.stop();
    expect(await isListening(redis.port)).toBe(false);
  },
);

test('a service that ends early fails with what it printed', async () => {
  await expect(
    startService({
      name: 'shell',
      command: '/bin/sh',
      args: ['-c', 'echo no room left; exit 3'],
      isReady: async () => false,
    }),
  ).rejects.toThrow('no room left');
});
