import type { Server } from 'node:tls';
import type { ApiInstance } from '../api-instance.ts';
import { type CertificateFiles, type CertificatePair, readCertificate } from './serving-certificate.ts';

/** How often the files are looked at: reading tells a change also where files are links that are switched (Kubernetes). */
const lookEveryMs = 10_000;

/** Serves new connections with the new pair within seconds after the files changed, until the server closes. A pair that is
 * half written or unfit is not taken; the present one stays in use.
 */
export function renewCertificate(
  app: ApiInstance,
  files: CertificateFiles,
  present: CertificatePair,
  everyMs = lookEveryMs,
): void {
  let known = present;
  const look = async () => {
    try {
      const pair = await readCertificate(files);
      if (pair.cert === known.cert && pair.key === known.key) return;
      known = pair;
      (app.server as unknown as Server).setSecureContext(pair);
      app.log.info('the certificate was renewed');
    } catch (error) {
      app.log.error({ err: error }, 'the new certificate cannot be used; the present one stays');
    }
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  app.addHook('onClose', async () => clearInterval(timer));
}
