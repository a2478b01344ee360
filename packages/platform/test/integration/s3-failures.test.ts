import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { ListMultipartUploadsCommand, S3Client } from '@aws-sdk/client-s3';
import { parseConfig } from '@mlmcsc/platform/config';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../../../test/free-port.ts';
import { createTestAuthority, type TestAuthority } from '../../../../test/services/certificates.ts';
import { startS3, type TestS3 } from '../../../../test/services/s3.ts';
import { servicesMissing } from '../../../../test/services/service-process.ts';
import { startTlsProxy, type TlsProxy } from '../../../../test/services/tls-proxy.ts';
import type { S3Settings } from '../../src/objects/s3-client.ts';
import { S3ObjectStore } from '../../src/objects/s3-object-store.ts';

const skipped = servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`;

describe.skipIf(servicesMissing !== null)(`an S3 store whose server misbehaves${skipped}`, () => {
  let s3: TestS3;
  let authority: TestAuthority;
  let stranger: TestAuthority;
  let proxy: TlsProxy;
  let settings: S3Settings;
  const opened: S3ObjectStore[] = [];
  const open = (changes: Partial<S3Settings> = {}) => {
    const store = new S3ObjectStore({ ...settings, ...changes });
    opened.push(store);
    return store;
  };
  const failureOf = (work: Promise<unknown>) =>
    work.then(
      () => Promise.reject(new Error('it succeeded')),
      (error: unknown) => error,
    );

  beforeAll(async () => {
    [s3, authority, stranger] = await Promise.all([startS3(), createTestAuthority(), createTestAuthority()]);
    proxy = await startTlsProxy(s3.port, await authority.issue());
    const { endpoint, region, accessKeyId, secretAccessKey } = s3;
    settings = {
      ...{ endpoint, publicEndpoint: null, region, bucket: await s3.createBucket() },
      ...{ accessKeyId, secretAccessKey, forcePathStyle: true, ca: null, timeoutMs: 1_000 },
    };
  });
  afterAll(async () => {
    for (const store of opened) await store.close();
    await proxy.stop();
    await s3.stop();
    await authority.remove();
    await stranger.remove();
  });

  test('speaks TLS to a server that the configured authority vouches for', async () => {
    const config = parseConfig({
      MLMCSC_S3_ENDPOINT: proxy.url,
      MLMCSC_S3_BUCKET: settings.bucket,
      MLMCSC_S3_ACCESS_KEY_ID: settings.accessKeyId,
      MLMCSC_S3_SECRET_ACCESS_KEY: settings.secretAccessKey,
      MLMCSC_S3_CA_FILE: authority.caFile,
    });
    const store = await openObjectStore(config);
    await store.check();
    const { key } = await store.put(Buffer.from('over TLS'));
    expect(Buffer.from(await store.get(key)).toString()).toBe('over TLS');
    await store.close();
  });

  test('refuses a server whose certificate an unknown authority signed, or nobody known', async () => {
    for (const ca of [stranger.ca, null]) {
      const store = open({ endpoint: proxy.url, ca });
      const refused = { name: 'Unavailable', code: 'objects-refused' };
      await expect(store.put(Buffer.from('secret picture'))).rejects.toMatchObject(refused);
      await expect(store.check()).rejects.toMatchObject({
        ...refused,
        detail: expect.stringContaining('MLMCSC_S3_CA_FILE'),
      });
    }
  });

  test('refuses a certificate for another host', async () => {
    const elsewhere = await startTlsProxy(s3.port, await authority.issue(['s3.example']));
    try {
      const store = open({ endpoint: elsewhere.url, ca: authority.ca });
      await expect(store.check()).rejects.toMatchObject({ code: 'objects-refused' });
    } finally {
      await elsewhere.stop();
    }
  });

  test('tells a wrong key and a missing bucket by the setting to correct', async () => {
    const cases = [
      [{ secretAccessKey: 'wrong-secret' }, 'MLMCSC_S3_SECRET_ACCESS_KEY'],
      [{ accessKeyId: 'nobody' }, 'MLMCSC_S3_ACCESS_KEY_ID'],
      [{ bucket: 'no-such-bucket' }, 'MLMCSC_S3_BUCKET'],
    ] as const;
    for (const [change, setting] of cases) {
      const store = open(change);
      const refused = { name: 'Unavailable', code: 'objects-refused', retryable: true };
      await expect(store.check()).rejects.toMatchObject({
        ...refused,
        detail: expect.stringContaining(setting),
      });
      await expect(store.put(Buffer.from('x'))).rejects.toMatchObject(refused);
    }
  });

  test('tells that the server is away, without addresses and secrets, and goes on when it is back', async () => {
    const store = open();
    const { key } = await store.put(Buffer.from('kept'));
    const id = '0190a0b0-0000-7000-8000-000000000000';
    await s3.process().stop('SIGKILL');
    const large = (async function* () {
      yield new Uint8Array(9 * 1024 * 1024);
    })();
    const failures = await Promise.all(
      [
        ...[store.put(Buffer.from('new')), store.get(key), store.head(key), store.list({ limit: 5 })],
        ...[store.getRange(key, { offset: 0, length: 2 }), store.delete(key), store.check()],
        ...[store.stream(key)[Symbol.asyncIterator]().next(), store.putStream(large)],
        ...[store.transfers.uploadSize(id), store.transfers.readUpload(id)],
        ...[store.transfers.discardUploadsBefore(new Date()), store.transfers.discardUpload(id)],
      ].map(failureOf),
    );
    for (const failure of failures) {
      expect(failure).toMatchObject({ name: 'Unavailable', code: 'objects-unavailable', retryable: true });
      const everything = inspect(failure, { depth: 10, showHidden: true });
      expect(everything).not.toContain(String(s3.port));
      expect(everything).not.toContain(settings.secretAccessKey);
      expect(everything).not.toContain(settings.accessKeyId);
    }
    await s3.restart();
    expect(Buffer.from(await store.get(key)).toString()).toBe('kept');
  });

  test('gives up on a server that hangs, in time, and goes on when it wakes', async () => {
    const store = open();
    const { key } = await store.put(Buffer.from('awake'));
    s3.process().child.kill('SIGSTOP');
    const started = performance.now();
    try {
      const failures = await Promise.all(
        [store.get(key), store.put(Buffer.alloc(3_000_000, 7)), store.check()].map(failureOf),
      );
      for (const failure of failures) expect(failure).toMatchObject({ code: 'objects-unavailable' });
      // Two attempts of one second, and the pause between them.
      expect(performance.now() - started).toBeLessThan(6_000);
    } finally {
      s3.process().child.kill('SIGCONT');
    }
    expect(Buffer.from(await store.get(key)).toString()).toBe('awake');
  });

  test('gives up on a server that falls silent in the middle of an object', async () => {
    const store = open();
    const large = Buffer.alloc(40_000_000, 5);
    const { key } = await store.put(large);
    const content = store.stream(key)[Symbol.asyncIterator]();
    await content.next();
    s3.process().child.kill('SIGSTOP');
    const started = performance.now();
    try {
      const drain = async () => {
        while ((await content.next()).done !== true);
      };
      await expect(drain()).rejects.toMatchObject({ code: 'objects-unavailable' });
      expect(performance.now() - started).toBeLessThan(6_000);
    } finally {
      s3.process().child.kill('SIGCONT');
    }
    expect(await store.get(key)).toHaveLength(large.length);
  });

  test('clears away the parts of a writer that was killed in the middle of an upload', async () => {
    const store = open();
    const writer = fork(join(import.meta.dirname, 's3-writer.fixture.ts'), [JSON.stringify(settings)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await once(writer, 'message');
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    const parts = async () => {
      const { endpoint, region, accessKeyId, secretAccessKey, bucket } = settings;
      const admin = new S3Client({
        ...{ endpoint: endpoint!, region, forcePathStyle: true },
        credentials: { accessKeyId, secretAccessKey },
      });
      const { Uploads = [] } = await admin.send(new ListMultipartUploadsCommand({ Bucket: bucket }));
      admin.destroy();
      return Uploads.length;
    };
    expect(await parts()).toBe(1);
    const listed = await store.list({ limit: 1000 });
    expect(await store.transfers.discardUploadsBefore(new Date(Date.now() - 3_600_000))).toBe(0);
    expect(await store.transfers.discardUploadsBefore(new Date(Date.now() + 60_000))).toBe(1);
    expect(await parts()).toBe(0);
    expect(await store.list({ limit: 1000 })).toEqual(listed);
  });

  test('tells a port without a server at once', async () => {
    const store = open({ endpoint: `http://127.0.0.1:${await freePort()}` });
    await expect(store.check()).rejects.toMatchObject({ code: 'objects-unavailable' });
  });
});
