import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { InvalidInput } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';

/** PEM texts of the certificate (with its chain) and its key. */
export interface CertificatePair {
  readonly cert: string;
  readonly key: string;
}

export interface CertificateFiles {
  readonly certificateFile: string;
  readonly keyFile: string;
}

/** The files that the configuration names, or null for plain HTTP. */
export function certificateFilesOf({
  tlsCertificateFile,
  tlsKeyFile,
}: Pick<Config, 'tlsCertificateFile' | 'tlsKeyFile'>): CertificateFiles | null {
  return tlsCertificateFile === null || tlsKeyFile === null
    ? null
    : { certificateFile: tlsCertificateFile, keyFile: tlsKeyFile };
}

/** Reads the pair. @throws InvalidInput `certificate-unfit` when a file cannot be read or they do not belong together */
export async function readCertificate({
  certificateFile,
  keyFile,
}: CertificateFiles): Promise<CertificatePair> {
  try {
    const [cert, key] = await Promise.all([readFile(certificateFile, 'utf8'), readFile(keyFile, 'utf8')]);
    createSecureContext({ cert, key });
    return { cert, key };
  } catch (error) {
    throw new InvalidInput(
      'certificate-unfit',
      'MLMCSC_TLS_CERT_FILE and MLMCSC_TLS_KEY_FILE must name a PEM certificate and its key, readable by this process.',
      { cause: error },
    );
  }
}
