import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { InvalidInput, NotAllowed } from '@mlmcsc/core';
import { FilesystemObjectStore } from '@mlmcsc/platform/objects';
import { afterAll, beforeAll, describe } from 'vitest';
import { startS3, type TestS3 } from '../../../../test/services/s3.ts';
import { servicesMissing } from '../../../../test/services/service-process.ts';
import { temporaryFolder } from '../../../../test/temporary-folder.ts';
import { S3ObjectStore } from '../../src/objects/s3-object-store.ts';
import { describeObjectStore, type StoreUnderTest } from './object-store-contract.ts';

describe('filesystem', () => {
  let underTest: StoreUnderTest;
  const cleanUps: (() => unknown)[] = [];
  beforeAll(async () => {
    const folder = await temporaryFolder('objects');
    const store = new FilesystemObjectStore(folder.path);
    // What the API does with the addresses, without the API.
    const server = createServer((request, response) => void serve(store, request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    cleanUps.push(() => server.close(), folder.remove);
    underTest = {
      store,
      async everything() {
        const all = await readdir(folder.path, { recursive: true, withFileTypes: true });
        return all.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
      },
      async damage(key) {
        const bytes = await readFile(join(folder.path, key));
        bytes[7] = bytes[7]! ^ 1;
        await writeFile(join(folder.path, key), bytes);
      },
      absolute: (url) => `http://127.0.0.1:${port}${url}`,
    };
  });
  afterAll(async () => {
    for (const cleanUp of cleanUps) await cleanUp();
  });
  describeObjectStore('as an object store', () => underTest);
});

describe.skipIf(servicesMissing !== null)(
  `S3${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`,
  () => {
    let s3: TestS3;
    let underTest: StoreUnderTest;
    beforeAll(async () => {
      s3 = await startS3();
      const Bucket = await s3.createBucket();
      const { endpoint, region, accessKeyId, secretAccessKey } = s3;
      const store = new S3ObjectStore({
        ...{ endpoint, publicEndpoint: null, region, bucket: Bucket, accessKeyId, secretAccessKey },
        ...{ forcePathStyle: true, ca: null, timeoutMs: 10_000 },
      });
      const admin = new S3Client({
        ...{ endpoint, region, forcePathStyle: true, credentials: { accessKeyId, secretAccessKey } },
      });
      underTest = {
        store,
        async everything() {
          const [{ Contents = [] }, { Uploads = [] }] = await Promise.all([
            admin.send(new ListObjectsV2Command({ Bucket })),
            admin.send(new ListMultipartUploadsCommand({ Bucket })),
          ]);
          return [...Contents, ...Uploads].map(({ Key }) => Key ?? '');
        },
        async damage(key) {
          const bytes = Buffer.from(await store.getRange(key, { offset: 0, length: 1_000_000 }));
          bytes[7] = bytes[7]! ^ 1;
          await admin.send(new PutObjectCommand({ Bucket, Key: key, Body: bytes }));
        },
        absolute: (url) => url,
      };
      return async () => {
        admin.destroy();
        await store.close();
        await s3.stop();
      };
    });
    describeObjectStore('as an object store', () => underTest);
  },
);

async function serve(
  store: FilesystemObjectStore,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const token = new URL(request.url ?? '/', 'http://localhost').searchParams.get('token') ?? '';
  try {
    if (request.method === 'PUT') {
      await store.transfers.receiveUpload(token, request);
      response.writeHead(204).end();
    } else {
      const { key, mediaType } = store.transfers.openDownload(token);
      response.writeHead(200, { 'content-type': mediaType }).end(await store.get(key));
    }
  } catch (error) {
    const status = error instanceof NotAllowed ? 403 : error instanceof InvalidInput ? 400 : 500;
    response.writeHead(status, { connection: 'close' }).end();
  }
}
