import { once } from 'node:events';
import { createServer } from 'node:http';
import { get } from 'node:https';
import { type AddressInfo, createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createTestAuthority } from './certificates.ts';
import { startRedis } from './redis.ts';
import { startS3 } from './s3.ts';
import { isListening, servicesMissing, startService } from './service-process.ts';
import { startTlsProxy } from './tls-proxy.ts';

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

const skipped = servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`;

test.skipIf(servicesMissing !== null)(
  `starts a real S3 server that keeps its data over a restart and checks signatures${skipped}`,
  async () => {
    const s3 = await startS3();
    try {
      const bucket = await s3.createBucket();
      await s3.restart();
      const unsigned = await fetch(`${s3.endpoint}/${bucket}?list-type=2`);
      expect(unsigned.status).toBe(403);
      expect((await fetch(`${s3.endpoint}/no-bucket?list-type=2`)).status).toBe(404);
    } finally {
      await s3.stop();
    }
    expect(await isListening(s3.port)).toBe(false);
  },
);

test.skipIf(servicesMissing !== null)(
  `puts TLS in front of a server, and only the right authority vouches for it${skipped}`,
  async () => {
    const backend = createServer((_request, response) => response.end('through'));
    backend.listen(0, '127.0.0.1');
    await once(backend, 'listening');
    const [authority, stranger] = [await createTestAuthority(), await createTestAuthority()];
    const proxy = await startTlsProxy((backend.address() as AddressInfo).port, await authority.issue());
    const ask = (ca: string) =>
      new Promise<string>((resolve, reject) => {
        get(proxy.url, { ca, agent: false }, (response) => text(response).then(resolve, reject)).once(
          'error',
          reject,
        );
      });
    try {
      expect(await ask(authority.ca)).toBe('through');
      await expect(ask(stranger.ca)).rejects.toMatchObject({
        code: expect.stringMatching(/UNABLE_TO_VERIFY|SELF_SIGNED|UNABLE_TO_GET_ISSUER|CERT_SIGNATURE/),
      });
    } finally {
      await proxy.stop();
      await authority.remove();
      await stranger.remove();
      backend.close();
    }
    expect(await isListening(proxy.port)).toBe(false);
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
