import { copyFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import type { PeerCertificate, TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestAuthority, type TestAuthority } from '../../../../test/services/certificates.ts';
import { temporaryFolder } from '../../../../test/temporary-folder.ts';
import { readCertificate } from '../../src/tls/serving-certificate.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';

let ours: TestAuthority;
let theirs: TestAuthority;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let api: TestApi;
const inFolder = (name: string) => join(folder.path, name);

async function putCertificate(): Promise<void> {
  const { certificateFile, keyFile } = await ours.issue(['localhost']);
  await copyFile(certificateFile, inFolder('tls.crt'));
  await copyFile(keyFile, inFolder('tls.key'));
}

beforeAll(async () => {
  [ours, theirs] = await Promise.all([createTestAuthority(), createTestAuthority()]);
  folder = await temporaryFolder('api-tls');
  await putCertificate();
  api = await startTestApi({ tls: { certificateFile: inFolder('tls.crt'), keyFile: inFolder('tls.key') } });
});
afterAll(async () => {
  await api.close();
  await folder.remove();
  await ours.remove();
  await theirs.remove();
});

/** Asks whether it lives, verifying it. */
function ask(
  host: string,
  ca: string,
): Promise<{ status: number; protocol: string | null; peer: PeerCertificate }> {
  return new Promise((resolve, reject) => {
    const asking = request(
      { host, port: new URL(api.url).port, path: '/livez', ca, agent: false },
      (answer) => {
        const socket = answer.socket as TLSSocket;
        const seen = { protocol: socket.getProtocol(), peer: socket.getPeerCertificate() };
        answer.resume().on('end', () => resolve({ status: answer.statusCode ?? 0, ...seen }));
      },
    );
    asking.on('error', reject).end();
  });
}

describe('the API over TLS', () => {
  it('serves TLS 1.3 to those who trust its authority', async () => {
    expect(await ask('localhost', ours.ca)).toMatchObject({ status: 200, protocol: 'TLSv1.3' });
  });

  it('is refused by those who trust another authority or know it by another name', async () => {
    await expect(ask('localhost', theirs.ca)).rejects.toThrow(/unable to verify|self-signed|unable to get/);
    await expect(ask('127.0.0.1', ours.ca)).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  });

  it('answers nothing in the clear', async () => {
    await expect(fetch(`http://localhost:${new URL(api.url).port}/livez`)).rejects.toThrow();
  });

  it('takes a renewed certificate without a restart', async () => {
    const { peer } = await ask('localhost', ours.ca);
    await putCertificate();
    await expect
      .poll(async () => (await ask('localhost', ours.ca)).peer.serialNumber, {
        timeout: 30_000,
        interval: 500,
      })
      .not.toBe(peer.serialNumber);
  });

  it('does not start with a key of another certificate', async () => {
    const other = await ours.issue(['localhost']);
    await expect(
      readCertificate({ certificateFile: inFolder('tls.crt'), keyFile: other.keyFile }),
    ).rejects.toMatchObject({ code: 'certificate-unfit' });
  });
});
