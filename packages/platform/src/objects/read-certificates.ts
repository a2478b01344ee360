import { readFile } from 'node:fs/promises';
import { InvalidInput } from '@mlmcsc/core';

/** The certificates of a file (PEM). @throws InvalidInput `s3-ca-file-unreadable` */
export async function readCertificates(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(error);
  });
  if (!text.includes('-----BEGIN CERTIFICATE-----')) throw unreadable(undefined);
  return text;
}

const unreadable = (cause: unknown) =>
  new InvalidInput(
    's3-ca-file-unreadable',
    'The file that MLMCSC_S3_CA_FILE names cannot be read, or holds no certificate (PEM).',
    { cause },
  );
