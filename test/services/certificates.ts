import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../temporary-folder.ts';

/** A certificate of a server on this machine, with its private key (PEM files). */
export interface TestCertificate {
  readonly certificateFile: string;
  readonly keyFile: string;
}

/** A throw-away certificate authority. */
export interface TestAuthority {
  /** Its own certificate (PEM): clients that trust it verify the servers below. */
  readonly caFile: string;
  /** Content of `caFile`. */
  readonly ca: string;
  /** Signs a certificate for these host names and addresses. @default localhost and 127.0.0.1 */
  issue(names?: readonly string[]): Promise<TestCertificate>;
  /** Deletes everything it made. */
  remove(): Promise<void>;
}

const run = promisify(execFile);
const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];

/** Makes a certificate authority with the system's `openssl`; two of them know nothing of one another. */
export async function createTestAuthority(): Promise<TestAuthority> {
  const folder = await temporaryFolder('certificates');
  const inFolder = (name: string) => join(folder.path, name);
  const caFile = inFolder('ca.pem');
  const caKeyFile = inFolder('ca-key.pem');
  await run('openssl', [
    ...['req', '-x509', ...KEY, '-keyout', caKeyFile, '-out', caFile, '-subj', '/CN=Test authority'],
    ...['-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
  ]);
  let issued = 0;
  return {
    caFile,
    ca: await readFile(caFile, 'utf8'),
    async issue(names = ['localhost', '127.0.0.1']) {
      issued += 1;
      const certificateFile = inFolder(`server-${issued}.pem`);
      const keyFile = inFolder(`server-${issued}-key.pem`);
      const alternatives = names.map((name) => `${/^[\d.:]+$/.test(name) ? 'IP' : 'DNS'}:${name}`).join(',');
      await run('openssl', [
        ...['req', '-x509', '-CA', caFile, '-CAkey', caKeyFile, ...KEY, '-keyout', keyFile],
        ...['-out', certificateFile, '-subj', `/CN=${names[0]}`, '-addext', `subjectAltName=${alternatives}`],
        ...['-addext', 'basicConstraints=critical,CA:FALSE', '-addext', 'extendedKeyUsage=serverAuth'],
      ]);
      return { certificateFile, keyFile };
    },
    remove: folder.remove,
  };
}
